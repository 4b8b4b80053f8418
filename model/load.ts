import { PlacedGrant } from "./checks/draft";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { checkAccounts } from "./checks/accounts";
import { checkGrants } from "./checks/grants";
import { checkGuardrails } from "./checks/guardrails";
import { checkOrganization } from "./checks/organization";
import { checkOrganizationalUnits } from "./checks/organizationalUnits";
import { checkOsAccess } from "./checks/osAccess";
import { checkPeople } from "./checks/people";
import { readPolicyFiles } from "./checks/policyFiles";
import { checkRoles } from "./checks/roles";
import { checkTrustedBy } from "./checks/trustedBy";
import { Fault, firstOfEach, sortFaults } from "./fault";
import { listGrantsFolder } from "./grantsFiles";
import { LandingZone, OwnPolicy } from "./landingZone";
import { noPolicyFiles, policyFilesBelow, ReadPolicyFile } from "./policyFiles";
import { readYaml } from "./readYaml";
import { resolve } from "./resolve";
import { GrantInput, grantSchema, grantsSchema } from "./schema/grants";
import { OrganizationInput, organizationSchema } from "./schema/organization";
import { checkShape } from "./shape";
import { valueAt } from "./validPart";
import { YamlSource } from "./yamlSource";

/** The landing zone, or every fault of its files in the order of their text. */
export type Loaded =
  | { readonly ok: true; readonly zone: LandingZone }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      /** The policies that could be read all the same: what is wrong in them is to be said at once too. */
      readonly policies: readonly OwnPolicy[];
    };

/** A file's name, as faults show it, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

const checks = [
  checkOrganization,
  checkOrganizationalUnits,
  checkAccounts,
  checkGuardrails,
  checkOsAccess,
  checkRoles,
  checkTrustedBy,
  checkPeople,
];

/**
 * Reads and checks the files. Without a second name the grants are those of `grants.yaml` beside the first file, or none if
 * there is no such file; and those of the folder that is named like the grants file, `grants/*.yaml`. A file that cannot be
 * read is a fault as any other.
 */
export function loadLandingZone(organizationFile: string, grantsFile?: string): Loaded {
  const organization = readText(organizationFile);
  const grants = readGrants(organizationFile, grantsFile);
  const faults = [...("message" in organization ? [organization] : []), ...grants.faults];
  if ("message" in organization || faults.length > 0) {
    return { ok: false, faults, policies: [] };
  }
  return parseLandingZone(organization, grants.files, policyFilesBelow(dirname(organizationFile)));
}

/** The texts of all grants files, as `loadLandingZone` finds them. */
export function readGrants(
  organizationFile: string,
  grantsFile?: string,
): { readonly files: readonly SourceFile[]; readonly faults: readonly Fault[] } {
  const beside = join(dirname(organizationFile), "grants.yaml");
  const main = grantsFile ?? (existsSync(beside) ? beside : undefined);
  const folder = listGrantsFolder(grantsFile ?? beside);
  const read = [...(main === undefined ? [] : [main]), ...folder.files].map(readText);
  return {
    files: read.filter((each): each is SourceFile => !("message" in each)),
    faults: [...read.filter((each): each is Fault => "message" in each), ...folder.faults],
  };
}

/**
 * Checks the texts of organization.yaml and of the grants files: all faults of all, or the landing zone. The organization's own
 * policies are read through `readPolicy`; without one there are no such files.
 */
export function parseLandingZone(
  organization: SourceFile,
  grants: SourceFile | readonly SourceFile[] = [],
  readPolicy: ReadPolicyFile = noPolicyFiles,
): Loaded {
  const main = checkFile(organization, organizationSchema);
  const others = [grants].flat().map((file) => checkFile(file, grantsSchema));
  const entries = others.flatMap(({ source }) => (source === undefined ? [] : validGrants(source)));
  const faults = [...main.faults, ...others.flatMap((file) => file.faults)];
  let ownPolicies: ReadonlyMap<string, OwnPolicy> = new Map();
  if (main.source !== undefined) {
    const complete = main.faults.length === 0;
    const draft = { input: main.data, source: main.source, complete };
    faults.push(...checks.flatMap((check) => [...check(draft)]));
    const files = readPolicyFiles(draft, readPolicy);
    faults.push(...files.faults);
    ownPolicies = files.policies;
    faults.push(...checkGrants(draft, entries));
  }
  if (main.source === undefined || faults.length > 0) {
    return { ok: false, faults: sortFaults(faults), policies: [...ownPolicies.values()] };
  }
  const grantInputs = entries.map(({ grant }) => grant);
  const zone = resolve(main.data as OrganizationInput, grantInputs, main.source, ownPolicies);
  return { ok: true, zone };
}

/** The grants of the texts that have the right form, as written: nothing else is checked, and accounts may be OUs. */
export function writtenGrants(files: readonly SourceFile[]): GrantInput[] {
  return files.flatMap(({ file, text }) => {
    const { source } = readYaml(file, text);
    return source === undefined ? [] : validGrants(source).map(({ grant }) => grant);
  });
}

function checkFile<Shape extends z.ZodRawShape>(
  { file, text }: SourceFile,
  schema: z.ZodObject<Shape>,
) {
  const read = readYaml(file, text);
  if (read.source === undefined) {
    return { faults: read.faults };
  }
  const { data, faults } = checkShape(schema, read.source);
  return { source: read.source, data, faults: firstOfEach([...read.faults, ...faults]) };
}

function validGrants(source: YamlSource): PlacedGrant[] {
  const grants = valueAt(source.value, ["grants"]);
  return (Array.isArray(grants) ? grants : []).flatMap((each, position) => {
    const result = grantSchema.safeParse(each);
    return result.success ? [{ source, position, grant: result.data }] : [];
  });
}

/** The text of a file; a fault where it cannot be read. */
export function readText(file: string): SourceFile | Fault {
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { file, line: 1, column: 1, path: "", message: unreadable(code) };
  }
}

function unreadable(code: string | undefined): string {
  switch (code) {
    case "ENOENT":
      return "found no such file, allowed is a file that exists: correct its name.";
    case "EISDIR":
      return "found a directory, allowed is a file: name the file in it.";
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return "found bytes that are not UTF-8, allowed is UTF-8 text: save the file as UTF-8.";
    default:
      return `found a file that cannot be read (${code ?? "unknown"}), allowed is one that can: check its rights.`;
  }
}
