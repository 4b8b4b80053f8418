import * as assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { policies } from "../../policypack/policies";
import { concerns } from "../../policypack/policy";

const { AnalyzerClient } =
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require("@pulumi/pulumi/proto/analyzer_grpc_pb") as typeof import("@pulumi/pulumi/proto/analyzer_grpc_pb");
