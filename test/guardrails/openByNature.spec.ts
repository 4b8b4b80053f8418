import * as assert from "node:assert/strict";
import { openByNature } from "../../guardrails/openByNature";
import { OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

/** What the settings of one account add to the list of an organization without any. */
function added(changes: Partial<OsAccess>): string[] {
  const named = (accounts: ReturnType<typeof accountWith>[]) =>
    openByNature(zoneWith({ accounts, automationRoles: [] })).map(({ name }) => name);
  const before = named([accountWith()]);
  return named([accountWith({ osAccess: osAccessWith(changes) })]).filter(
    (name) => !before.includes(name),
  );
}

describe("what stays open by nature", () => {
  it("says of each why and what to do, and names each once", () => {
    const open = openByNature(zoneWith());
    assert.ok(open.every(({ reason, remedy }) => reason.length > 20 && remedy.length > 10));
    assert.equal(new Set(open.map(({ name }) => name)).size, open.length);
    assert.ok(open.some(({ name }) => name === "the management account"));
  });

  it("names the automation roles, whose trust is not in the plan", () => {
    const names = openByNature(zoneWith()).map(({ name }) => name);
    assert.ok(names.includes("automation roles: PatchAutomation"));
  });

  it("names the roles of nodes that others made, for the same reason", () => {
    const accounts = [accountWith({ nodeRoles: ["FactoryGateway"] })];
    const names = openByNature(zoneWith({ accounts })).map(({ name }) => name);
    assert.ok(names.includes("node roles: FactoryGateway"));
  });

  it("names grants by a tag that no account declares, which no guardrail keeps", () => {
    const [grant] = zoneWith().grants;
    const byTag = (id: string, key: string) => ({
      ...grant!,
      id,
      nodes: { kind: "tag" as const, key, value: "web" },
    });
    const grants = [grant!, byTag("g-2", "team"), byTag("g-3", "OS-Access")];
    const names = openByNature(zoneWith({ grants })).map(({ name }) => name);
    assert.ok(names.includes("grants by a tag of their own: g-2"), names.join("; "));
  });

  const cases: { title: string; changes: Partial<OsAccess>; names: string[] }[] = [
    { title: "nothing for a shell", changes: {}, names: [] },
    {
      title: "tunnels without a transcript",
      changes: { channels: ["port-forward"] },
      names: ["sessions without a transcript in web-production"],
    },
    {
      title: "key pairs for rdp",
      changes: { channels: ["rdp"] },
      names: ["key pairs at launch in web-production"],
    },
    {
      title: "AWS's approvals of just-in-time node access",
      changes: { mode: "just-in-time-node-access" },
      names: ["just-in-time node access in web-production"],
    },
  ];
  for (const { title, changes, names } of cases) {
    it(`adds ${title}`, () => assert.deepEqual(added(changes), names));
  }
});
