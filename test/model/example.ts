import { strict as assert } from "node:assert";
import { formatFault } from "../../model/fault";
import { Loaded, parseLandingZone } from "../../model/load";
import { noPolicyFiles } from "../../model/policyFiles";

/** A valid organization.yaml, short enough to count its lines. */
export const organizationText = `organization: { id: o-a1b2c3d4e5, root: r-ab12, management: management, identity: identity }
regions: [ap-northeast-1, us-east-1]
deploy: { role: SekishoDeploy, trustedBy: "arn:aws:iam::222222222222:role/ci" }
organizationalUnits:
  Workloads: { id: ou-ab12-11111111 }
  Workloads/Production:
    id: ou-ab12-22222222
    osAccess: { maxGrant: 8h }
  Sandbox: { managed: true }
accounts:
  management: { id: "111111111111", email: aws@example.com }
  identity: { id: "222222222222", email: aws+identity@example.com }
  web:
    id: "333333333333"
    email: aws+web@example.com
    ou: Workloads/Production
    osAccess: { channels: [shell, rdp] }
  data:
    id: "444444444444"
    email: aws+data@example.com
    ou: Workloads
guardrails: { attach: [Workloads, Sandbox] }
osAccess:
  nodes: { tag: { os-access: allowed } }
  logs: { reader: Auditor }
roles:
  ReadOnly: { policies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }
  Auditor: {}
automationRoles: [PatchAutomation]
groups:
  operators: { switchTo: [{ role: ReadOnly, accounts: "*" }] }
users:
  alice: { groups: [operators] }
  bob: {}
`;

/** A valid grants.yaml for it. */
export const grantsText = `grants:
  - id: g-1
    user: alice
    accounts: [web]
    from: 2026-12-01T09:00:00+09:00
    until: 2026-12-01T13:00:00+09:00
    reason: Replace the certificate
    approver: bob
`;

/** A place of the text that must be there once, and what stands there instead. */
export type Edit = readonly [from: string, to: string];

export interface Edits {
  readonly organization?: readonly Edit[];
  readonly grants?: readonly Edit[];
  /** Texts of the organization's own policies, by file; there are no others. */
  readonly policies?: Readonly<Record<string, string>>;
}

/** Loads the example with some of its text changed. */
export function loadEdited({ organization = [], grants = [], policies = {} }: Edits): Loaded {
  return parseLandingZone(
    { file: "organization.yaml", text: edited(organizationText, organization) },
    { file: "grants.yaml", text: edited(grantsText, grants) },
    (file) => {
      const text = policies[file];
      return text === undefined ? noPolicyFiles(file) : { text };
    },
  );
}

/** The faults of the changed example as the user reads them; none if it loads. */
export function faultLines(edits: Edits): string[] {
  const loaded = loadEdited(edits);
  return loaded.ok ? [] : loaded.faults.map(formatFault);
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, [from, to]) => {
    assert.equal(before.split(from).length, 2, `'${from}' is not in the text once`);
    return before.replace(from, () => to);
  }, text);
}

/** An edit and the exact lines that the user reads then. */
export interface FaultRow extends Edits {
  readonly title: string;
  readonly expected: readonly string[];
}

/** The test of one row. */
export function itReports({ title, expected, ...edits }: FaultRow): void {
  it(`reports ${title}`, () => {
    assert.deepEqual(faultLines(edits), expected);
  });
}
