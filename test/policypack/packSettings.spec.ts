import * as assert from "node:assert/strict";
import type { PackConfiguration } from "../../policypack/configuration";
import { packConfigured } from "../../policypack/packConfigured";
import { policies } from "../../policypack/policies";
import { configuration, violations } from "./support";

const bucket = { type: "aws:s3/bucket:Bucket", props: {} };

describe("pack-configured", () => {
  const cases: {
    title: string;
    compiled: Partial<PackConfiguration>;
    engine: object;
    expected: RegExp[];
  }[] = [
    {
      title: "is content with what is compiled from organization.yaml",
      compiled: configuration,
      engine: {},
      expected: [],
    },
    {
      title: "is content with what the engine's configuration says alone",
      compiled: {},
      engine: { ...configuration, adoptedPreferences: undefined },
      expected: [/must be configured by settings that it knows, not by adoptedPreferences\./],
    },
    {
      title: "names everything that is missing in one line",
      compiled: {},
      engine: { osAccessRole: "OSAccess" },
      expected: [
        /^The pack must be configured, but nobody has told it partition, organizationId, .*guardrails\. Compile it/,
      ],
    },
    {
      title: "refuses another value than the compiled one, whatever it is",
      compiled: configuration,
      engine: { osAccessRole: "Anybody", guardrails: [] },
      expected: [
        /^The pack must be configured as its organization\.yaml says, but --policy-pack-config changes osAccessRole and guardrails\. Take it out of that file\.$/,
      ],
    },
    {
      title: "accepts the same value again",
      compiled: configuration,
      engine: { osAccessRole: "OSAccess", automationRoles: ["PatchAutomation"] },
      expected: [],
    },
    {
      title: "lets a project name the networks that it is reached from",
      compiled: configuration,
      engine: { remoteIngress: ["203.0.113.0/24"] },
      expected: [],
    },
    {
      title: "refuses a misspelt setting",
      compiled: configuration,
      engine: { osAcessRole: "OSAccess" },
      expected: [/not by osAcessRole\. Correct --policy-pack-config; it may set partition,/],
    },
  ];
  for (const { title, compiled, engine, expected } of cases) {
    it(title, async () => {
      const found = await violations(packConfigured, bucket, engine, compiled);
      assert.equal(found.length, expected.length, found.join("\n"));
      expected.forEach((pattern, index) => assert.match(found[index]!, pattern));
    });
  }

  it("says so once for a resource, and no other policy judges it", async () => {
    const role = { type: "aws:iam/role:Role", props: { name: "OSAccess", assumeRolePolicy: "{}" } };
    const messages: string[] = [];
    for (const policy of policies({}).filter((each) => "validateResource" in each)) {
      messages.push(...(await violations(() => policy, role)));
    }
    assert.equal(messages.length, 1, messages.join("\n"));
  });
});
