import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PolicyPack } from "@pulumi/policy";
import type { PackConfiguration } from "./configuration";
import { policies } from "./policies";

/** Written beside the compiled pack where there is an organization.yaml; else all comes from --policy-pack-config. */
const file = join(__dirname, "config.json");
const compiled = existsSync(file)
  ? (JSON.parse(readFileSync(file, "utf8")) as PackConfiguration)
  : {};

new PolicyPack("sekisho", { policies: policies(compiled), enforcementLevel: "mandatory" });
