import * as assert from "node:assert/strict";
import { resourceHasExplicitProvider } from "../../policypack/explicitProvider";
import { Given, providerFor, violations } from "./support";

const topic: Given = { type: "aws:sns/topic:Topic", props: {} };
const settings = providerFor("333333333333");
const withSettings = (changes: object): Given => ({
  ...topic,
  provider: { ...settings, ...changes },
});
const through = "The resource 'subject' (aws:sns/topic:Topic) must have a provider with";
const missing =
  "The resource 'subject' (aws:sns/topic:Topic) must have an explicit provider, not the default one. " +
  "Set 'provider' on it or on its parent.";

describe("resource-has-explicit-provider", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    { title: "accepts a provider with lists as JSON text", given: topic, expected: [] },
    {
      title: "accepts a provider with lists as they are",
      given: withSettings({
        allowedAccountIds: ["333333333333"],
        assumeRoles: [{ roleArn: "arn:aws:iam::333333333333:role/SekishoDeploy" }],
      }),
      expected: [],
    },
    {
      title: "looks at AWS only",
      given: { type: "random:index/randomId:RandomId", props: {}, provider: undefined },
      expected: [],
    },
    {
      title: "blocks a resource without a provider",
      given: { ...topic, provider: undefined },
      expected: [missing],
    },
    ...[
      "default",
      "default_7_48_0",
      "default_7_48_0_alpha_1_dirty",
      "default_7_48_0_example.com/plugins",
      "default_example.com",
    ].map((providerName) => ({
      title: `blocks the default provider '${providerName}'`,
      given: { ...topic, providerName },
      expected: [missing],
    })),
    ...["default-web", "default_web", "default2", "defaults", "by-default"].map((providerName) => ({
      title: `accepts the explicit provider '${providerName}'`,
      given: { ...topic, providerName },
      expected: [],
    })),
    {
      title: "blocks a provider for any account",
      given: withSettings({ allowedAccountIds: undefined }),
      expected: [
        `${through} one account in allowedAccountIds, but 'web-production' names none. ` +
          "Name the account that the resource belongs to.",
      ],
    },
    {
      title: "blocks a provider for two accounts",
      given: withSettings({ allowedAccountIds: '["333333333333","444444444444"]' }),
      expected: [
        `${through} one account in allowedAccountIds, but 'web-production' names 333333333333, 444444444444. ` +
          "Name the account that the resource belongs to.",
      ],
    },
    {
      title: "blocks a setting that is not JSON",
      given: withSettings({ allowedAccountIds: '["333333333333"' }),
      expected: [
        `${through} one account in allowedAccountIds, but 'web-production' names none. ` +
          "Name the account that the resource belongs to.",
      ],
    },
    {
      title: "blocks a provider without a region",
      given: withSettings({ region: undefined }),
      expected: [`${through} a region, but 'web-production' has none. Set it.`],
    },
    {
      title: "blocks the caller's own credentials",
      given: withSettings({ assumeRoles: undefined }),
      expected: [
        `${through} assumeRoles, but 'web-production' has none. Name the role that it works as.`,
      ],
    },
    {
      title: "accepts the caller's own credentials in a bootstrap stack of its own",
      given: { ...withSettings({ assumeRoles: undefined }), stack: "bootstrap-management" },
      expected: [],
    },
    {
      title: "blocks them in a foreign stack of such a name",
      given: {
        ...withSettings({ assumeRoles: undefined }),
        stack: "bootstrap-management",
        project: "shop",
      },
      expected: [
        `${through} assumeRoles, but 'web-production' has none. Name the role that it works as.`,
      ],
    },
    {
      title: "blocks a role by its name alone, which may be of any account",
      given: withSettings({ assumeRoles: '[{"roleArn":"SekishoDeploy"}]' }),
      expected: [
        `${through} a role of the account 333333333333, but 'web-production' assumes one of no account. ` +
          "Make the two agree.",
      ],
    },
    {
      title: "blocks a role of another account",
      given: withSettings({
        assumeRoles: '[{"roleArn":"arn:aws:iam::444444444444:role/SekishoDeploy"}]',
      }),
      expected: [
        `${through} a role of the account 333333333333, but 'web-production' assumes one of 444444444444. ` +
          "Make the two agree.",
      ],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(resourceHasExplicitProvider, given), expected),
    );
  }
});
