import * as assert from "node:assert/strict";
import { resourceControlPolicies } from "../../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { ActionFacts, loadActionFacts } from "../../iam/facts";
import { exampleZone } from "../example/landingZone";
import { DenyStatement, neverMatches } from "./statementsCanMatch";
import { zone } from "./underGuardrails";

const statements: DenyStatement[] = [zone, exampleZone()].flatMap((each) =>
  each.guardrails
    .flatMap((target) => [
      ...serviceControlPolicies(each, target).map(({ content }) => content),
      ...resourceControlPolicies(each, target),
    ])
    .flatMap((content) => (JSON.parse(content) as { Statement: DenyStatement[] }).Statement),
);

describe("the statements of the guardrails", () => {
  let facts: ActionFacts;

  before(async () => {
    facts = await loadActionFacts(statements.flatMap(({ Action }) => Action));
  });

  it("can each deny each of their actions, on each of their resources, says AWS's reference", () => {
    assert.ok(statements.length > 100);
    assert.deepEqual(new Set(statements.flatMap((each) => neverMatches(each, facts))), new Set());
  });

  const broken: [what: string, statement: DenyStatement, fault: RegExp][] = [
    [
      "an action that AWS does not have",
      { Sid: "Typo", Action: "ssm:StartSesion", Resource: "*" },
      /Typo: ssm:StartSesion is no action/,
    ],
    [
      "a resource that its action is never checked on",
      {
        Sid: "OtherType",
        Action: "ssm:SendCommand",
        Resource: "arn:aws:iam::*:role/OSAccess",
      },
      /ssm:SendCommand works on none of the resources/,
    ],
    [
      "one resource of several that nothing works on",
      {
        Sid: "Idle",
        Action: "sts:AssumeRole",
        Resource: ["arn:aws:iam::*:role/OSAccess", "arn:aws:iam::*:user/alice"],
      },
      /no action works on arn:aws:iam::\*:user\/alice/,
    ],
    [
      "a NotResource that spares all",
      {
        Sid: "Spared",
        Action: "ssm:UpdateDocument",
        NotResource: ["arn:*:ssm:*:*:document/*"],
      },
      /ssm:UpdateDocument has no resource/,
    ],
    [
      "a condition on a key that the request does not have",
      {
        Sid: "NoKey",
        Action: "ssm:SendCommand",
        Resource: "*",
        Condition: { StringEquals: { "ec2:CreateAction": "RunInstances" } },
      },
      /ssm:SendCommand does not send ec2:CreateAction/,
    ],
    [
      "a Null that asks for such a key",
      {
        Sid: "NullKey",
        Action: "ssm:SendCommand",
        Resource: "*",
        Condition: { Null: { "ec2:Attribute/UserData": "false" } },
      },
      /ssm:SendCommand does not send ec2:Attribute\/UserData/,
    ],
  ];
  for (const [what, statement, fault] of broken) {
    it(`are told from one with ${what}`, async () => {
      const known = await loadActionFacts([statement.Action].flat());
      assert.match(neverMatches(statement, known).join("\n"), fault);
    });
  }
});
