import { DeployedPolicy } from "./deployedPolicies";
import { Actor, Credentials, root, session, user } from "./actor";
import { everything } from "./awsManagedPolicies";
import { identity } from "./places";
import { Change } from "./scenario";

/** Administrator of an account by a role that its team made: nothing of ours is on it. */
export const teamAdministrator = (account: string): Actor =>
  session(account, "TeamAdmin", "mallory", [everything]);

/** An IAM user that the team made for a pipeline, with every right and an access key. */
export const teamUser = (account: string): Actor =>
  user(account, "pipeline", "access key", [everything]);

export const rootUser = root;

/** A user of the identity account, by name. */
export const person = (name: string, credentials: Credentials = "MFA"): Actor =>
  user(identity, `os-access/${name}`, credentials);

export const osAccess = (account: string, name: string): Actor =>
  session(account, "OSAccess", name);

export const deploy = (account: string): Actor => session(account, "SekishoDeploy", "sekisho-ci");

export const automation = (account: string): Actor =>
  session(account, "PatchAutomation", "patching", [everything]);

export const reader = (account: string): Actor => session(account, "SessionAuditor", "dave");

/** Names of the roles that guardrails exempt. */
export const exemptNames = [
  "OSAccess",
  "PatchAutomation",
  "SekishoDeploy",
  "SessionAuditor",
] as const;

/** Roles that are exempt in one account only, or that people switch to. */
export const otherNames = ["Administrator", "ReadOnly", "SSM-JustInTimeAccessTokenRole"] as const;
/** Roles that nodes carry. */
export const nodeNames = ["SekishoNode", "SekishoHybridNode", "FactoryGateway"] as const;
export type RoleName =
  (typeof exemptNames)[number] | (typeof otherNames)[number] | (typeof nodeNames)[number];

/** An exempt role on which somebody put AdministratorAccess. */
export const unlimited = (account: string, name: string): Actor =>
  session(account, name, "mallory", [everything]);

/** Roles that anyone may make because their names only look like an exempt one. */
export const lookalikes = (name: string): string[] => [
  `${name}2`,
  `My${name}`,
  // ARNs have letter case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
  name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase(),
  `team/${name}`,
];

/** The world in which roles and log buckets have lost the denies of their own, so that the guardrails stand alone. */
export const withoutOwnDenies: Change = (world) =>
  world.with(
    new Map(world.titles((policy) => ownDeny.has(policy.label)).map((title) => [title, undefined])),
  );

const ownDeny: ReadonlySet<DeployedPolicy["label"]> = new Set([
  "OSAccess Deny",
  "os-access/SessionGrants-1",
  "SekishoDeploy Limits",
  "log bucket",
]);

/** The world in which OSAccess has lost the Deny that holds for everybody in it. */
export const withoutOsAccessDeny: Change = (world) =>
  world.with(
    new Map(
      world.titles(({ label }) => label === "OSAccess Deny").map((title) => [title, undefined]),
    ),
  );

/** The world in which exempt roles have lost the denies of their own. */
export const withoutRoleDenies: Change = (world) =>
  world.with(
    new Map(
      world
        .titles(({ label }) => label !== "log bucket" && ownDeny.has(label))
        .map((title) => [title, undefined]),
    ),
  );

/** The world in which RCPs are not enabled. */
export const withoutRcps: Change = (world) =>
  world.with(
    new Map(world.titles(({ kind }) => kind === "rcp").map((title) => [title, undefined])),
  );

/** The world in which no SCP is attached. */
export const withoutScps: Change = (world) =>
  world.with(
    new Map(world.titles(({ kind }) => kind === "scp").map((title) => [title, undefined])),
  );
