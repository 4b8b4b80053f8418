import * as assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type * as facts from "../../iam/facts";
import { ActionFacts, loadActionFacts } from "../../iam/facts";

const file = join(__dirname, "../../iam/facts.ts");
const loader = join(__dirname, "../../engine/bundled.cjs");

describe("facts about actions", () => {
  let systemsManager: ActionFacts;

  before(async () => {
    systemsManager = await loadActionFacts(["ssm:StartSession"]);
  });

  it("know an action in any letter case", () =>
    assert.equal(systemsManager.of("SSM:startsession")?.action, "ssm:StartSession"));

  it("know no other action", () => {
    for (const action of ["ssm:StartSesion", "ssm:Start*", "ec2:RunInstances", "constructor"]) {
      assert.equal(systemsManager.of(action), undefined, action);
    }
  });

  it("tell what an action works on", () => {
    const { resourceTypes = [], accessLevels } = systemsManager.of("ssm:SendCommand") ?? {};
    assert.deepEqual(accessLevels, ["Write"]);
    assert.deepEqual(resourceTypes, [
      { name: "bucket", arn: "arn:*:s3:::*", required: false },
      { name: "document", arn: "arn:*:ssm:*:*:document/*", required: true },
      { name: "instance", arn: "arn:*:ec2:*:*:instance/*", required: false },
      { name: "managed-instance", arn: "arn:*:ssm:*:*:managed-instance/*", required: false },
    ]);
  });

  it("tell the condition keys of an action and of its resources", () => {
    const { conditionKeys = [] } = systemsManager.of("ssm:StartSession") ?? {};
    assert.ok(conditionKeys.includes("ssm:SessionDocumentAccessCheck"));
    assert.ok(conditionKeys.includes("ssm:DocumentType"));
    assert.equal(new Set(conditionKeys).size, conditionKeys.length);
  });

  const patterns = [
    { pattern: "ssm:ResumeSession", expected: ["ssm:ResumeSession"] },
    { pattern: "SSM:*sessioN", expected: ["Resume", "Start", "Terminate"].map(session) },
    { pattern: "ssm:?tartSession", expected: ["ssm:StartSession"] },
    { pattern: "ssm:StartSessions", expected: [] },
    { pattern: "ec2:*", expected: [] },
  ];
  for (const { pattern, expected } of patterns) {
    it(`find what fits ${pattern}`, () =>
      assert.deepEqual(systemsManager.fitting(pattern), expected));
  }

  const misspelt = [
    { name: "ssm:StartSesion", meant: "ssm:StartSession" },
    { name: "ssm:startsesion", meant: "ssm:StartSession" },
    { name: "smm:StartSession", meant: "ssm:StartSession" },
    { name: "ecs2:RunInstances", meant: "ec2:RunInstances" },
    { name: "ssm:Unlike", meant: undefined },
    { name: "ssm:", meant: undefined },
    { name: `ssm:${"x".repeat(100_000)}`, meant: undefined },
    { name: "nothing-like-it:StartSession", meant: undefined },
  ];
  for (const { name, meant } of misspelt) {
    it(`take ${name.slice(0, 40)} for ${meant ?? "nothing that AWS has"}`, async () =>
      assert.equal((await loadActionFacts([name])).nearest(name), meant));
  }

  it("are loaded of the services that are asked for, and of no other", async () => {
    const loaded = await loadActionFacts(["SSM:*", "ec2-instance-*:SendSSHPublicKey"]);
    const services = new Set(loaded.actions.map((action) => action.split(":")[0]));
    assert.deepEqual([...services], ["ssm", "ec2-instance-connect"]);
  });

  it("of all services hold more than twenty thousand actions", async () => {
    const { length } = (await loadActionFacts(["*"])).actions;
    assert.ok(length > 20_000, `${length}`);
  });

  it("say from which version and of which date they are", () => {
    assert.match(systemsManager.source, /^@cloud-copilot\/iam-data \d+\.\d+\.\d+$/);
    assert.match(systemsManager.date, /^20\d\d-\d\d-\d\d$/);
  });

  it("are found from a bundle too", async () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const bundled = require(loader) as (entry: string) => typeof facts;
    assert.ok((await bundled(file).loadActionFacts(["sts:*"])).of("sts:AssumeRole"));
  });

  it("are found from a worker thread too", async () => {
    const program = `
      const { parentPort } = require("node:worker_threads");
      const { loadActionFacts } = require(${JSON.stringify(loader)})(${JSON.stringify(file)});
      loadActionFacts(["sts:*"]).then((facts) => parentPort.postMessage(facts.actions.length));`;
    const [actions] = (await once(new Worker(program, { eval: true }), "message")) as [number];
    assert.ok(actions > 10);
  });
});

function session(verb: string): string {
  return `ssm:${verb}Session`;
}
