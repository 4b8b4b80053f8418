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
import { LandingZone, OwnPolicy } from "./landingZone";
import { noPolicyFiles, policyFilesBelow, ReadPolicyFile } from "./policyFiles";
import { readYaml } from "./readYaml";
import { resolve } from "./resolve";
import { grantSchema, grantsSchema } from "./schema/grants";
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
 * Reads and checks the two files. Without a second name the grants are those of `grants.yaml` beside the
 * first file, or none if there is no such file. A file that cannot be read is a fault as any other.
 */
export function loadLandingZone(organizationFile: string, grantsFile?: string): Loaded {
  const beside = join(dirname(organizationFile), "grants.yaml");
  const files = [organizationFile, grantsFile ?? (existsSync(beside) ? beside : undefined)];
  const read = files.filter((file) => file !== undefined).map(readText);
  const faults = read.filter((each): each is Fault => "message" in each);
  const [organization, grants] = read;
  if (organization === undefined || "message" in organization || faults.length > 0) {
    return { ok: false, faults, policies: [] };
  }
  const readPolicy = policyFilesBelow(dirname(organizationFile));
  return parseLandingZone(organization, grants as SourceFile | undefined, readPolicy);
}

/**
 * Checks the texts of the two files: all faults of both, or the landing zone. The organization's own policies are read
 * through `readPolicy`; without one there are no such files.
 */
export function parseLandingZone(
  organization: SourceFile,
  grants?: SourceFile,
  readPolicy: ReadPolicyFile = noPolicyFiles,
): Loaded {
  const main = checkFile(organization, organizationSchema);
  const second = grants === undefined ? undefined : checkFile(grants, grantsSchema);
  const entries = second?.source === undefined ? [] : validGrants(second.source);
  const faults = [...main.faults, ...(second?.faults ?? [])];
  let ownPolicies: ReadonlyMap<string, OwnPolicy> = new Map();
  if (main.source !== undefined) {
    const complete = main.faults.length === 0;
    const draft = { input: main.data, source: main.source, complete };
    faults.push(...checks.flatMap((check) => [...check(draft)]));
    const files = readPolicyFiles(draft, readPolicy);
    faults.push(...files.faults);
    ownPolicies = files.policies;
    if (second?.source !== undefined) {
      faults.push(...checkGrants(draft, second.source, entries));
    }
  }
  if (main.source === undefined || faults.length > 0) {
    return { ok: false, faults: sortFaults(faults), policies: [...ownPolicies.values()] };
  }
  const grantInputs = entries.map(({ grant }) => grant);
  const zone = resolve(main.data as OrganizationInput, grantInputs, main.source, ownPolicies);
  return { ok: true, zone };
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
    return result.success ? [{ grant: result.data, position }] : [];
  });
}

function readText(file: string): SourceFile | Fault {
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
