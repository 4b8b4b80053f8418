import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import type { AwsCall } from "../engine/awsProvider";
import { needsPulumi } from "../engine/pulumiCli";
import { accountIdOf, workloadName } from "./support/organization";
import { openOrganization, OrganizationInAws } from "./support/organizationInAws";
import type { RolloutEnd } from "./support/rolloutProject";

const accounts = 40;
const names = [
  "management",
  "identity",
  ...Array.from({ length: accounts - 2 }, (_, index) => workloadName(index)),
];

/** Both `bootstrap-` and `account-` of each, then organization, identity and three targets of guardrails. */
const stackCount = 2 * accounts + 5;

describe("a rollout of 40 accounts", function () {
  // Some 85 stacks of 3 to 6 seconds each, two at a time.
  this.timeout(1_200_000);
  let organization: OrganizationInAws;
  let calls: AwsCall[] = [];
  let end: RolloutEnd;

  before(needsPulumi);

  before(async () => {
    organization = await openOrganization(accounts, (call) => {
      if (call.when === "after") {
        calls.push(call);
      }
    });
    end = await organization.project.report("up", "--bootstrap", "--jobs", "2");
  });

  after(() => organization?.close());

  /** Positions, among all calls, of those that make a role of that name in that account. */
  const made = (role: string, account: string) =>
    calls.findIndex(
      ({ type, account: where, inputs }) =>
        type === "aws:iam/role:Role" && where === accountIdOf(account) && inputs.name === role,
    );

  it("deploys every stack", () => {
    assert.equal(end.code, 0, end.stderr);
    const outcomes = Object.values(end.stacks).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, new Array(stackCount).fill("succeeded"));
  });

  it("makes each account's deploy role before any other role of it", () => {
    for (const account of names) {
      const deploy = made("SekishoDeploy", account);
      assert.ok(deploy >= 0 && deploy < made("OSAccess", account), account);
    }
  });

  it("makes the roles of one account before those of the many", () => {
    const [canary] = Object.values(end.stacks).filter(({ wave }) => wave === "account-canary");
    const first = made("OSAccess", canary!.stack.slice("account-".length));
    const others = names.map((account) => made("OSAccess", account));
    assert.equal(first, Math.min(...others));
  });

  it("attaches no guardrail before every account has its roles, and one target's before the others'", () => {
    const attached = calls.flatMap(({ type, inputs }, position) =>
      type === "aws:organizations/policyAttachment:PolicyAttachment"
        ? [{ position, target: inputs.targetId }]
        : [],
    );
    const last = Math.max(...names.map((account) => made("OSAccess", account)));
    assert.ok(attached.every(({ position }) => position > last));
    const canary = attached[0]!.target;
    const canaries = attached.filter(({ target }) => target === canary);
    assert.deepEqual(attached.slice(0, canaries.length), canaries);
    assert.equal(new Set(attached.map(({ target }) => target)).size, 3);
  });

  it("starts no engine when it runs again", async () => {
    calls = [];
    const history = join(organization.project.state, ".pulumi/history/sekisho");
    const updates = () => fs.readdirSync(history, { recursive: true }).length;
    const before = updates();
    const again = await organization.project.report("up", "--bootstrap");
    assert.equal(again.code, 0, again.stderr);
    assert.ok(Object.values(again.stacks).every(({ outcome }) => outcome === "unchanged"));
    assert.match(again.stderr, new RegExp(`^${stackCount} stacks, none planned anew`, "m"));
    assert.deepEqual(calls, []);
    assert.equal(updates(), before);
    const runs = fs.readdirSync(join(organization.project.folder, ".sekisho/rollout"));
    assert.equal(runs.filter((name) => /^\d{8}T/.test(name)).length, 1, "no journal, no logs");
  });
});
