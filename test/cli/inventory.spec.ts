import * as assert from "node:assert/strict";
import { awsResources, inventory } from "../../cli/inventory";
import { count, list } from "../../cli/words";

describe("The inventory of a stack", () => {
  it("names the components in their order and leaves out what they consist of", () => {
    const resources = {
      "pulumi:pulumi:Stack": 1,
      "pulumi:providers:aws": 1,
      "sekisho:account:OsAccessRole": 1,
      "aws:iam/role:Role": 4,
      "sekisho:account:SwitchRole": 3,
      "sekisho:account:SessionLogBucket": 1,
    };

    assert.deepEqual(inventory(resources), [
      "OS access role",
      "3 switch roles",
      "session log bucket",
    ]);
  });

  it("names the resources of a stack without components", () => {
    const resources = {
      "pulumi:pulumi:Stack": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 2,
    };

    assert.deepEqual(inventory(resources), ["role", "2 policies"]);
  });

  it("counts the resources of AWS alone", () => {
    const resources = {
      "pulumi:pulumi:Stack": 1,
      "pulumi:providers:aws": 2,
      "sekisho:account:SwitchRole": 3,
      "aws:iam/role:Role": 4,
      "aws:s3/bucket:Bucket": 1,
    };

    assert.equal(awsResources(resources), 5);
  });
});

describe("Words", () => {
  const counts = [
    { amount: 0, noun: "violation", text: "0 violations" },
    { amount: 1, noun: "policy", text: "1 policy" },
    { amount: 2, noun: "policy", text: "2 policies" },
    { amount: 2, noun: "session key", text: "2 session keys" },
    { amount: 2, noun: "session preferences", text: "2 session preferences" },
  ];
  for (const { amount, noun, text } of counts) {
    it(`say ${text}`, () => assert.equal(count(amount, noun), text));
  }

  it("join a list as people do", () => {
    assert.equal(list(["shell"]), "shell");
    assert.equal(list(["shell", "rdp", "ssh"]), "shell, rdp and ssh");
  });
});
