import * as assert from "node:assert/strict";
import { ownPolicyLockOutFaults } from "../../guardrails/ownPolicies/lockOuts";
import { preflight } from "../../guardrails/preflight/preflight";
import { formatFault } from "../../model/fault";
import {
  automation,
  deploy,
  expiry,
  nodes,
  osAccess,
  policyOf,
  web,
  zoneOf,
} from "./ownPolicyZone";

describe("An Allow list of the organization's own", () => {
  const allow = (...actions: string[]) =>
    policyOf(
      "policies/allow.json",
      { Action: "ec2:RunInstances" },
      { Effect: "Allow", Action: actions },
    );

  it("is refused at its first Allow, for each that it locks out and with what it lacks", () => {
    const faults = ownPolicyLockOutFaults(zoneOf([allow("ec2:*", "s3:*")])).map(formatFault);
    const start = "policies/allow.json:9:5 Statement[1]: found an Allow list without ";
    const end =
      "allowed is one that has them: add them, or keep FullAWSAccess and write Deny statements.";
    assert.deepEqual(
      faults.map((line) => line.replace(/without .*? for /, "without ... for ")),
      [
        `${deploy}: ${web} can no longer be deployed`,
        `${osAccess}: a grant for ${web} opens no session`,
        ...nodes.map(
          (node) => `${node}: nodes of ${web} cannot be reached, or leave no transcript`,
        ),
        `${automation}: patching of ${web} stops`,
        `${expiry}: sessions in ${web} outlive their windows`,
      ].map((who) => `${start}... for ${who}, ${end}`),
    );
    assert.match(
      faults[0]!,
      /without iam:PassRole, iam:CreateRole, iam:DeleteRole and \d+ more for/,
    );
  });

  it("is taken where it has what everybody needs", () => {
    const services = [
      "cloudwatch",
      "ec2",
      "ec2messages",
      "events",
      "iam",
      "kms",
      "lambda",
      "logs",
      "s3",
      "ssm",
      "ssmmessages",
      "sts",
    ];
    const zone = zoneOf([allow(...services.map((service) => `${service}:*`))]);
    assert.deepEqual(ownPolicyLockOutFaults(zone), []);
    assert.deepEqual(
      preflight(zone)
        .filter(({ message }) => message.startsWith("policies/allow.json"))
        .map(({ target, level }) => ({ target, level })),
      [{ target: "Workloads", level: "note" }],
    );
  });

  it("is a Deny's fault where a Deny locks out besides", () => {
    const zone = zoneOf([policyOf("a.json", { Action: "s3:ListBucket" }, { Action: "kms:*" })]);
    assert.deepEqual(
      ownPolicyLockOutFaults(zone).map(({ line, path }) => `${line} ${path}`),
      ["4 Statement[0]", "9 Statement[1]", "9 Statement[1]", "9 Statement[1]", "9 Statement[1]"],
    );
  });
});
