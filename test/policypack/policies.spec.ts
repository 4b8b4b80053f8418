import * as assert from "node:assert/strict";
import { policies } from "../../policypack/policies";
import { concerns } from "../../policypack/policy";

const pack = policies({});

describe("the policy pack", () => {
  it("has these policies, and all are mandatory", () => {
    assert.deepEqual(
      pack.map(({ name, enforcementLevel, severity }) => [name, enforcementLevel, severity]),
      [
        ["osaccess-role-trust-sanctioned", "mandatory", "critical"],
        ["no-session-outside-osaccess", "mandatory", "critical"],
        ["session-document-logged", "mandatory", "critical"],
        ["session-log-bucket-guarded", "mandatory", "critical"],
        ["session-log-bucket-complete", "mandatory", "critical"],
        ["scp-no-wildcard-exemption", "mandatory", "critical"],
        ["resource-has-explicit-provider", "mandatory", "high"],
      ],
    );
  });

  for (const { name, description, remediationSteps, configSchema } of pack) {
    it(`says of ${name} in one sentence what must be, and what to do`, () => {
      assert.match(description, /^(A|An|The) [^.]* must [^.]*\.$/);
      assert.match(remediationSteps ?? "", /^[A-Z].*\.$/);
    });

    it(`gives ${name} no default setting, which would win over the compiled one`, () =>
      assert.doesNotMatch(JSON.stringify(configSchema ?? {}), /"default"/));
  }

  it("lets the engine's configuration set what each policy uses, and nothing else", () => {
    const settings = pack.map(({ configSchema }) => Object.keys(configSchema?.properties ?? {}));
    assert.deepEqual(settings, [
      ["osAccessRole", "identityAccount", "organizationId"],
      ["osAccessRole", "guardedAccounts"],
      ["logBucketPrefix"],
      ["logBucketPrefix", "sessionLogReaders"],
      ["logBucketPrefix"],
      [],
      [],
    ]);
  });

  it("says for each type which policies have nothing to say", () => {
    const asked = (type: string) =>
      pack.filter((policy) => concerns(policy, type)).map(({ name }) => name);
    assert.deepEqual(asked("aws:ssm/document:Document"), [
      "session-document-logged",
      "resource-has-explicit-provider",
    ]);
    assert.deepEqual(asked("aws:sns/topic:Topic"), ["resource-has-explicit-provider"]);
    assert.deepEqual(asked("awsx:ec2:Vpc"), []);
    assert.deepEqual(asked("sekisho:components:OsAccessRole"), []);
  });
});
