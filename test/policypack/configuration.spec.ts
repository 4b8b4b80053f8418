import * as assert from "node:assert/strict";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { exampleZone } from "../example/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

describe("packConfiguration", () => {
  it("takes everything from the landing zone", () => {
    const { accessPaths, guardrails, ...rest } = packConfiguration(zoneWith());
    assert.ok(accessPaths.length > 0 && guardrails.length > 0);
    assert.deepEqual(rest, {
      partition: "aws",
      osAccessRole: "OSAccess",
      identityAccount: "222222222222",
      organizationId: "o-a1b2c3d4e5",
      automationRoles: ["PatchAutomation"],
      deployRole: "SekishoDeploy",
      logBucketPrefix: "sekisho-session-logs-",
      sessionLogReaders: ["SessionAuditor"],
      deployTrustedBy: "arn:aws:iam::222222222222:role/sekisho-ci",
      justInTimeRoles: [],
      transcriptRetention: { "111111111111": 400, "222222222222": 400, "333333333333": 400 },
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
      const reached = packConfiguration(zone).guardrails.flatMap((entry) => entry.accounts);
      assert.deepEqual(reached, expected);
    });
  }

  it("names each path onto a node once, with who keeps it, and what passes an exempt role", () => {
    const { accessPaths } = packConfiguration(zoneWith());
    const ids = accessPaths.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const sessions = accessPaths.find(({ id }) => id === "OnlyOsAccessStartsSessions");
    assert.deepEqual(sessions?.attacks[0]?.exempt, ["OSAccess"]);
    const passing = accessPaths.filter(({ id }) => id === "ProtectExemptRoles");
    assert.deepEqual(
      passing.map(({ attacks }) => attacks.map(({ actions }) => actions)),
      [[["iam:PassRole"]]],
    );
  });

  it("writes documents that are attached to several targets once", () => {
    const [entry, ...others] = packConfiguration(exampleZone()).guardrails;
    assert.ok(entry!.targets.length >= 1);
    const texts = [entry!, ...others].map((each) => JSON.stringify(each.serviceControlPolicies));
    assert.equal(new Set(texts).size, texts.length);
  });
});
