import * as assert from "node:assert/strict";
import { packConfiguration } from "../../policypack/configuration";
import { accountWith, osAccessWith, zoneWith } from "../zone";

describe("packConfiguration", () => {
  it("takes everything from the landing zone", () => {
    assert.deepEqual(packConfiguration(zoneWith()), {
      osAccessRole: "OSAccess",
      identityAccount: "222222222222",
      organizationId: "o-a1b2c3d4e5",
      automationRoles: ["PatchAutomation"],
      deployRole: "SekishoDeploy",
      logBucketPrefix: "sekisho-session-logs-",
      sessionLogReaders: ["SessionAuditor"],
      guardedAccounts: ["333333333333"],
      adoptedPreferences: [],
    });
  });

  it("names the preferences that are being taken over", () => {
    const accounts = [...zoneWith().accounts, accountWith({ adopt: ["us-east-1"] })];
    assert.deepEqual(packConfiguration(zoneWith({ accounts })).adoptedPreferences, [
      "333333333333/us-east-1",
    ]);
  });

  it("names every reader that some account declares", () => {
    const logs = { ...osAccessWith().logs, reader: "Auditor" };
    const accounts = [...zoneWith().accounts, accountWith({ osAccess: osAccessWith({ logs }) })];
    assert.deepEqual(packConfiguration(zoneWith({ accounts })).sessionLogReaders, [
      "SessionAuditor",
      "Auditor",
    ]);
  });

  const guardrails = [
    {
      title: "an account under the OU of an OU with guardrails is guarded",
      target: { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
      account: { ou: "Workloads/Production" },
      expected: ["333333333333"],
    },
    {
      title: "an account with guardrails of its own is guarded",
      target: { name: "web-production", kind: "account", id: "333333333333" },
      account: {},
      expected: ["333333333333"],
    },
    {
      title: "nothing is guarded by an OU whose id is not known",
      target: { name: "Workloads", kind: "organizationalUnit" },
      account: {},
      expected: [],
    },
    {
      title: "the management account is never guarded",
      target: { name: "management", kind: "account", id: "111111111111" },
      account: {},
      expected: [],
    },
    {
      title: "an account without an id is not listed",
      target: { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
      account: { id: undefined },
      expected: [],
    },
  ] as const;
  for (const { title, target, account, expected } of guardrails) {
    it(title, () => {
      const [management, identity] = zoneWith().accounts;
      const zone = zoneWith({
        organizationalUnits: [
          ...zoneWith().organizationalUnits,
          { path: "Workloads/Production", name: "Production", parent: "Workloads", managed: false },
        ],
        accounts: [management!, identity!, accountWith(account)],
        guardrails: [target],
      });
      assert.deepEqual(packConfiguration(zone).guardedAccounts, expected);
    });
  }
});
