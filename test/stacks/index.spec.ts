import * as assert from "node:assert/strict";
import { planStack } from "../../engine/offline";
import { exampleFolder } from "../example/landingZone";
import main from "../../index";

describe("the program", () => {
  const caller = process.cwd();
  // Pulumi starts the program in the folder of the two files.
  before(() => process.chdir(exampleFolder));
  after(() => process.chdir(caller));

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
