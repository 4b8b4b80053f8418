import { AccessCheck, PrincipalSet, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { identityAccount, managementAccount, osAccessPath, roleArn } from "../model/names";
import { Exemption } from "../guardrails/exemptions";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { administrator } from "./proofOfPath";
import { worstOf } from "./proofSharing";

/** A sentence about an exempt role, and whether its planned documents prove it. */
export interface RoleClaim {
  readonly claim: string;
  readonly check: AccessCheck;
}

interface Claim {
  readonly claim: string;
  /** Requests of which none may pass. */
  readonly requests: readonly RequestSet[];
}

/** Every call that makes somebody a session of a role. */
export const assumptions: readonly string[] = [
  "sts:AssumeRole",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
];

/**
 * Whether the role's trust policy and the RCPs above it let none of the requests pass: whatever policies of their own
 * people have, and without the help of the SCPs in their accounts, which may be anywhere.
 */
export function proveClaim(
  organization: PlannedOrganization,
  account: KnownAccount,
  role: PlannedIdentity,
  requests: readonly RequestSet[],
): AccessCheck {
  const resource = organization.trustOf(account, role);
  if (resource === undefined) {
    const reason = `only an update knows the trust policy of ${role.name}`;
    return { result: "undecided", reason };
  }
  const policies = {
    identity: [administrator],
    resource,
    rcps: organization.above(account).rcps,
    managementAccount: managementAccount(organization.zone).id,
  };
  return worstOf(requests.map((set) => checkAccessNotGranted(policies, set)));
}

/** Who the sanctioned principals of an exempt role are, as requests of everyone else. */
export function assumptionClaims(
  zone: LandingZone,
  account: KnownAccount,
  exemption: Exemption,
  { name }: PlannedIdentity,
): Claim[] {
  const role = roleArn(zone, account.id, name);
  switch (exemption) {
    case "osAccess":
    case "reader":
    case "requester":
      return identityUserClaims(zone, role);
    case "deploy":
      return [
        {
          claim: `only ${zone.deploy.trustedBy} assumes it`,
          requests: [anybody(zone, role, [zone.deploy.trustedBy])],
        },
      ];
    default:
      return [{ claim: "nobody assumes it", requests: [anybody(zone, role, [])] }];
  }
}

/** A name that nobody has: what is proved of it is proved of every name that no document speaks of. */
const somebodyElse = "somebody.else";

function identityUserClaims(zone: LandingZone, role: string): Claim[] {
  const folder = `arn:${zone.organization.partition}:iam::${identityAccount(zone).id}:user${osAccessPath}`;
  const user = { principals: [`${folder}*`], actions: assumptions, resources: [role] };
  const mfa = "aws:MultiFactorAuthPresent";
  return [
    {
      claim: `only users of the identity account at ${osAccessPath} assume it`,
      requests: [anybody(zone, role, [`${folder}*`])],
    },
    {
      claim: "nobody assumes it without MFA",
      requests: [
        { ...user, absent: [mfa] },
        { ...user, context: { [mfa]: "false" } },
      ],
    },
    {
      claim: "nobody assumes it under another's name",
      requests: [
        {
          ...user,
          except: [`${folder}${somebodyElse}`, `${folder}*/${somebodyElse}`],
          context: { "sts:RoleSessionName": somebodyElse },
        },
      ],
    },
  ];
}

/** Whoever may ask for a role at all, in whatever account. */
function anybody(zone: LandingZone, role: string, except: readonly string[]): RequestSet {
  const { partition } = zone.organization;
  const principals: PrincipalSet[] = [
    `arn:${partition}:iam::*:role/*`,
    `arn:${partition}:iam::*:user/*`,
    `arn:${partition}:iam::*:root`,
    `arn:${partition}:sts::*:federated-user/*`,
    { service: "*" },
    { federated: "*" },
    { anonymous: true },
  ];
  return { principals, except, actions: assumptions, resources: [role] };
}
