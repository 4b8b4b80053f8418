import * as assert from "node:assert/strict";
import { HybridNodeRole } from "../../components/hybridNodeRole";
import { nodePolicy } from "../../components/nodePolicy";
import { documentOf, inventory, only } from "../support";
import { accountWith, zoneWith } from "../zone";
import { underProvider, unknownInputs } from "./underProvider";

const roleOf = () =>
  underProvider(
    (opts) => new HybridNodeRole("hybrid", { zone: zoneWith(), account: accountWith() }, opts),
  );

describe("HybridNodeRole", () => {
  it("makes the role, its rights, and nothing else", async () => {
    assert.deepEqual(inventory(await roleOf()), [
      "aws:iam/role:Role hybrid-role",
      "aws:iam/rolePolicy:RolePolicy hybrid-policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment hybrid-core",
      "sekisho:components:HybridNodeRole hybrid",
    ]);
  });

  it("is known in a preview", async () => {
    assert.deepEqual(unknownInputs(await roleOf()), []);
  });

  it("is trusted by Systems Manager alone, for this account and its declared regions", async () => {
    const role = only(await roleOf(), "aws:iam/role:Role");
    assert.equal(role.inputs.name, "SekishoHybridNode");
    assert.deepEqual(documentOf(role, "assumeRolePolicy").Statement, [
      {
        Sid: "ManagedNodes",
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "333333333333" },
          ArnEquals: {
            "aws:SourceArn": [
              "arn:aws:ssm:ap-northeast-1:333333333333:*",
              "arn:aws:ssm:us-east-1:333333333333:*",
            ],
          },
        },
      },
    ]);
  });

  it("has the rights of an EC2 node", async () => {
    const made = await roleOf();
    assert.deepEqual(only(made, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs, {
      role: "SekishoHybridNode",
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
    assert.deepEqual(only(made, "aws:iam/rolePolicy:RolePolicy").inputs, {
      role: "SekishoHybridNode",
      name: "SekishoHybridNode",
      policy: nodePolicy(zoneWith(), accountWith()),
    });
  });
});
