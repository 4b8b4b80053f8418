import * as assert from "node:assert/strict";
import {
  maximumRcpCharacters,
  resourceControlPolicies,
} from "../../guardrails/resourceControlPolicies";
import { PolicyDocument, statement } from "../support";
import { zoneWith } from "../zone";

describe("resource control policies", () => {
  const texts = () => resourceControlPolicies(zoneWith());
  const document = () => JSON.parse(texts()[0]!) as PolicyDocument;

  it("are one document within AWS's size", () => {
    assert.equal(texts().length, 1);
    assert.ok(texts()[0]!.length <= maximumRcpCharacters);
  });

  it("deny everybody, as AWS lets an RCP do only", () => {
    for (const { Effect, Principal, Resource } of document().Statement) {
      assert.deepEqual(
        { Effect, Principal, Resource },
        {
          Effect: "Deny",
          Principal: "*",
          Resource: "arn:aws:iam::*:role/OSAccess",
        },
      );
    }
  });

  it("refuse callers from other accounts, service principals among them", () => {
    assert.deepEqual(statement(document(), "OsAccessOnlyFromIdentityAccount").Condition, {
      StringNotEquals: { "aws:PrincipalAccount": "222222222222" },
    });
  });

  it("refuse federated callers, whom no SCP reaches", () => {
    assert.deepEqual(statement(document(), "OsAccessNotByFederation").Action, [
      "sts:AssumeRoleWithSAML",
      "sts:AssumeRoleWithWebIdentity",
    ]);
  });

  it("refuse callers without MFA, an absent key included", () => {
    assert.deepEqual(statement(document(), "OsAccessNeedsMfa").Condition, {
      BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
    });
  });
});
