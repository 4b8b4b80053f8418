import * as assert from "node:assert/strict";
import { deployRoleAllow, deployRoleLimits } from "../../components/deployRolePolicy";
import { osAccessAllow } from "../../components/osAccessAllow";
import { osAccessDeny } from "../../components/osAccessDeny";
import { openingStatements } from "../../components/osAccessWindows";
import { planStack } from "../../engine/offline";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { deployedRoles, deployedUsers } from "../../guardrails/preflight/deployedIdentities";
import { deployedSessionExpiry } from "../../guardrails/preflight/deployedSessionExpiry";
import { deployedStores } from "../../guardrails/preflight/deployedStores";
import { deployNeeds } from "../../guardrails/preflight/deployNeeds";
import { entryNeeds } from "../../guardrails/preflight/entryNeeds";
import { automationNeeds, nodeNeeds } from "../../guardrails/preflight/nodeNeeds";
import { evaluate } from "../../iam/evaluate";
import { loadActionFacts } from "../../iam/facts";
import { knownAccounts, rootArn } from "../../model/names";
import { openingOf } from "../../model/openings";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { zoneWith } from "../zone";

const zone = exampleZone();
const members = knownAccounts(zone).filter(({ name }) => name !== zone.organization.management);
const deployed = [...deployedRoles, ...deployedUsers, ...deployedStores, ...deployedSessionExpiry];
const identity = (...texts: string[]) =>
  texts.map((text, index) => compiledPolicy("identity", text, `${index}`));

describe("What must stay possible", () => {
  it("names the calls for every type of resource that a member account's stacks make", async () => {
    const types = new Set<string>();
    for (const { name, kind, run } of stackPrograms(zone)) {
      // Those run in the management account, which no SCP binds.
      if (kind !== "organization" && kind !== "guardrails") {
        const { resources } = await planStack(name, run);
        resources.forEach(({ type }) => types.add(type));
      }
    }
    assert.deepEqual(
      deployed.map(({ type }) => type).sort(),
      [...types].filter((type) => type.startsWith("aws:")).sort(),
    );
  });

  it("names actions that AWS has", async () => {
    const needs = members.flatMap((account) => [
      ...deployNeeds(zone, account),
      ...entryNeeds(zone, account),
      ...nodeNeeds(zone, account),
      ...automationNeeds(zone, account),
    ]);
    const actions = new Set(needs.map(({ request }) => request.action));
    const facts = await loadActionFacts([...actions]);
    assert.deepEqual(
      [...actions].filter((action) => facts.of(action)?.action !== action),
      [],
    );
    assert.ok(actions.size > 100, `${actions.size}`);
  });

  it("is within the deploy role's own rights", () => {
    for (const account of members) {
      const rights = identity(deployRoleAllow(zone, account), deployRoleLimits(zone, account));
      // The keys' own policies leave it to the account, as AWS's default does.
      const resource = compiledPolicy(
        "resource",
        JSON.stringify({
          Version: "2012-10-17",
          Statement: {
            Effect: "Allow",
            Principal: { AWS: rootArn(zone, account.id) },
            Action: "kms:*",
            Resource: "*",
          },
        }),
        "key",
      );
      const refused = deployNeeds(zone, account).filter(
        ({ request }) => evaluate(request, { identity: rights, resource }).result !== "allowed",
      );
      assert.deepEqual(
        refused.map(({ request }) => request.action),
        [],
        account.name,
      );
    }
  });

  it("is within OSAccess's own rights", () => {
    for (const account of members.filter(({ osAccess }) => osAccess.mode === "grants")) {
      const { channels } = account.osAccess;
      const grant = { ...zoneWith().grants[0]!, user: "session", channels };
      const Statement = openingStatements(zone, account, openingOf(grant, account));
      const rights = identity(
        osAccessAllow(zone, account),
        osAccessDeny(zone, account),
        JSON.stringify({ Version: "2012-10-17", Statement }),
      );
      const inWindow = { "aws:userid": "AROAEXAMPLE:session", "aws:CurrentTime": grant.from };
      const needs = entryNeeds(zone, account).filter(({ who }) => who === "the role OSAccess");
      const started = needs.filter(({ request }) => request.action === "ssm:StartSession");
      assert.equal(started.length % zone.regions.length, 0);
      for (const { request } of started) {
        const context = { ...request.context, ...inWindow };
        const { result } = evaluate({ ...request, context }, { identity: rights });
        assert.equal(result, "allowed", `${account.name} ${JSON.stringify(request)}`);
      }
    }
  });
});
