import * as assert from "node:assert/strict";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { guardrailsOver } from "../../guardrails/coverage";
import { resourceControlPolicies } from "../../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { CompiledPolicy } from "../../iam/compile";
import { Decision } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { Context, RequestResource } from "../../iam/request";
import { RequestPrincipal } from "../../iam/caller";
import { LandingZone } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

/** Accounts of every kind that the guardrails treat alike or apart, all of them guarded. */
export const zone: LandingZone = zoneWith({
  accounts: [
    ...zoneWith().accounts,
    accountWith({
      name: "factory",
      id: "444444444444",
      nodeRoles: ["FactoryGateway"],
      osAccess: osAccessWith({ mode: "just-in-time-node-access" }),
    }),
    accountWith({
      name: "windows",
      id: "555555555555",
      osAccess: osAccessWith({ channels: ["shell", "rdp"] }),
    }),
  ],
  groups: [
    {
      name: "operators",
      switchTo: [{ role: "ReadOnly", accounts: ["web-production", "factory"] }],
    },
  ],
  guardrails: [
    { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
    { name: "Security", kind: "organizationalUnit", id: "ou-ab12-33333333" },
  ],
});

export const identity = "222222222222";
export const web = "333333333333";
export const factory = "444444444444";
export const windows = "555555555555";

/** What somebody asks for, with every right that an identity or resource policy can give. */
export interface Asked {
  readonly as: RequestPrincipal;
  readonly action: string;
  readonly on?: string | RequestResource;
  readonly context?: Context;
  /** The account of what is asked for, where its ARN does not tell. */
  readonly owner?: string;
}

const everything = { Effect: "Allow", Action: "*", Resource: "*" };

function open(kind: "identity" | "resource" | "scp", statement: object): CompiledPolicy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return compiledPolicy(kind, text, `open ${kind}`);
}

const administrator = open("identity", everything);
const openToAll = open("resource", { ...everything, Principal: "*" });
const full = open("scp", everything);

/** Which of the guardrails are there. */
export interface Attached {
  /** Keys of SCPs that are not attached for now. */
  readonly detached?: readonly string[];
  readonly scps?: false;
  readonly rcps?: false;
}

/** The Sids that deny it; empty where it is allowed. The test fails on any other answer. */
export function deniedBy(asked: Asked, attached: Attached = {}): string[] {
  const { result, decidedBy, unknownKeys } = decide(asked, attached);
  assert.ok(
    result === "allowed" || result === "explicitly denied",
    `${asked.action} is ${result}: ${unknownKeys.join(", ")}`,
  );
  return result === "allowed" ? [] : decidedBy.map(({ sid }) => sid!);
}

function decide({ as, action, on = "*", context, owner }: Asked, attached: Attached): Decision {
  const { detached = [], scps = true, rcps = true } = attached;
  const caller = typeof as === "string" ? as.split(":")[4] : undefined;
  const holder = owner ?? ((typeof on === "string" ? on : on.arn).split(":")[4] || caller);
  return evaluate(
    {
      principal: as,
      action,
      resources: [on],
      ...(holder && { resourceAccount: holder }),
      context: { ...(caller && { "aws:PrincipalOrgID": organizationOf(caller) }), ...context },
    },
    {
      identity: [administrator],
      resource: openToAll,
      scps: [[full], [full, ...(scps ? scpsOver(caller, detached) : [])]],
      rcps: rcps ? [rcpsOver(holder)] : [],
      managementAccount: "111111111111",
    },
  );
}

function organizationOf(account: string): string {
  return zone.accounts.some(({ id }) => id === account) ? zone.organization.id : "o-elsewhere00";
}

function targetsOver(id: string | undefined) {
  const account = zone.accounts.find((each) => each.id === id);
  return account === undefined ? [] : guardrailsOver(zone, account);
}

function scpsOver(id: string | undefined, detached: readonly string[]): CompiledPolicy[] {
  return targetsOver(id).flatMap((target) =>
    serviceControlPolicies(zone, target)
      .filter(({ key }) => !detached.includes(key))
      .map(({ key, content }) => compiledPolicy("scp", content, key)),
  );
}

function rcpsOver(id: string | undefined): CompiledPolicy[] {
  return targetsOver(id).flatMap((target) =>
    resourceControlPolicies(zone, target).map((content) => compiledPolicy("rcp", content, "rcp")),
  );
}

export const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
export const user = (name: string) => `arn:aws:iam::${identity}:user/os-access/${name}`;
