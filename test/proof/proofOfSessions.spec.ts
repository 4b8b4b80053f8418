import * as assert from "node:assert/strict";
import { planOrganization } from "../../engine/check";
import { Grant } from "../../model/landingZone";
import { explainRequest } from "../../proof/explain";
import { PlannedOrganization } from "../../proof/plannedOrganization";
import { proveGuarded } from "../../proof/proof";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const web = "web-production";
const [grant] = zoneWith().grants as readonly [Grant];

const nobody = "nobody without a grant starts, resumes or carries on a session";
const outside = "nobody does so before, between or after their windows";
const beyond = "in a window the nodes and channels of the grant alone are open";
const older = "credentials from before a revocation do nothing";

type Zone = Parameters<typeof zoneWith>[0];

/** The planned organization with the statements of grants in web-production written otherwise. */
async function plannedWith(
  change: (text: string) => string,
  changes: Zone = {},
): Promise<PlannedOrganization> {
  const zone = zoneWith(changes);
  const planned = await planOrganization(zone);
  return new PlannedOrganization(
    zone,
    new Map(
      zone.accounts.map((account) => {
        const { identities, managed } = planned.planned(account);
        const changed = managed.map(({ name, text }) => ({
          name,
          text: name.includes("SessionGrants") ? change(text!) : text!,
        }));
        return [account.name, { identities, managed: changed }];
      }),
    ),
  );
}

/** What is claimed of sessions in an account, with each answer. */
function claimsOf(planned: PlannedOrganization, account = web) {
  const { roles } = proveGuarded(planned).guarded.find(({ accounts }) =>
    accounts.includes(account),
  )!;
  return roles
    .find(({ role }) => role === "OSAccess")!
    .claims.filter(({ claim }) => [nobody, outside, beyond, older].includes(claim));
}

const onOneNode: Zone = {
  grants: [{ ...grant, nodes: { kind: "ids", ids: ["i-0aaaaaaaaaaaaaaa1"] } }],
};
const revoked: Zone = { grants: [{ ...grant, revoked: "2026-12-01T02:00:00Z" }] };

describe("the proof of sessions", () => {
  it("is made of each account whose windows hold inside OSAccess", async () => {
    const claims = claimsOf(await plannedWith((text) => text, revoked));
    assert.deepEqual(
      claims.map(({ claim, check }) => [claim, check.result]),
      [nobody, outside, beyond, older].map((claim) => [claim, "proved"]),
    );
  });

  it("claims of an account without grants that nobody gets in", async () => {
    const claims = claimsOf(await plannedWith((text) => text, { grants: [] }));
    assert.deepEqual(
      claims.map(({ claim, check }) => [claim, check.result]),
      [[nobody, "proved"]],
    );
  });

  it("claims nothing where the window holds on taking the role alone", async () => {
    const [management, identity, target] = zoneWith().accounts;
    const osAccess = osAccessWith({ windows: "assume-role" });
    const accounts = [management!, identity!, { ...target!, osAccess }];
    assert.deepEqual(claimsOf(await plannedWith((text) => text, { accounts })), []);
  });

  const wrong: {
    title: string;
    change: (text: string) => string;
    zone?: Zone;
    refuted: readonly string[];
  }[] = [
    {
      title: "a window that ends a second too late",
      change: (text) => text.replaceAll("2026-12-01T04:00:00Z", "2026-12-01T04:00:01Z"),
      refuted: [outside, beyond],
    },
    {
      title: "a window that begins a second too early",
      change: (text) => text.replaceAll("2026-12-01T00:00:00Z", "2026-11-30T23:59:59Z"),
      refuted: [outside, beyond],
    },
    {
      title: "a window in another year, between two pieces that are closed",
      change: (text) =>
        text
          .replaceAll("2026-12-01T00:00:00Z", "2028-12-01T00:00:00Z")
          .replaceAll("2026-12-01T04:00:00Z", "2028-12-01T04:00:00Z"),
      refuted: [outside, beyond],
    },
    {
      title: "a window of everybody",
      change: (text) => text.replaceAll("*:alice", "*"),
      refuted: [nobody],
    },
    {
      title: "a window of names that end in the right one",
      change: (text) => text.replaceAll("*:alice", "*alice"),
      refuted: [nobody],
    },
    {
      title: "a window of somebody without a grant",
      change: (text) => text.replaceAll("*:alice", "*:mallory"),
      refuted: [nobody],
    },
    {
      title: "a grant for one node that opens every node",
      change: (text) => text.replaceAll("instance/i-0aaaaaaaaaaaaaaa1", "instance/*"),
      zone: onOneNode,
      refuted: [beyond],
    },
    {
      title: "a revocation that leaves older credentials for a second",
      change: (text) =>
        text.replace(
          /"aws:TokenIssueTime":"2026-12-01T02:00:00Z"/,
          '"aws:TokenIssueTime":"2026-12-01T01:59:59Z"',
        ),
      zone: revoked,
      refuted: [older],
    },
  ];
  for (const { title, change, zone, refuted } of wrong) {
    it(`refutes ${title}, with a request that explain replays`, async () => {
      const planned = await plannedWith(change, zone);
      const found = claimsOf(planned).flatMap(({ claim, check }) =>
        check.result === "refuted" ? [{ claim, request: check.request }] : [],
      );
      assert.deepEqual(
        found.map(({ claim }) => claim),
        refuted,
      );
      for (const { request } of found) {
        assert.equal(explainRequest(planned, request).allowed, true, JSON.stringify(request));
      }
    });
  }

  it("finds a statement of another policy that lets somebody in at any time", async () => {
    const planned = await plannedWith((text) =>
      text.replace(
        "[{",
        '[{"Sid":"All","Effect":"Allow","Action":"ssm:StartSession","Resource":"*"},{',
      ),
    );
    assert.deepEqual(
      claimsOf(planned).map(({ check }) => check.result),
      ["refuted", "refuted", "refuted"],
    );
  });

  it("shares no answer with an account in which the same grant is written wrongly", async () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, accountWith({ name: "shop", id: "444444444444" })],
      users: [...zoneWith().users, { name: "bob", groups: [] }],
      grants: [grant, { ...grant, id: "g-2", user: "bob", accounts: ["shop"] }],
    });
    const planned = await planOrganization(zone);
    const wrongIn = (wrong: string) =>
      new PlannedOrganization(
        zone,
        new Map(
          zone.accounts.map((account) => {
            const { identities, managed } = planned.planned(account);
            const changed = managed.map(({ name, text }) => ({
              name,
              text: account.name === wrong ? text!.replaceAll("04:00:00Z", "05:00:00Z") : text!,
            }));
            return [account.name, { identities, managed: changed }];
          }),
        ),
      );
    for (const wrong of [web, "shop"]) {
      const answers = Object.fromEntries(
        [web, "shop"].map((name) => {
          const claims = claimsOf(wrongIn(wrong), name);
          return [name, claims.map(({ check }) => check.result)];
        }),
      );
      const right = wrong === web ? "shop" : web;
      assert.deepEqual(answers, {
        [right]: ["proved", "proved", "proved"],
        [wrong]: ["proved", "refuted", "refuted"],
      });
    }
  });
});
