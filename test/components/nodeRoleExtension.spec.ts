import * as assert from "node:assert/strict";
import { nodePolicy } from "../../components/nodePolicy";
import { NodeRoleExtension } from "../../components/nodeRoleExtension";
import { inventory, only } from "../support";
import { accountWith, zoneWith } from "../zone";
import { underProvider, unknownInputs } from "./underProvider";

const account = accountWith({ nodeRoles: ["AmazonSSMRoleForInstancesQuickSetup"] });
const extensionOf = () =>
  underProvider(
    (opts) =>
      new NodeRoleExtension(
        "quick-setup",
        { zone: zoneWith(), account, role: "AmazonSSMRoleForInstancesQuickSetup" },
        opts,
      ),
  );

describe("NodeRoleExtension", () => {
  it("makes the two rights and no role", async () => {
    assert.deepEqual(inventory(await extensionOf()), [
      "aws:iam/rolePolicy:RolePolicy quick-setup-policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment quick-setup-core",
      "sekisho:components:NodeRoleExtension quick-setup",
    ]);
  });

  it("is known in a preview", async () => {
    assert.deepEqual(unknownInputs(await extensionOf()), []);
  });

  it("gives the named role the nodes' policy", async () => {
    assert.deepEqual(only(await extensionOf(), "aws:iam/rolePolicy:RolePolicy").inputs, {
      role: "AmazonSSMRoleForInstancesQuickSetup",
      name: "SekishoNode",
      policy: nodePolicy(zoneWith(), account),
    });
  });

  it("attaches the core policy and leaves it when the extension goes", async () => {
    const core = only(await extensionOf(), "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    assert.deepEqual(core.inputs, {
      role: "AmazonSSMRoleForInstancesQuickSetup",
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
    assert.equal(core.retainOnDelete, true);
  });
});
