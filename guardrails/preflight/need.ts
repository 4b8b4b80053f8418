import { Context, Request, RequestResource } from "../../iam/request";
import { KnownAccount, LandingZone } from "../../model/landingZone";
import { ouAndAncestors, roleArn } from "../../model/names";

/** A call that must stay possible whatever control policies are attached. */
export interface Need {
  /** Who makes it: `the deploy role SekishoDeploy`. */
  readonly who: string;
  /** What ends without it: `web-production can no longer be deployed`. */
  readonly otherwise: string;
  /** The account whose SCPs bind the caller. */
  readonly caller: KnownAccount;
  /** The account whose RCPs guard the resource. */
  readonly owner: KnownAccount;
  readonly request: Request;
}

/** One call: what it does, on what, and where it is sent. */
export interface Call {
  readonly action: string;
  /** None is `*`. */
  readonly resources?: readonly (string | RequestResource)[];
  readonly region: string;
  /** Condition keys beyond those that every request of ours has. */
  readonly context?: Context;
}

/**
 * Roles that nobody takes by hand have no MFA. Where AWS leaves the key out instead, a Deny may spare them that is held
 * against them here.
 */
const withoutMfa: Context = { "aws:MultiFactorAuthPresent": "false" };

/** The calls of a session of one role of the account, on the account's own resources. */
export function needsOfRole(
  zone: LandingZone,
  account: KnownAccount,
  role: string,
  { who, otherwise }: Pick<Need, "who" | "otherwise">,
  calls: readonly Call[],
): Need[] {
  const { partition } = zone.organization;
  const principal = `arn:${partition}:sts::${account.id}:assumed-role/${role}/session`;
  return calls.map((call) => ({
    who,
    otherwise,
    caller: account,
    owner: account,
    request: {
      principal,
      role: roleArn(zone, account.id, role),
      ...requestOf(
        zone,
        { ...call, context: { ...withoutMfa, ...call.context } },
        account,
        account,
      ),
    },
  }));
}

/** What a request says beyond who makes it. */
export function requestOf(
  zone: LandingZone,
  { action, resources = [], region, context }: Call,
  caller: KnownAccount,
  owner: KnownAccount,
): Omit<Request, "principal"> {
  return {
    action,
    resources,
    resourceAccount: owner.id,
    context: {
      "aws:RequestedRegion": region,
      "aws:SecureTransport": "true",
      "aws:ViaAWSService": "false",
      "aws:PrincipalOrgID": zone.organization.id,
      "aws:ResourceOrgID": zone.organization.id,
      "aws:ResourceAccount": owner.id,
      ...pathContext("aws:PrincipalOrgPaths", zone, caller),
      ...pathContext("aws:ResourceOrgPaths", zone, owner),
      ...context,
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths */
function pathContext(key: string, zone: LandingZone, account: KnownAccount): Context {
  const { id, root } = zone.organization;
  const ous = ouAndAncestors(zone, account.ou).reverse();
  // While an OU's id is not known the whole path is not.
  return ous.some((ou) => ou.id === undefined)
    ? {}
    : { [key]: [id, root, ...ous.map((ou) => ou.id!), ""].join("/") };
}

/** Where IAM and Organizations answer, whatever region is asked: what `aws:RequestedRegion` says then. */
export function globalRegion({ organization }: LandingZone): string {
  const regions = { aws: "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" };
  return regions[organization.partition];
}
