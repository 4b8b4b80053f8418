import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import { needsPulumi } from "../engine/pulumiCli";
import { KillableOrganization, openKillable } from "./support/killableOrganization";
import { statesIn } from "./support/states";

describe("a rollout that is killed again while it settles what a kill left", function () {
  this.timeout(600_000);
  let organization: KillableOrganization;

  before(needsPulumi);

  before(async () => {
    organization = await openKillable(2);
  });

  after(() => organization?.close());

  it("makes a resource that it had not made, though what settles its state is killed too", async () => {
    const { project, world } = organization;
    assert.equal((await project.run("up", "--bootstrap")).code, 0);
    project.edit(["roles", "Auditor"], { policies: [] });
    project.edit(["groups", "operators", "switchTo", 1], { role: "Auditor", accounts: "*" });
    const stack = "account-identity";
    const first = { at: 1, all: true, reached: false };
    assert.ok(await organization.killed(["up", "--only", stack], first), organization.told.at(-1));
    assert.match(String(statesIn(project.state).get(stack)?.pending), /creating .*Auditor/);
    // The first calls about the stack are now the reads of a refresh.
    assert.ok(await organization.killed(["resume"], first), organization.told.at(-1));
    const end = await project.report("resume");
    assert.equal(end.code, 0, end.stderr);
    const made = world
      .all()
      .filter(({ inputs, account }) => inputs.name === "Auditor" && account === "222222222222");
    assert.equal(made.length, 1);
    const { resources, pending } = statesIn(project.state).get(stack)!;
    assert.deepEqual(pending, []);
    assert.ok(resources.some(({ id }) => id === "Auditor"));
  });

  it("leaves no policy pack behind", () => {
    const folder = join(organization.project.folder, ".sekisho");
    const running = fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return [fs.readFileSync(`/proc/${pid}/cmdline`, "utf8")];
        } catch {
          return [];
        }
      });
    assert.deepEqual(
      running.filter((command) => command.includes(folder)),
      [],
    );
  });
});
