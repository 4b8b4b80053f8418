import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as sdkVersion } from "@pulumi/pulumi/package.json";
import { version as programVersion } from "../../package.json";
import { LandingZone } from "../../model/landingZone";
import type { PackConfiguration } from "../../policypack/configuration";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { StackProgram } from "../../stacks/stackPrograms";
import { accountOfStack } from "../stackAccount";
import { settingsFile, settingsFolder } from "./workFolder";

/** Raised when fingerprints come to mean something else: every stack runs once more then. */
const format = 1;

/**
 * Makes the function that gives a stack's fingerprint: a digest of all that decides what an update of it would do and whether
 * the pack would let it. That is its plan (the digest), the project's and the stack's own configuration, the pack with
 * what it knows of the stack's account, and the versions of program, SDK and provider.
 */
export function fingerprinter(
  zone: LandingZone,
  project: string,
  pack: string,
): (program: StackProgram, digest: string) => string {
  const versions = { format, programVersion, sdkVersion, awsVersion };
  const common = sha256(
    JSON.stringify([versions, fs.readFileSync(join(project, "Pulumi.yaml"), "utf8")]),
    ...packFiles(pack).map((file) => fs.readFileSync(file)),
  );
  const settings = packConfiguration(zone);
  const folder = join(project, settingsFolder(project));
  const known = new Map<string, string>();
  return (program, digest) => {
    const { id } = accountOfStack(zone, program);
    const judged = known.get(id) ?? sha256(JSON.stringify(settingsOf(settings, id)));
    known.set(id, judged);
    return sha256(common, judged, digest, stackConfiguration(settingsFile(folder, program.name)));
  };
}

/** The compiled pack, without the configuration beside it: that comes from the zone. */
function packFiles(pack: string): string[] {
  const dist = join(pack, "dist");
  return fs
    .readdirSync(dist)
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => join(dist, name));
}

/** What the pack knows that bears on one account: one more account is no reason to run the stacks of all others. */
function settingsOf(settings: PackConfiguration, account: string): unknown {
  const { transcriptRetention, adoptedPreferences, guardrails, ...common } = settings;
  return {
    ...common,
    transcriptRetention: transcriptRetention?.[account],
    adoptedPreferences: adoptedPreferences?.filter((each) => each.startsWith(`${account}/`)),
    guardrails: (guardrails ?? [])
      .filter(({ accounts }) => accounts.includes(account))
      .map(({ serviceControlPolicies, resourceControlPolicies }) => ({
        serviceControlPolicies,
        resourceControlPolicies,
      })),
  };
}

/** What a person configured for the stack; not the key of its secrets, which Pulumi writes when it makes the stack. */
export function stackConfiguration(file: string): string {
  if (!fs.existsSync(file)) {
    return "";
  }
  const { config, environment } = (parse(fs.readFileSync(file, "utf8")) ?? {}) as Record<
    string,
    unknown
  >;
  return config === undefined && environment === undefined
    ? ""
    : JSON.stringify([config, environment]);
}

function sha256(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part).update("\0"));
  return hash.digest("hex");
}
