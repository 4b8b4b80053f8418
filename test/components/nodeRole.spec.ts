import * as assert from "node:assert/strict";
import { NodeRole, instanceTrust } from "../../components/nodeRole";
import { nodePolicy } from "../../components/nodePolicy";
import { documentOf, inventory, only } from "../support";
import { accountWith, zoneWith } from "../zone";
import { underProvider, unknownInputs } from "./underProvider";

const roleOf = () =>
  underProvider((opts) => new NodeRole("node", { zone: zoneWith(), account: accountWith() }, opts));

describe("NodeRole", () => {
  it("makes the role, its rights, the instance profile, and nothing else", async () => {
    assert.deepEqual(inventory(await roleOf()), [
      "aws:iam/instanceProfile:InstanceProfile node-profile",
      "aws:iam/role:Role node-role",
      "aws:iam/rolePolicy:RolePolicy node-policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment node-core",
      "sekisho:components:NodeRole node",
    ]);
  });

  it("is known in a preview", async () => {
    assert.deepEqual(unknownInputs(await roleOf()), []);
  });

  it("is trusted by EC2 alone", async () => {
    const role = only(await roleOf(), "aws:iam/role:Role");
    assert.equal(role.inputs.name, "SekishoNode");
    assert.deepEqual(documentOf(role, "assumeRolePolicy").Statement, [
      {
        Sid: "Instances",
        Effect: "Allow",
        Principal: { Service: "ec2.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]);
  });

  it("is trusted by the EC2 of its partition", () => {
    assert.match(instanceTrust("aws-cn"), /"ec2\.amazonaws\.com\.cn"/);
    assert.match(instanceTrust("aws-us-gov"), /"ec2\.amazonaws\.com"/);
  });

  it("has the core policy, the nodes' policy and a profile of its own name", async () => {
    const made = await roleOf();
    assert.deepEqual(only(made, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs, {
      role: "SekishoNode",
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
    assert.deepEqual(only(made, "aws:iam/rolePolicy:RolePolicy").inputs, {
      role: "SekishoNode",
      name: "SekishoNode",
      policy: nodePolicy(zoneWith(), accountWith()),
    });
    assert.deepEqual(only(made, "aws:iam/instanceProfile:InstanceProfile").inputs, {
      role: "SekishoNode",
      name: "SekishoNode",
    });
  });
});
