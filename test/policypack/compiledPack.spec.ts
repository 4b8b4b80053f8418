import * as assert from "node:assert/strict";
import { ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerInfo, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { policies } from "../../policypack/policies";

const root = join(__dirname, "../..");
const pack = join(root, "policypack");

/** Starts the pack as the engine's language host does, and asks it what it is. */
async function analyzerInfo(): Promise<AnalyzerInfo> {
  const launcher = join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
  const server = spawn(process.execPath, [launcher, "127.0.0.1:0", pack], { cwd: pack });
  try {
    const client = new AnalyzerClient(
      `127.0.0.1:${await firstLine(server)}`,
      grpc.credentials.createInsecure(),
    );
    return await new Promise<AnalyzerInfo>((resolve, reject) =>
      client.getAnalyzerInfo(new Empty(), (error, info) => (error ? reject(error) : resolve(info))),
    ).finally(() => client.close());
  } finally {
    server.kill();
  }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = "";
    server.stdout?.once("data", (data) => resolve(String(data).trim()));
    server.stderr?.on("data", (data) => (errors += String(data)));
    server.once("exit", () => reject(new Error(`The pack did not start: ${errors}`)));
  });
}

describe("the compiled policy pack", () => {
  before(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/pack.mjs")], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  it("starts and serves the policies of the sources, as mandatory", async () => {
    const info = await analyzerInfo();
    const manifest = JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as {
      version: string;
    };
    assert.equal(info.getName(), "sekisho");
    assert.equal(info.getVersion(), manifest.version);
    assert.deepEqual(
      info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]),
      policies({}).map(({ name }) => [name, EnforcementLevel.MANDATORY]),
    );
  });

  it("leaves out @pulumi/aws, which would double its start", () => {
    const required = readFileSync(join(pack, "dist/index.js"), "utf8").match(/require\("[^"]+"\)/g);
    assert.deepEqual([...new Set(required)].sort(), [
      'require("@pulumi/policy")',
      'require("node:crypto")',
      'require("node:fs")',
      'require("node:module")',
      'require("node:path")',
      'require("node:util")',
    ]);
  });
});
