import * as assert from "node:assert/strict";
import { planStack } from "../../engine/offline";
import main = require("../../index");

describe("the program", () => {
  it("runs the stack that Pulumi names", async () => {
    const { resources } = await planStack("bootstrap-audit", main);
    assert.ok(resources.some(({ type }) => type === "sekisho:components:DeployRole"));
  });

  it("says of a stack that nothing declares which is meant, and what to do after a renaming", async () => {
    await assert.rejects(planStack("account-web-producton", main), {
      message:
        "organization.yaml declares nothing for the stack 'account-web-producton'; is account-web-production " +
        "meant? 'npx sekisho plan' lists its stacks. If an account or OU was renamed, rename its stack: " +
        "pulumi stack rename <new name>.",
    });
  });
});
