import { createHash, Hash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as sdkVersion } from "@pulumi/pulumi/package.json";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { stackConfiguration } from "./fingerprint";
import { StackRecords } from "./records";
import { settingsFile, settingsFolder } from "./workFolder";

/** Folders of Sekisho from which no plan follows. */
const beside = new Set(["node_modules", "docs", "test", "bench"]);

/**
 * Digest of everything that the fingerprints of all stacks follow from: the landing zone as it was read, every file of the
 * program with the pack and the lockfile, the project's settings and those of its stacks. Programs are deterministic, so that
 * the same inputs mean the same fingerprints, and nothing needs to be planned to know them.
 */
export function inputsOf(zone: LandingZone, root: string, project: string): string {
  const hash = createHash("sha256");
  const { version, platform } = process;
  add(hash, JSON.stringify([zone, { version, platform, sdkVersion, awsVersion }]));
  addFolder(hash, root, "", beside);
  add(hash, fs.readFileSync(join(project, "Pulumi.yaml")));
  const settings = join(project, settingsFolder(project));
  for (const { name } of stackPrograms(zone)) {
    add(hash, stackConfiguration(settingsFile(settings, name)));
  }
  return hash.digest("hex");
}

/** Whether the records of all stacks are of these inputs, so that their fingerprints still hold. */
export function areKnown(zone: LandingZone, records: StackRecords, inputs: string): boolean {
  return stackPrograms(zone).every(({ name }) => records.get(name)?.inputs === inputs);
}

/** YAML files and texts are left out: the landing zone and the settings are in the digest as they were read. */
function addFolder(hash: Hash, root: string, folder: string, leftOut: ReadonlySet<string>): void {
  for (const name of fs.readdirSync(join(root, folder)).sort()) {
    if (name.startsWith(".") || leftOut.has(name) || /\.(ya?ml|md)$/.test(name)) {
      continue;
    }
    const path = join(folder, name);
    if (fs.statSync(join(root, path)).isDirectory()) {
      addFolder(hash, root, path, new Set(["node_modules"]));
    } else {
      add(hash, path);
      add(hash, fs.readFileSync(join(root, path)));
    }
  }
}

function add(hash: Hash, part: string | Buffer): void {
  hash.update(String(part.length)).update("\0").update(part);
}
