import * as assert from "node:assert/strict";
import { switchTargets } from "../../cli/switchTargets";
import { checkLandingZone, planNamedStack, planOrganization } from "../../engine/check";
import { StackPlan } from "../../engine/plan";
import { CheckReport } from "../../engine/report";
import { Account, LandingZone } from "../../model/landingZone";
import { accountNamed } from "../../model/names";
import { openingsInto } from "../../model/openings";
import { accessMatrix } from "../../proof/accessMatrix";
import { proveGuarded } from "../../proof/proof";
import { deployedPolicies } from "../attacks/world/deployedPolicies";
import { play, stopOf } from "../attacks/world/scenario";
import { World } from "../attacks/world/world";
import { exampleZone } from "../example/landingZone";
import { attacks, uses } from "./scenarios";

const name = "factory-production";
const id = "777777777777";

/** The example, in which factory-production is in the mode, with the roles that may ask. */
function declared(requesters: readonly string[]): LandingZone {
  const zone = exampleZone();
  const requesting = (account: Account): Account =>
    account.name === name ? { ...account, osAccess: { ...account.osAccess, requesters } } : account;
  return { ...zone, accounts: zone.accounts.map(requesting) };
}

describe("an account of just-in-time node access, from the file to its last call", () => {
  const zone = declared(["ReadOnly"]);
  let stack: StackPlan;
  let report: CheckReport;
  let world: World;

  before(async () => {
    stack = await planNamedStack(zone, `account-${name}`);
    report = await checkLandingZone(zone);
    world = World.of(zone, await deployedPolicies(zone));
  });

  it("is opened by no grant, and gives nobody a profile of OSAccess", () => {
    assert.deepEqual(openingsInto(zone, accountNamed(zone, name)), []);
    const offered = zone.users.flatMap((user) =>
      switchTargets(zone, user, "2026-11-30T00:00:00Z").filter(
        ({ account, role }) => account.name === name && role === zone.osAccessRole,
      ),
    );
    assert.deepEqual(offered, []);
  });

  it("gets a stack without OSAccess and without a function that ends sessions", () => {
    const roles = stack.resources
      .filter(({ type }) => type === "aws:iam/role:Role")
      .map(({ inputs }) => inputs.name);
    assert.deepEqual(
      new Set(roles),
      new Set(["Administrator", "ReadOnly", "SekishoHybridNode", "SekishoNode", "SessionAuditor"]),
    );
    const components = stack.resources.map(({ type }) => type);
    assert.ok(components.includes("sekisho:components:SessionPreferences"));
    assert.ok(!components.includes("sekisho:components:OsAccessRole"));
    assert.ok(!components.includes("sekisho:components:SessionExpiry"));
  });

  it("keeps its transcripts, session limits and session key, with the tag that AWS wants on it", () => {
    const opener = `arn:aws:iam::${id}:role/SSM-JustInTimeAccessTokenRole`;
    const keys = stack.resources.filter(
      ({ type, inputs }) =>
        type === "aws:kms/key:Key" && String(inputs.policy).includes(`"${opener}"`),
    );
    assert.equal(keys.length, zone.regions.length);
    for (const { inputs } of keys) {
      assert.deepEqual(inputs.tags, { SystemsManagerJustInTimeNodeAccessManaged: "true" });
    }
    const preferences = stack.resources.filter(
      ({ inputs }) => inputs.name === "SSM-SessionManagerRunShell",
    );
    assert.equal(preferences.length, zone.regions.length);
    for (const { inputs } of preferences) {
      const { inputs: settings } = JSON.parse(String(inputs.content)) as {
        inputs: Record<string, unknown>;
      };
      assert.deepEqual(
        [settings.s3EncryptionEnabled, settings.idleSessionTimeout, settings.maxSessionDuration],
        [true, "15", "60"],
      );
    }
  });

  it("violates no policy of the pack, and each of its access paths is proved closed", () => {
    const faults = report.stacks.flatMap(({ violations, failure }) => [
      ...violations.map(({ message }) => message),
      ...(failure === undefined ? [] : [failure]),
    ]);
    assert.deepEqual(faults, []);
    const answers = report.proof.guarded.find(({ accounts }) => accounts.includes(name))!;
    assert.ok(answers.paths.length > 20, `${answers.paths.length}`);
    assert.deepEqual(
      answers.paths.filter(({ check }) => check.result !== "proved"),
      [],
    );
  });

  it("opens sessions to AWS's token role alone, and lets the named role alone ask", async () => {
    const holders = async (requesters: string[], path: string) => {
      const planned = await planOrganization(declared(requesters));
      return accessMatrix(planned, proveGuarded(planned), { account: name, path }).flatMap(
        ({ cells }) =>
          cells.flatMap((cell) => cell.holders.map((each) => each.through ?? each.name)),
      );
    };
    const token = ["SSM-JustInTimeAccessTokenRole"];
    assert.deepEqual(await holders(["Administrator"], "OnlyOsAccessStartsSessions"), token);
    assert.deepEqual(await holders(["Administrator"], "NoOsAccessBesideJustInTime"), token);
    // Bob and carol take Administrator; alice, bob, carol and erin ReadOnly, to which the stack gives the request.
    assert.deepEqual(await holders(["Administrator"], "NoJustInTimeAccess"), [
      "Administrator",
      "Administrator",
    ]);
    assert.deepEqual(
      await holders(["ReadOnly"], "NoJustInTimeAccess"),
      Array.from({ length: 4 }, () => "ReadOnly"),
    );
  });

  for (const use of uses) {
    it(`lets through that ${use.name}`, () => {
      const { stoppedAt, last } = play(world, use);
      const step = stoppedAt === undefined ? undefined : use.steps[stoppedAt]!.call;
      assert.equal(step, undefined, last.decidedBy.map(({ sid }) => sid).join());
    });
  }

  for (const attack of attacks) {
    it(`refuses that ${attack.name}`, () => {
      const { stoppedAt, last } = play(world, attack);
      assert.equal(stoppedAt, stopOf(attack));
      const said = [
        ...last.decidedBy.map(({ sid }) => sid),
        ...last.missing.map(({ kind }) => `no ${kind}`),
      ];
      assert.deepEqual(
        attack.because.filter((each) => !said.includes(each)),
        [],
        said.join(),
      );
    });
  }

  it("is told by check what to set up by hand, and what the mode cannot do", () => {
    const said = report.preflight
      .filter(({ target, message }) => target === name && message.startsWith("Just-in-time"))
      .map(({ message }) => message);
    assert.equal(said.length, 2);
    assert.match(
      said[0]!,
      /unified console .* delegated administrator, .* Quick Setup; approval policies/,
    );
    assert.match(said[0]!, /Free for 30 days/);
    assert.match(said[1]!, /cannot demand MFA on a request \(only on switching to ReadOnly\)/);
    assert.match(said[1]!, /another account or region, or end a session: SessionExpiry is off/);
  });

  it("is named by check among what stays open: AWS's approval policies are not part of the plan", () => {
    const entry = report.openByNature.find((each) => each.name.includes("just-in-time"));
    assert.equal(entry?.name, `just-in-time node access in ${name}`);
  });
});
