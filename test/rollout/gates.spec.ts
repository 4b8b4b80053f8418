import * as assert from "node:assert/strict";
import { closedGate } from "../../engine/rollout/gates";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { accountWith, zoneWith } from "../zone";

const zone = zoneWith({
  accounts: [
    ...zoneWith().accounts,
    accountWith({ name: "web-staging", id: "444444444444", email: "aws+staging@example.com" }),
  ],
});
const gate = (stack: string, done: string[], bootstrapped: string[], of: LandingZone = zone) =>
  closedGate(
    of,
    stackPrograms(of).find(({ name }) => name === stack)!,
    {
      done: new Set(done),
      bootstrapped: new Set(bootstrapped),
    },
  );
const accounts = ["account-web-production", "account-web-staging"];

describe("the gate of a stack", () => {
  it("keeps guardrails back while an account below has not its roles", () => {
    const why = gate("guardrails-Workloads", ["account-web-production", "identity"], []);
    assert.match(why ?? "", /^account-web-staging below it did not succeed/);
  });

  it("lets guardrails go once every account below has its roles", () => {
    assert.equal(gate("guardrails-Workloads", accounts, []), undefined);
  });

  it("keeps guardrails back while an account below has no id, and so no roles", () => {
    const fresh = accountWith({ name: "fresh", id: undefined });
    const why = gate("guardrails-Workloads", accounts, [], {
      ...zone,
      accounts: [...zone.accounts, fresh],
    });
    assert.match(why ?? "", /^fresh below it has no id yet/);
  });

  it("does not care for accounts that the guardrails do not reach", () => {
    const outside = accountWith({ name: "outside", id: undefined, ou: "Security" });
    const elsewhere = { ...zone, accounts: [...zone.accounts, outside] };
    assert.equal(gate("guardrails-Workloads", accounts, [], elsewhere), undefined);
  });

  it("keeps an account's stack back until it has a deploy role", () => {
    assert.match(gate("account-web-staging", [], []) ?? "", /--only bootstrap$/);
    assert.equal(gate("account-web-staging", [], ["bootstrap-web-staging"]), undefined);
  });

  it("keeps the organization back until the management account has a deploy role", () => {
    assert.match(gate("organization", [], ["bootstrap-identity"]) ?? "", /^management/);
    assert.equal(gate("organization", [], ["bootstrap-management"]), undefined);
  });
});
