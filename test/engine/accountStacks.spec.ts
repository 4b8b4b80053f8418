import * as assert from "node:assert/strict";
import { World } from "./aws/world";
import { changes } from "./engineEvents";
import { assertPassed, assertRefused, editYaml, stackCommands } from "./engineRun";
import { assertSamePlan } from "./parity";
import { needsPulumi } from "./pulumiCli";
import { Journey, travel } from "./stackJourney";

const webProduction = "444444444444";
const windowsProduction = "666666666666";
const factoryProduction = "777777777777";
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
const heldBy = (account: string) => world.all().filter((held) => held.account === account);

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
  editYaml(project, "grants.yaml", ["grants", 0, "revoked"], "2026-12-01T09:30:00+09:00");
  said.revoked = await stack.up();
  said.destroy = await stack.destroy();
  said.takenDown = await stack.destroy("--exclude-protected");
}

async function justInTime({ project, said }: Journey) {
  const stack = stackCommands(project, "account-factory-production");
  await stack.init();
  said.justInTime = await stack.up("--policy-pack", "policypack");
  said.justInTimeAgain = await stack.up();
}

async function withoutCloudWatch({ project, said }: Journey) {
  const stack = stackCommands(project, "account-windows-production");
  await stack.init();
  const logs = ["accounts", "windows-production", "osAccess", "logs"];
  editYaml(project, "organization.yaml", logs, { cloudWatch: "off" });
  said.withoutCloudWatch = await stack.up("--policy-pack", "policypack");
  said.withoutCloudWatchAgain = await stack.up();
}

describe("the stacks of an account under the real engine", function () {
  this.timeout(300_000);
  let said: Journey["said"];
  let end: (() => void) | undefined;

  before(needsPulumi);
  before(async () => {
    // The CI role, and what the bootstrap stacks of the other two have made.
    world.existingRole("222222222222", "sekisho-ci");
    world.existingRole(factoryProduction, "SekishoDeploy");
    world.existingRole(factoryProduction, "FactoryGateway");
    world.existingRole(windowsProduction, "SekishoDeploy");
    world.create(document, webProduction, "ap-northeast-1", foundPreferences);
    ({ said, end } = await travel(world, [account, justInTime, withoutCloudWatch]));
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

  it("account: a revoked grant updates the function that ends sessions, in place and in each region", () => {
    assertPassed(said.revoked);
    const functions = "aws:lambda/function:Function session-expiry-";
    assert.deepEqual(
      changes(said.revoked.steps).filter((change) => change.includes(functions)),
      [`update ${functions}ap-northeast-1-function`, `update ${functions}us-east-1-function`],
    );
  });

  it("account: a destroy is refused and leaves the log bucket", () => {
    assertRefused(said.destroy, /protected/);
    const bucket = `sekisho-session-logs-${webProduction}`;
    assert.ok(world.find("aws:s3/bucket:Bucket", webProduction, "ap-northeast-1", bucket));
  });

  it("account: taken down as the pages say, it leaves what transcripts need, and the deploy role", () => {
    assertPassed(said.takenDown);
    const left = heldBy(webProduction).map(({ type, region }) => `${type} ${region}`);
    const home = "ap-northeast-1";
    assert.deepEqual(left.sort(), [
      `aws:cloudwatch/logGroup:LogGroup ${home}`,
      "aws:cloudwatch/logGroup:LogGroup us-east-1",
      "aws:iam/role:Role global",
      "aws:iam/rolePolicy:RolePolicy global",
      "aws:iam/rolePolicy:RolePolicy global",
      // Of sessions and of log groups.
      ...[home, home, "us-east-1", "us-east-1"].map((region) => `aws:kms/key:Key ${region}`),
      `aws:s3/bucket:Bucket ${home}`,
      `aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration ${home}`,
      `aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration ${home}`,
      `aws:s3/bucketOwnershipControls:BucketOwnershipControls ${home}`,
      `aws:s3/bucketPolicy:BucketPolicy ${home}`,
      `aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock ${home}`,
      `aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration ${home}`,
      `aws:s3/bucketVersioning:BucketVersioning ${home}`,
    ]);
    assert.ok(world.principalExists(`arn:aws:iam::${webProduction}:role/SekishoDeploy`));
  });

  it("account: in just-in-time mode it gets no OSAccess, and keys that AWS's own role may use", () => {
    assertPassed(said.justInTime);
    assertPassed(said.justInTimeAgain);
    assert.deepEqual(changes(said.justInTimeAgain.steps), []);
    assert.ok(!world.principalExists(`arn:aws:iam::${factoryProduction}:role/OSAccess`));
    const keys = heldBy(factoryProduction).filter(({ inputs }) =>
      String(inputs.description).startsWith("Session Manager sessions"),
    );
    assert.equal(keys.length, 2);
    for (const { inputs } of keys) {
      assert.match(
        JSON.stringify(inputs.tags),
        /"SystemsManagerJustInTimeNodeAccessManaged":"true"/,
      );
    }
  });

  it("account: with rdp and without CloudWatch it gets a desktop and no log group", () => {
    assertPassed(said.withoutCloudWatch);
    assertPassed(said.withoutCloudWatchAgain);
    assert.deepEqual(changes(said.withoutCloudWatchAgain.steps), []);
    const held = heldBy(windowsProduction);
    assert.deepEqual(
      held.filter(({ id }) => id === "/sekisho/sessions"),
      [],
    );
    const policies = held.filter(({ inputs }) => inputs.path === "/os-access/");
    assert.match(JSON.stringify(policies), /ssm-guiconnect:StartConnection/);
    const preferences = held.filter(({ inputs }) => inputs.name === foundPreferences.name);
    assert.equal(preferences.length, 2);
    for (const { inputs } of preferences) {
      assert.match(String(inputs.content), /"cloudWatchLogGroupName":""/);
    }
  });
});
