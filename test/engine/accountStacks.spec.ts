import * as assert from "node:assert/strict";
import { World } from "./aws/world";
import { changes } from "./engineEvents";
import { assertPassed, assertRefused, editYaml, stackCommands } from "./engineRun";
import { assertSamePlan } from "./parity";
import { needsPulumi } from "./pulumiCli";
import { Journey, travel } from "./stackJourney";

const identityAccount = "222222222222";
const webProduction = "444444444444";
const document = "aws:ssm/document:Document";

/** What Session Manager writes when somebody opens its preferences in the console. */
const foundPreferences = {
  name: "SSM-SessionManagerRunShell",
  documentType: "Session",
  documentFormat: "JSON",
  content: JSON.stringify({
    schemaVersion: "1.0",
    description: "Document to hold regional settings for Session Manager",
    sessionType: "Standard_Stream",
    inputs: { s3BucketName: "", s3EncryptionEnabled: true, idleSessionTimeout: "20" },
  }),
};

const world = new World();

async function account({ project, said }: Journey) {
  const bootstrap = stackCommands(project, "bootstrap-web-production");
  const stack = stackCommands(project, "account-web-production");
  await stack.init();
  await bootstrap.init();
  said.tooEarly = await stack.up();
  said.bootstrapPreview = await bootstrap.preview();
  said.bootstrapUp = await bootstrap.up("--policy-pack", "policypack");
  said.bootstrapAgain = await bootstrap.up();

  said.preview = await stack.preview();
  said.up = await stack.up();
  said.again = await stack.up();
  editYaml(project, "organization.yaml", ["accounts", "web-production", "adopt"], undefined);
  said.adopted = await stack.up();
  editYaml(project, "organization.yaml", ["osAccess", "idleTimeout"], "20m");
  said.changed = await stack.up();
  said.destroy = await stack.destroy();
}

async function identity({ project, said }: Journey) {
  const stack = stackCommands(project, "identity");
  await stack.init();
  said.identityPreview = await stack.preview();
  said.identityUp = await stack.up();
  said.identityAgain = await stack.up();
  project.write("grants.yaml", "grants: []\n");
  said.withoutGrants = await stack.up();
}

describe("the stacks of member accounts under the real engine", function () {
  this.timeout(300_000);
  let said: Journey["said"];
  let end: (() => void) | undefined;

  before(needsPulumi);
  before(async () => {
    world.existingRole(identityAccount, "SekishoDeploy");
    world.existingRole(identityAccount, "sekisho-ci");
    world.create(document, webProduction, "ap-northeast-1", foundPreferences);
    ({ said, end } = await travel(world, [account, identity]));
  });
  after(() => end?.());

  it("account: before the bootstrap there is no deploy role to work with", () =>
    assertRefused(said.tooEarly, /cannot assume IAM Role.*SekishoDeploy/));

  it("bootstrap: a preview passes the policy pack", () => assertPassed(said.bootstrapPreview));

  it("bootstrap: a preview is what the offline host plans, resource by resource, input by input", () =>
    assertSamePlan("bootstrap-web-production", said.bootstrapPreview));

  it("bootstrap: an update makes the deploy role, and a second one changes nothing", () => {
    assertPassed(said.bootstrapUp);
    assert.ok(world.principalExists(`arn:aws:iam::${webProduction}:role/SekishoDeploy`));
    assertPassed(said.bootstrapAgain);
    assert.deepEqual(changes(said.bootstrapAgain.steps), []);
  });

  it("account: a preview that adopts unlogged preferences passes the policy pack", () =>
    assertPassed(said.preview));

  it("account: a preview is what the offline host plans, resource by resource, input by input", () =>
    assertSamePlan("account-web-production", said.preview));

  it("account: an update adopts the preferences that exist, and a second one changes nothing", () => {
    assertPassed(said.up);
    const documents = said.up.steps.filter(({ type }) => type === document);
    assert.deepEqual(
      documents
        .map(({ op, name }) => `${op} ${name}`)
        .filter((step) => step.includes("preferences"))
        .sort(),
      [
        "create session-preferences-us-east-1-document",
        "import session-preferences-ap-northeast-1-document",
      ],
    );
    assertPassed(said.again);
    assert.deepEqual(changes(said.again.steps), []);
  });

  it("account: once adopted, the preferences get our content in place", () => {
    assertPassed(said.adopted);
    assert.deepEqual(changes(said.adopted.steps), [
      `update ${document} session-preferences-ap-northeast-1-document`,
    ]);
  });

  it("account: another idle timeout updates the preferences of each region, and nothing else", () => {
    assertPassed(said.changed);
    assert.deepEqual(changes(said.changed.steps), [
      `update ${document} session-preferences-ap-northeast-1-document`,
      `update ${document} session-preferences-us-east-1-document`,
    ]);
  });

  it("account: a destroy is refused and leaves the log bucket", () => {
    assertRefused(said.destroy, /protected/);
    const bucket = `sekisho-session-logs-${webProduction}`;
    assert.ok(world.find("aws:s3/bucket:Bucket", webProduction, "ap-northeast-1", bucket));
  });

  it("identity: a preview passes the policy pack", () => assertPassed(said.identityPreview));

  it("identity: a preview is what the offline host plans, resource by resource, input by input", () =>
    assertSamePlan("identity", said.identityPreview));

  it("identity: an update makes users and grants, and a second one changes nothing", () => {
    assertPassed(said.identityUp);
    assertPassed(said.identityAgain);
    assert.deepEqual(changes(said.identityAgain.steps), []);
  });

  it("identity: grants that are taken out are deleted, and nothing else changes", () => {
    assertPassed(said.withoutGrants);
    const changed = changes(said.withoutGrants.steps);
    assert.ok(changed.length > 0, "nothing was deleted");
    for (const change of changed) {
      assert.match(change, /^delete \S+ grants-/);
    }
  });
});
