import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LandingZone } from "../../model/landingZone";
import { Stop } from "../stop";
import { print, terminalOf } from "../terminal";
import { count, list } from "../words";

export interface GrantsFileOptions {
  readonly file: string;
  readonly grants?: string;
}

/** grants.yaml as it is, and the landing zone that it makes with organization.yaml. */
export interface GrantsFile {
  readonly name: string;
  readonly text: string;
  readonly zone: LandingZone;
}

/**
 * Reads both files; stops with every fault. A grants file that does not exist yet counts as an empty one, unless it was asked
 * for by its name, which is then misspelt.
 */
export async function readGrantsFile(options: GrantsFileOptions): Promise<GrantsFile> {
  const { readLandingZone } = await import("../landingZoneFiles");
  const name = options.grants ?? join(dirname(options.file), "grants.yaml");
  const exists = existsSync(name);
  const zone = await readLandingZone(options.file, options.grants ?? (exists ? name : undefined));
  return { name, zone, text: exists ? readFileSync(name, "utf8") : "grants: []\n" };
}

/**
 * Checks the new text with organization.yaml, writes it and prints what changed and which stacks carry it. Nothing is written
 * if it has a fault.
 */
export async function rewrite(
  { name, text, zone }: GrantsFile,
  changed: string,
  options: GrantsFileOptions,
  dryRun: boolean,
): Promise<void> {
  const after = await checkedWith(options.file, name, changed, zone.grants.length);
  if (!dryRun) {
    replaceFile(name, changed);
  }
  await print(await difference(name, text, changed));
  const { changedStacks } = await import("./changedStacks");
  const stacks = await changedStacks(zone, after);
  const written = dryRun ? `${name} is as it was (--dry-run).` : `${name} is written.`;
  await print(
    stacks.length === 0
      ? `${written} No stack changes.`
      : `${written} After the review deploy ${count(stacks.length, "stack")}: ${list(stacks)}.`,
  );
}

/** Faults of the grant at `added` stand in lines that are not written, so they are told by its keys alone. */
async function checkedWith(
  organization: string,
  name: string,
  text: string,
  added: number,
): Promise<LandingZone> {
  const { parseLandingZone } = await import("../../model/load");
  const { formatFault } = await import("../../model/fault");
  const { policyFilesBelow } = await import("../../model/policyFiles");
  const file = { file: organization, text: readFileSync(organization, "utf8") };
  const readPolicy = policyFilesBelow(dirname(organization));
  const loaded = parseLandingZone(file, { file: name, text }, readPolicy);
  if (!loaded.ok) {
    const place = `grants[${added}]`;
    const lines = loaded.faults.map((fault) =>
      fault.file === name && (fault.path === place || fault.path.startsWith(`${place}.`))
        ? `${fault.path.slice(place.length + 1) || "the grant"}: ${fault.message}`
        : formatFault(fault),
    );
    throw new Stop([...lines, `${name} is as it was: the change does not check.`].join("\n"), 2);
  }
  return loaded.zone;
}

async function difference(name: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const { colors } = terminalOf(process.stdout);
  return createTwoFilesPatch(name, name, before, after, "", "", {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  })
    .split("\n")
    .map((line) =>
      line.startsWith("+") ? colors.green(line) : line.startsWith("-") ? colors.red(line) : line,
    )
    .join("\n")
    .trimEnd();
}

/** By a rename, so that a full disk or a stopped command leaves the old file whole. */
function replaceFile(name: string, text: string): void {
  const fresh = `${name}.${process.pid}.new`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, name);
  } catch (error) {
    rmSync(fresh, { force: true });
    const { message } = error as Error;
    throw new Stop(`${name} cannot be written and is as it was: ${message}`, 2);
  }
}
