import * as assert from "node:assert/strict";
import { World } from "./aws/world";
import { changes } from "./engineEvents";
import { assertPassed, assertRefused, editYaml, stackCommands } from "./engineRun";
import { assertSamePlan } from "./parity";
import { needsPulumi } from "./pulumiCli";
import { Journey, travel } from "./stackJourney";

const management = "111111111111";
const unit = "aws:organizations/organizationalUnit:OrganizationalUnit";
const member = "aws:organizations/account:Account";
const policy = "aws:organizations/policy:Policy";

const world = new World();
const idOf = (type: string, name: string) =>
  world.all().find((held) => held.type === type && held.inputs.name === name)?.id;

async function organization({ project, said }: Journey) {
  const stack = stackCommands(project, "organization");
  const sandbox = stackCommands(project, "guardrails-Sandbox");
  await stack.init();
  await sandbox.init();
  said.preview = await stack.preview();
  said.up = await stack.up();
  said.again = await stack.up();
  said.sandboxWithoutId = await sandbox.preview();

  const sandboxId = idOf(unit, "Sandbox");
  editYaml(project, "organization.yaml", ["organizationalUnits", "Sandbox", "id"], sandboxId);
  editYaml(
    project,
    "organization.yaml",
    ["accounts", "playground", "id"],
    idOf(member, "playground"),
  );
  said.withIds = await stack.up();
  said.sandboxWithId = await sandbox.preview();

  editYaml(project, "organization.yaml", ["organizationalUnits", "Laboratory"], { managed: true });
  said.moreUnits = await stack.up();
  said.destroy = await stack.destroy();
}

async function guardrails({ project, said }: Journey) {
  const stack = stackCommands(project, "guardrails-Workloads");
  await stack.init();
  said.guardrailsPreview = await stack.preview();
  said.guardrailsUp = await stack.up("--policy-pack", "policypack");
  said.guardrailsAgain = await stack.up();
  const automationRoles = ["PatchAutomation", "BackupAutomation"];
  editYaml(project, "organization.yaml", ["automationRoles"], automationRoles);
  said.guardrailsChanged = await stack.up();
  said.guardrailsDestroy = await stack.destroy();
}

describe("the stacks of the management account under the real engine", function () {
  this.timeout(300_000);
  let said: Journey["said"];
  let end: (() => void) | undefined;

  before(needsPulumi);
  before(async () => {
    world.existingRole(management, "SekishoDeploy");
    ({ said, end } = await travel(world, [organization, guardrails]));
  });
  after(() => end?.());

  it("organization: a preview passes the policy pack", () => assertPassed(said.preview));

  it("organization: a preview is what the offline host plans, resource by resource, input by input", () =>
    assertSamePlan("organization", said.preview));

  it("organization: an update makes the managed OUs and accounts", () => {
    assertPassed(said.up);
    const made = changes(said.up.steps).filter((change) => change.startsWith("create aws:"));
    assert.deepEqual(made, [
      `create ${member} accounts-playground`,
      `create ${unit} organizational-units-Sandbox`,
    ]);
  });

  it("organization: a second update changes nothing", () => {
    assertPassed(said.again);
    assert.deepEqual(changes(said.again.steps), []);
  });

  it("organization: ids written back to a managed OU and account change nothing", () => {
    assertPassed(said.withIds);
    assert.deepEqual(changes(said.withIds.steps), []);
  });

  it("organization: one more managed OU is created, and nothing else happens", () => {
    assertPassed(said.moreUnits);
    assert.deepEqual(changes(said.moreUnits.steps), [
      `create ${unit} organizational-units-Laboratory`,
    ]);
  });

  it("organization: a destroy is refused and closes no account", () => {
    assertRefused(said.destroy, /protected/);
    assert.ok(idOf(member, "playground"));
    assert.ok(idOf(unit, "Sandbox"));
  });

  it("guardrails: an OU has a stack from the moment its id is known", () => {
    assertRefused(said.sandboxWithoutId, /declares nothing for the stack 'guardrails-Sandbox'/);
    assertPassed(said.sandboxWithId);
  });

  it("guardrails: a preview passes the policy pack", () => assertPassed(said.guardrailsPreview));

  it("guardrails: a preview is what the offline host plans, resource by resource, input by input", () =>
    assertSamePlan("guardrails-Workloads", said.guardrailsPreview));

  it("guardrails: an update attaches every policy to the OU, and a second one changes nothing", () => {
    assertPassed(said.guardrailsUp);
    const attached = said.guardrailsUp.steps.filter(({ type }) =>
      type.endsWith("PolicyAttachment"),
    );
    const policies = said.guardrailsUp.steps.filter(({ type }) => type === policy);
    assert.ok(policies.length > 0);
    assert.equal(attached.length, policies.length);
    assertPassed(said.guardrailsAgain);
    assert.deepEqual(changes(said.guardrailsAgain.steps), []);
  });

  it("guardrails: one more automation role updates documents in place", () => {
    assertPassed(said.guardrailsChanged);
    const changed = said.guardrailsChanged.steps.filter(({ op }) => op !== "same");
    assert.ok(changed.length > 0, "nothing was changed");
    for (const { op, type, diffs } of changed) {
      assert.deepEqual({ op, type, diffs }, { op: "update", type: policy, diffs: ["content"] });
    }
  });

  it("guardrails: a destroy detaches before it deletes", () => {
    assertPassed(said.guardrailsDestroy);
    assert.equal(idOf(policy, "sekisho-Workloads-scp-1"), undefined);
  });
});
