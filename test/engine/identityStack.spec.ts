import * as assert from "node:assert/strict";
import { Grant } from "../../model/landingZone";
import { accountNamed } from "../../model/names";
import { openingOf } from "../../model/openings";
import { exampleZone } from "../example/landingZone";
import { World } from "./aws/world";
import { changes } from "./engineEvents";
import { assertPassed, stackCommands } from "./engineRun";
import { assertSamePlan } from "./parity";
import { needsPulumi } from "./pulumiCli";
import { Journey, travel } from "./stackJourney";

const identityAccount = "222222222222";
const zone = exampleZone();
const granted = [...new Set(zone.grants.map(({ user }) => user))].sort();

const world = new World();
const heldNow = () => world.all().filter((held) => held.account === identityAccount);

describe("the identity stack under the real engine", function () {
  this.timeout(300_000);
  let said: Journey["said"];
  let end: (() => void) | undefined;
  let made: ReturnType<typeof heldNow>;

  async function identity({ project, said }: Journey) {
    const stack = stackCommands(project, "identity");
    await stack.init();
    said.preview = await stack.preview();
    said.up = await stack.up();
    made = heldNow();
    said.again = await stack.up();
    project.write("grants.yaml", "grants: []\n");
    said.withoutGrants = await stack.up();
  }

  const ofType = (type: string) => made.filter((held) => held.type === type);

  before(needsPulumi);
  before(async () => {
    world.existingRole(identityAccount, "SekishoDeploy");
    ({ said, end } = await travel(world, [identity]));
  });
  after(() => end?.());

  it("passes the policy pack in a preview", () => assertPassed(said.preview));

  it("is previewed as the offline host plans it, resource by resource, input by input", () =>
    assertSamePlan("identity", said.preview));

  it("makes the declared users, each below the boundary and in its groups", () => {
    assertPassed(said.up);
    assert.deepEqual(
      ofType("aws:iam/user:User")
        .map(({ inputs }) => [inputs.name, inputs.permissionsBoundary])
        .sort(),
      zone.users
        .map(({ name }) => [
          name,
          `arn:aws:iam::${identityAccount}:policy/os-access/SekishoUserBoundary`,
        ])
        .sort(),
    );
    const groupsOf = Object.fromEntries(
      ofType("aws:iam/userGroupMembership:UserGroupMembership").map(
        ({ inputs }) => [String(inputs.user), inputs.groups] as const,
      ),
    );
    assert.deepEqual(
      groupsOf,
      Object.fromEntries(
        zone.users.map(({ name, groups }) => [name, ["SekishoUsers", ...groups].sort()]),
      ),
    );
  });

  /** The first moment of a grant, and the first in which nothing starts any more, in each of its accounts. */
  const endsOf = (grant: Grant) =>
    grant.accounts
      .map((name) => openingOf(grant, accountNamed(zone, name)))
      .flatMap(({ from, startUntil }) => [from, startUntil]);

  it("attaches to each user with grants a policy of exactly their windows", () => {
    const attached = ofType("aws:iam/userPolicyAttachment:UserPolicyAttachment");
    assert.deepEqual(attached.map(({ inputs }) => inputs.user).sort(), granted);
    for (const user of granted) {
      const { inputs } = attached.find((each) => each.inputs.user === user)!;
      const policy = ofType("aws:iam/policy:Policy").find(
        ({ state }) => state.arn === inputs.policyArn,
      );
      const moments = String(policy?.inputs.policy).match(/\d{4}-\d\d-\d\dT[\d:]+Z/g);
      const windows = zone.grants.filter((grant) => grant.user === user);
      assert.deepEqual(
        [...new Set(moments)].sort(),
        [...new Set(windows.flatMap(endsOf))].sort(),
        user,
      );
    }
  });

  it("makes no password and no key, and a second update changes nothing", () => {
    assert.deepEqual(
      made.filter(({ type }) => /loginProfile|accessKey/i.test(type)),
      [],
    );
    assertPassed(said.again);
    assert.deepEqual(changes(said.again.steps), []);
  });

  it("deletes the grants that are taken out, and changes nothing else", () => {
    assertPassed(said.withoutGrants);
    assert.deepEqual(
      changes(said.withoutGrants.steps),
      granted
        .flatMap((user) => [
          `delete aws:iam/policy:Policy grants-${user}-1`,
          `delete aws:iam/userPolicyAttachment:UserPolicyAttachment grants-${user}-attachment-1`,
          `delete sekisho:components:UserGrants grants-${user}`,
        ])
        .sort(),
    );
  });
});
