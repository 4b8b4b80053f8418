import * as assert from "node:assert/strict";
import { catalogue } from "../../guardrails/catalogue";
import { isGuarded } from "../../guardrails/coverage";
import { organizationPolicies } from "../../guardrails/organizationPolicies";
import { attackOf, isPathIn, provePath } from "../../proof/proofOfPath";
import { Attack } from "../../guardrails/accessPath";
import { knownAccounts } from "../../model/names";
import { stranger } from "../attacks/world/places";
import { zone } from "./underGuardrails";

const typed = (key: string, ...values: string[]): Attack[] =>
  values.map((value) => ({ context: { [key]: value } }));

/** Of a document that runs on nodes: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html */
const runningTypes = typed(
  "ssm:DocumentType",
  "Automation",
  "Automation.ChangeTemplate",
  "AutoApprovalPolicy",
  "ConformancePackTemplate",
  "ManualApprovalPolicy",
  "Package",
  "Policy",
  "QuickSetup",
  "Session",
);

/** What a stranger shares with an account, also in a region that is not declared. */
const shared = (...resources: string[]): Attack[] =>
  resources.map((resource) => ({ resources: [`arn:aws:ssm:eu-west-1:${stranger}:${resource}`] }));

/** Other ways to the same end than the one that the catalogue asks about, by its ids. */
const widerAttacks: Readonly<Record<string, readonly Attack[]>> = {
  OnlyDeployWritesSessionDocuments: typed(
    "ssm:DocumentType",
    "AutoApprovalPolicy",
    "ManualApprovalPolicy",
  ),
  OnlyAutomationChangesDocuments: [...runningTypes, { absent: ["ssm:DocumentType"], context: {} }],
  OnlyAutomationStartsOwnRunbooks: [
    { ...typed("ssm:DocumentType", "Automation")[0], absent: [] },
    ...shared("document/Own", "automation-definition/Own:1"),
  ],
  OnlyHardeningIsAssociated: shared("document/Own"),
  OnlyAutomationTagsNodes: [
    ...["OS-Access", "os-access", "Hostname", "HOSTNAME"].map((key) => ({
      context: { "aws:TagKeys": ["Team", key] },
    })),
  ],
  NoPolicyChangesFromMembers: [
    ...typed("organizations:PolicyType", "RESOURCE_CONTROL_POLICY", "DECLARATIVE_POLICY_EC2"),
    { context: {}, absent: ["organizations:PolicyType"] },
  ],
};

const policiesOf = organizationPolicies(zone);
const guarded = knownAccounts(zone).filter((account) => isGuarded(zone, account));

describe("access paths that the catalogue asks about by one example", () => {
  for (const [id, attacks] of Object.entries(widerAttacks)) {
    it(`are closed to the others of their kind: ${id}`, () => {
      const path = catalogue.find((each) => each.id === id)!;
      for (const account of guarded.filter((each) => isPathIn(zone, each, path))) {
        for (const attack of attacks) {
          const requests = { ...attackOf(zone, account, path), ...attack };
          const { result } = provePath(zone, requests, policiesOf(account));
          assert.equal(result, "proved", `${account.name} ${JSON.stringify(attack)}`);
        }
      }
    });
  }

  it("are all tried so where a value of a condition key stands for others", () => {
    const narrowed = catalogue.filter(
      (path) => path.attack?.(zone, guarded[0]!).context !== undefined,
    );
    assert.deepEqual(
      narrowed.map(({ id }) => id).filter((id) => widerAttacks[id] === undefined),
      [],
    );
  });
});
