import * as assert from "node:assert/strict";
import { planOrganization } from "../../engine/check";
import { AccountProver } from "../../proof/accountProver";
import { PlannedIdentity } from "../../proof/plannedIdentities";
import { PlannedOrganization } from "../../proof/plannedOrganization";
import { AccountProof, proveGuarded } from "../../proof/proof";
import { administrator } from "../../proof/proofOfPath";
import { evaluate } from "../../iam/evaluate";
import { KnownAccount } from "../../model/landingZone";
import { accountNamed } from "../../model/names";
import { accountWith, zoneWith } from "../zone";

/** The planned organization with one role of web-production changed. */
async function withRole(
  name: string,
  change: (role: PlannedIdentity) => PlannedIdentity,
): Promise<PlannedOrganization> {
  const zone = zoneWith();
  const planned = await planOrganization(zone);
  const accounts = zone.accounts.map((account) => {
    const { identities, managed } = planned.planned(account);
    const changed = identities.map((each) =>
      account.name === "web-production" && each.name === name ? change(each) : each,
    );
    return [account.name, { identities: changed, managed }] as const;
  });
  return new PlannedOrganization(zone, new Map(accounts));
}

const web = "web-production";

function proofOf(planned: PlannedOrganization, account = web): AccountProof {
  return proveGuarded(planned).guarded.find(({ accounts }) => accounts.includes(account))!;
}

function roleOf(proof: AccountProof, name: string) {
  return proof.roles.find(({ role }) => role === name)!;
}

const openTrust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
});

describe("the proof of a guarded account", () => {
  it("closes every access path to everyone but the exempt roles, and names the statement", async () => {
    const { paths } = proofOf(await planOrganization(zoneWith()));
    assert.deepEqual(
      paths.filter(({ check }) => check.result !== "proved"),
      [],
    );
    const sends = paths.find(({ path }) => path === "OnlyAutomationSendsCommands")!;
    assert.deepEqual(sends.exempt, ["PatchAutomation"]);
    assert.ok(sends.check.result === "proved");
    assert.deepEqual(
      sends.check.statements.map(({ kind, sid }) => [kind, sid]),
      [["scp", "OnlyAutomationSendsCommands"]],
    );
  });

  it("says of each exempt role that is planned who takes it and what it can use", async () => {
    const proof = proofOf(await planOrganization(zoneWith()));
    assert.deepEqual(
      proof.roles.map(({ role }) => role),
      ["OSAccess", "SekishoDeploy", "SessionAuditor"],
    );
    assert.ok(
      proof.roles.every(({ claims }) => claims.every(({ check }) => check.result === "proved")),
    );
    assert.deepEqual(roleOf(proof, "OSAccess").uses, ["OnlyOsAccessStartsSessions"]);
    assert.equal(roleOf(proof, "SessionAuditor").uses.includes("OnlyReaderReadsTranscripts"), true);
  });

  it("names the versions of AWS's policies that it rests on", async () => {
    const { managedPolicies } = proveGuarded(await planOrganization(zoneWith()));
    assert.ok(managedPolicies.some((title) => /^ReadOnlyAccess v\d+ /.test(title)));
  });

  it("says nothing of accounts that no guardrail reaches", async () => {
    const { guarded } = proveGuarded(await planOrganization(zoneWith()));
    assert.deepEqual(
      guarded.map(({ accounts }) => accounts),
      [[web]],
    );
  });

  it("refutes a trust policy that lets others in, with a request that is allowed", async () => {
    const planned = await withRole("SessionAuditor", (role) => ({
      ...role,
      trust: { name: "trust policy", text: openTrust },
    }));
    const account = accountNamed(planned.zone, web) as KnownAccount;
    const { claims } = roleOf(proofOf(planned), "SessionAuditor");
    const refuted = claims.flatMap(({ check }) => (check.result === "refuted" ? [check] : []));
    const resource = planned.trustOf(account, planned.identity(account, "role", "SessionAuditor")!);
    assert.ok(refuted.length > 0);
    for (const { request } of refuted) {
      const { rcps } = planned.above(account);
      assert.equal(
        evaluate(request, { identity: [administrator], resource, rcps }).result,
        "allowed",
      );
    }
  });

  it("holds OSAccess by the RCP though its trust policy lets others in", async () => {
    const planned = await withRole("OSAccess", (role) => ({
      ...role,
      trust: { name: "trust policy", text: openTrust },
    }));
    const { claims } = roleOf(proofOf(planned), "OSAccess");
    const withoutMfa = claims.find(({ claim }) => claim === "nobody assumes it without MFA")!;
    assert.equal(withoutMfa.check.result, "proved");
    const others = claims.find(({ claim }) => claim.includes("another's name"))!;
    assert.equal(others.check.result, "refuted");
  });

  it("does not decide about a trust policy that only an update knows", async () => {
    const planned = await withRole("OSAccess", (role) => ({ ...role, trust: { name: "trust" } }));
    const [claim] = roleOf(proofOf(planned), "OSAccess").claims;
    assert.deepEqual(claim!.check, {
      result: "undecided",
      reason: "only an update knows the trust policy of OSAccess",
    });
  });

  it("takes a managed policy that nobody has read to allow everything, and names it", async () => {
    const unread = "arn:aws:iam::aws:policy/NewerThanTheData";
    const planned = await withRole("OSAccess", (role) => ({ ...role, attached: [unread] }));
    const role = roleOf(proofOf(planned), "OSAccess");
    assert.deepEqual(role.unread, [unread]);
    const limits = role.claims.find(({ claim }) => claim.startsWith("its own policies"))!;
    assert.equal(limits.check.result, "proved");
    const free = await withRole("OSAccess", (each) => ({
      ...each,
      attached: [unread],
      inline: [],
    }));
    const open = roleOf(proofOf(free), "OSAccess").claims.at(-1)!.check;
    assert.equal(open.result, "refuted");
  });
});

describe("answers that accounts share", () => {
  const zone = zoneWith({
    accounts: [
      ...zoneWith().accounts,
      accountWith({ name: "shop", id: "444444444444" }),
      accountWith({ name: "blog", id: "666666666666" }),
      accountWith({
        name: "mail",
        id: "555555555555",
        osAccess: { ...accountWith().osAccess, channels: ["shell", "ssh"] },
      }),
    ],
  });

  it("stand together, and apart where an account differs", async () => {
    const { guarded } = proveGuarded(await planOrganization(zone));
    assert.deepEqual(
      guarded.map(({ accounts }) => accounts),
      // Of web-production more is claimed: somebody has a grant there.
      [[web], ["shop", "blog"], ["mail"]],
    );
  });

  it("are those of each account asked alone", async () => {
    const planned = await planOrganization(zone);
    for (const group of proveGuarded(planned).guarded) {
      for (const name of group.accounts) {
        const alone = new AccountProver(planned).prove(accountNamed(zone, name) as KnownAccount);
        const results = ({ paths, roles }: Omit<AccountProof, "accounts">) => [
          paths.map(({ path, exempt, check }) => [path, exempt, check.result]),
          roles.map(({ role, uses, claims }) => [
            role,
            uses,
            claims.map(({ check }) => check.result),
          ]),
        ];
        assert.deepEqual(results(alone.answers), results(group));
      }
    }
  });
});
