import * as assert from "node:assert/strict";
import { organizationPolicies } from "../../guardrails/organizationPolicies";
import { OwnPolicy } from "../../model/landingZone";
import { accountNamed } from "../../model/names";
import { planNamedStack } from "../../engine/check";
import { accountWith, zoneWith } from "../zone";

const regionLimit: OwnPolicy = {
  file: "policies/region-limit.json",
  type: "SERVICE_CONTROL_POLICY",
  text: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
};

/** The names of the policies at each level. */
function namesOf(zone: ReturnType<typeof zoneWith>, account: string, kind: "scps" | "rcps") {
  const above = organizationPolicies(zone)(accountNamed(zone, account));
  return above[kind].map((level) => level.map(({ id }) => id));
}

describe("the organization's policies above an account", () => {
  it("are a list a level: the root, each OU from the top down, the account", () => {
    const zone = zoneWith({
      organizationalUnits: [
        ...zoneWith().organizationalUnits,
        { path: "Workloads/Web", name: "Web", parent: "Workloads", id: "ou-1", managed: false },
      ],
      accounts: [...zoneWith().accounts, accountWith({ name: "shop", ou: "Workloads/Web" })],
    });
    const { levels } = organizationPolicies(zone)(accountNamed(zone, "shop"));
    assert.deepEqual(levels, ["Root", "Workloads", "Workloads/Web", "shop"]);
    const [root, workloads, ...below] = namesOf(zone, "shop", "scps");
    assert.deepEqual([root, ...below], [["FullAWSAccess"], ["FullAWSAccess"], ["FullAWSAccess"]]);
    assert.ok(workloads!.length > 2, workloads!.join());
  });

  it("are none for the management account", () => {
    const zone = zoneWith();
    const above = organizationPolicies(zone)(accountNamed(zone, "management"));
    assert.deepEqual([above.scps, above.rcps, above.levels], [[], [], []]);
  });

  it("are AWS's own alone below a target whose id is not known", () => {
    const guardrails = [{ name: "Workloads", kind: "organizationalUnit" as const }];
    const full = ["FullAWSAccess"];
    assert.deepEqual(namesOf(zoneWith({ guardrails }), "web-production", "scps"), [
      full,
      full,
      full,
    ]);
  });

  it("hold the organization's own files where they are attached, but for what is no policy", () => {
    const [workloads] = zoneWith().guardrails;
    const broken = { ...regionLimit, file: "policies/broken.json", text: "{" };
    const rcp = {
      ...regionLimit,
      file: "policies/perimeter.json",
      type: "RESOURCE_CONTROL_POLICY" as const,
    };
    const zone = zoneWith({
      guardrails: [{ ...workloads!, policies: [regionLimit, broken, rcp] }],
    });
    assert.equal(namesOf(zone, "web-production", "scps")[1]!.at(-1), regionLimit.file);
    assert.equal(namesOf(zone, "web-production", "rcps")[1]!.at(-1), rcp.file);
    const all = ["scps", "rcps"].flatMap((kind) =>
      namesOf(zone, "web-production", kind as "scps").flat(),
    );
    assert.ok(!all.includes(broken.file));
  });

  it("are what the guardrails stack attaches, text for text", async () => {
    const zone = zoneWith();
    const { resources } = await planNamedStack(zone, "guardrails-Workloads");
    const contents = resources
      .filter(({ type }) => type === "aws:organizations/policy:Policy")
      .map(({ inputs }) => inputs.content);
    const { texts } = organizationPolicies(zone)(accountNamed(zone, "web-production"));
    assert.deepEqual(texts.filter((text) => contents.includes(text)).length, contents.length);
    assert.equal(texts.length, contents.length + 1);
  });

  it("are compiled once where the text is the same, so that equal accounts have equal keys", () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, accountWith({ name: "shop", id: "444444444444" })],
    });
    const above = organizationPolicies(zone);
    const [web, shop] = ["web-production", "shop"].map((name) => above(accountNamed(zone, name)));
    assert.equal(web!.key, shop!.key);
    assert.equal(web!.scps[1]![1], shop!.scps[1]![1]);
    assert.notEqual(web!.key, above(accountNamed(zone, "identity")).key);
  });
});
