import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { LandingZone } from "../../model/landingZone";
import type { SourceFile } from "../../model/load";
import { Stop } from "../stop";
import { print, terminalOf } from "../terminal";
import { count, list } from "../words";

export interface GrantsFilesOptions {
  readonly file: string;
  readonly grants?: string;
}

/** grants.yaml and the files of its folder as they are, and the landing zone that they make with organization.yaml. */
export interface GrantsFiles {
  /** The name of grants.yaml, whether it exists or not. */
  readonly main: string;
  readonly files: readonly SourceFile[];
  readonly zone: LandingZone;
}

/** The new text of each file that changes; none: the file is removed. */
export type Changes = ReadonlyMap<string, string | undefined>;

/**
 * Reads all files; stops with every fault. A grants file that does not exist yet counts as an empty one, unless it was asked for
 * by its name, which is then misspelt.
 */
export async function readGrantsFiles(options: GrantsFilesOptions): Promise<GrantsFiles> {
  const { readLandingZone } = await import("../landingZoneFiles");
  const { readGrants } = await import("../../model/load");
  const zone = await readLandingZone(options.file, options.grants);
  const { files } = readGrants(options.file, options.grants);
  return { main: options.grants ?? join(dirname(options.file), "grants.yaml"), files, zone };
}

/** What grantsText.ts makes of a file; stops with its name where that is not written in blocks. */
export function edited<Result>(file: string, edit: () => Result): Result {
  try {
    return edit();
  } catch (error) {
    throw new Stop(`${file}: ${(error as Error).message}`, 2);
  }
}

/** Those of the files that have one of the grants; how the others are written does not matter. */
export async function filesWith(
  { files }: GrantsFiles,
  ids: ReadonlySet<string>,
): Promise<SourceFile[]> {
  const { writtenGrants } = await import("../../model/load");
  return files.filter((file) => writtenGrants([file]).some(({ id }) => ids.has(id)));
}

/**
 * The landing zone with the changes; stops with every fault. Those of a grant that is just being added stand in lines that are
 * not written, so they are told by its keys alone.
 */
export async function checkedWith(
  organization: string,
  { files }: GrantsFiles,
  changes: Changes,
  added?: { readonly file: string; readonly position: number },
): Promise<LandingZone> {
  const { parseLandingZone } = await import("../../model/load");
  const { policyFilesBelow } = await import("../../model/policyFiles");
  const { formatFault } = await import("../../model/fault");
  const names = new Set([...files.map(({ file }) => file), ...changes.keys()]);
  const texts = [...names].flatMap((file) => {
    const text = changes.has(file)
      ? changes.get(file)
      : files.find((each) => each.file === file)!.text;
    return text === undefined ? [] : [{ file, text }];
  });
  const main = { file: organization, text: readFileSync(organization, "utf8") };
  const loaded = parseLandingZone(main, texts, policyFilesBelow(dirname(organization)));
  if (loaded.ok) {
    return loaded.zone;
  }
  const place = `grants[${added?.position}]`;
  const lines = loaded.faults.map((fault) =>
    fault.file === added?.file && (fault.path === place || fault.path.startsWith(`${place}.`))
      ? `${fault.path.slice(place.length + 1) || "the grant"}: ${fault.message}`
      : formatFault(fault),
  );
  throw new Stop([...lines, unwritten(changes, "the change does not check")].join("\n"), 2);
}

/** Writes the changes, all files or none as far as the file system lets it. */
export function writeChanges(changes: Changes): void {
  // A file that is reached through a link is written where it lies: a rename would take the place of the link.
  const place = (file: string) => (existsSync(file) ? realpathSync(file) : file);
  const fresh = (file: string) => `${place(file)}.${process.pid}.new`;
  try {
    for (const [file, text] of changes) {
      if (text !== undefined) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(fresh(file), text);
      }
    }
  } catch (error) {
    [...changes.keys()].forEach((file) => rmSync(fresh(file), { force: true }));
    const { message } = error as Error;
    throw new Stop(`${unwritten(changes, "it cannot be written")} ${message}`, 2);
  }
  // By renames, so that a full disk or a stopped command leaves each old file whole.
  for (const [file, text] of changes) {
    if (text === undefined) {
      rmSync(file);
    } else {
      renameSync(fresh(file), place(file));
    }
  }
}

/** Prints what changes, as a patch. */
export async function printDifference({ files }: GrantsFiles, changes: Changes): Promise<void> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const { colors } = terminalOf(process.stdout);
  for (const [file, text = ""] of changes) {
    const before = files.find((each) => each.file === file)?.text;
    const [old, fresh] = [
      before === undefined ? "/dev/null" : file,
      changes.get(file) === undefined ? "/dev/null" : file,
    ];
    const patch = createTwoFilesPatch(old, fresh, before ?? "", text, "", "", {
      context: 2,
      headerOptions: FILE_HEADERS_ONLY,
    });
    const lines = patch
      .split("\n")
      .map((line) =>
        line.startsWith("+") ? colors.green(line) : line.startsWith("-") ? colors.red(line) : line,
      );
    await print(lines.join("\n").trimEnd());
  }
}

/** `grants.yaml is written.`, or what happened instead. */
export function outcome(changes: Changes, dryRun: boolean): string {
  if (dryRun) {
    return unwritten(changes, "--dry-run");
  }
  const [kept, removed] = [true, false].map((wanted) =>
    [...changes].filter(([, text]) => (text !== undefined) === wanted).map(([file]) => file),
  ) as [string[], string[]];
  return [
    ...(kept.length > 0 ? [`${named(kept)} ${kept.length === 1 ? "is" : "are"} written.`] : []),
    ...(removed.length > 0
      ? [`${named(removed)} ${removed.length === 1 ? "is" : "are"} removed.`]
      : []),
  ].join(" ");
}

/** Says that nothing was written, and why. */
export function unwritten(changes: Changes, why: string): string {
  const files = [...changes.keys()];
  const exist = files.every((file) => existsSync(file));
  const is = files.length === 1 ? "is" : "are";
  return exist ? `${named(files)} ${is} as before (${why}).` : `Nothing is written (${why}).`;
}

function named(files: readonly string[]): string {
  return files.length > 3 ? count(files.length, "file") : list(files);
}
