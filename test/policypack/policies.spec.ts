import * as assert from "node:assert/strict";
import { policies } from "../../policypack/policies";
import { concerns } from "../../policypack/policy";

const pack = policies({});

describe("the policy pack", () => {
  it("has these policies, and all are mandatory", () => {
    assert.deepEqual(
      pack.map(({ name, enforcementLevel, severity }) => [name, enforcementLevel, severity]),
      [
        ["pack-configured", "mandatory", "critical"],
        ["osaccess-role-trust-sanctioned", "mandatory", "critical"],
        ["exempt-role-trust-sanctioned", "mandatory", "critical"],
        ["exempt-role-ours", "mandatory", "critical"],
        ["exempt-role-not-passed", "mandatory", "critical"],
        ["no-access-path-outside-osaccess", "mandatory", "critical"],
        ["session-document-logged", "mandatory", "critical"],
        ["session-log-bucket-guarded", "mandatory", "critical"],
        ["session-log-bucket-complete", "mandatory", "critical"],
        ["scp-no-wildcard-exemption", "mandatory", "critical"],
        ["guardrail-policy-ours", "mandatory", "critical"],
        ["guardrails-keep-paths-closed", "mandatory", "critical"],
        ["no-remote-ingress", "mandatory", "high"],
        ["no-unjudged-template", "mandatory", "high"],
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

  it("takes the engine's configuration in one policy, for all of them", () =>
    assert.deepEqual(
      pack.filter(({ configSchema }) => configSchema).map(({ name }) => name),
      ["pack-configured"],
    ));

  it("says for each type which policies have nothing to say", () => {
    const asked = (type: string) =>
      pack.filter((policy) => concerns(policy, type)).map(({ name }) => name);
    const always = ["pack-configured", "exempt-role-not-passed"];
    assert.deepEqual(asked("aws:ssm/document:Document"), [
      ...always,
      "session-document-logged",
      "resource-has-explicit-provider",
    ]);
    assert.deepEqual(asked("aws:sns/topic:Topic"), [...always, "resource-has-explicit-provider"]);
    assert.deepEqual(asked("awsx:ec2:Vpc"), []);
    assert.deepEqual(asked("sekisho:components:OsAccessRole"), []);
  });
});
