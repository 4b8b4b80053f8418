import * as assert from "node:assert/strict";
import { accountsBelow, guardrailsOver, isGuarded, unguarded } from "../../guardrails/coverage";
import { accountNamed } from "../../model/names";
import { accountWith, zoneWith } from "../zone";

describe("guardrail coverage", () => {
  it("reaches an account through an OU above it", () => {
    const zone = zoneWith({
      organizationalUnits: [
        { path: "Workloads", name: "Workloads", id: "ou-ab12-11111111", managed: false },
        {
          path: "Workloads/Production",
          name: "Production",
          parent: "Workloads",
          id: "ou-ab12-22222222",
          managed: false,
        },
      ],
    });
    const account = accountWith({ ou: "Workloads/Production" });
    assert.deepEqual(
      guardrailsOver(zone, account).map(({ name }) => name),
      ["Workloads"],
    );
    assert.ok(isGuarded(zone, account));
  });

  it("never reaches the management account, whatever is attached to it", () => {
    const zone = zoneWith({
      guardrails: [{ name: "management", kind: "account", id: "111111111111" }],
    });
    assert.equal(isGuarded(zone, accountNamed(zone, "management")), false);
  });

  it("tells the accounts below a target, the management account and those without an id left out", () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, { ...accountWith({ name: "new" }), id: undefined! }],
    });
    const below = (kind: "organizationalUnit" | "account", name: string) =>
      accountsBelow(zone, { kind, name }).map((account) => account.name);
    assert.deepEqual(below("organizationalUnit", "Workloads"), ["web-production"]);
    assert.deepEqual(below("account", "identity"), ["identity"]);
    assert.deepEqual(below("account", "management"), []);
  });

  it("does not count a guardrail whose target has no id yet", () => {
    const zone = zoneWith();
    assert.equal(isGuarded(zone, accountWith({ ou: "Sandbox" })), false);
  });

  it("lists everything that stays open, with the reason", () => {
    const sandbox = accountWith({ name: "sandbox", ou: "Sandbox" });
    const zone = zoneWith({ accounts: [...zoneWith().accounts, sandbox] });
    assert.deepEqual(
      unguarded(zone).map(({ name, reason }) => `${name}: ${reason}`),
      [
        "Sandbox: until its id is written: deploy the organization stack, then add the id",
        "management: SCPs never reach the management account: keep no nodes in it",
        "identity: neither it nor Security is in guardrails.attach: whoever administers it can act as any user, with that user's grants",
        "sandbox: covered by Sandbox, whose id is not known yet",
      ],
    );
  });

  it("says of an account under the root that nothing above it can cover it", () => {
    const zone = zoneWith({ guardrails: [] });
    const reasons = unguarded({ ...zone, accounts: [accountWith({ ou: undefined })] });
    assert.deepEqual(
      reasons.map(({ reason }) => reason),
      ["it is directly under the root and not in guardrails.attach"],
    );
  });
});
