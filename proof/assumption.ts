import { Policies } from "../iam/decision";
import { Request } from "../iam/request";
import { KnownAccount } from "../model/landingZone";
import { identityAccount, osAccessPath, roleArn } from "../model/names";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";

/** What is known of the way. */
export interface ExplainOptions extends Circumstances {
  /** Id of the node that a session is for. */
  readonly node?: string;
}

/** What a user brings along who does everything right but for what is said here. */
export interface Circumstances {
  /** A moment as `model/instant.ts` writes it; without one the time is not known. */
  readonly at?: string;
  readonly mfa: boolean;
  /** Condition keys with values of their own. */
  readonly context?: Readonly<Record<string, string>>;
}

/** A user of the identity account who takes a role of another account under his own name. */
export class Assumption {
  readonly request: Request;
  readonly policies: Policies;

  constructor(
    planned: PlannedOrganization,
    user: PlannedIdentity,
    account: KnownAccount,
    role: PlannedIdentity,
    circumstances: Circumstances,
  ) {
    const { zone } = planned;
    const identity = identityAccount(zone);
    const { at, mfa, context } = circumstances;
    const given = {
      "aws:PrincipalOrgID": zone.organization.id,
      "aws:ResourceOrgID": zone.organization.id,
      "aws:ResourceAccount": account.id,
      "sts:RoleSessionName": user.name,
      "aws:ViaAWSService": "false",
      ...(mfa && { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "60" }),
      ...(at !== undefined && { "aws:CurrentTime": at }),
      ...context,
    };
    this.request = {
      principal: `arn:${zone.organization.partition}:iam::${identity.id}:user${osAccessPath}${user.name}`,
      action: "sts:AssumeRole",
      resources: [roleArn(zone, account.id, role.name)],
      context: given,
      unknown: ["aws:SourceIp"].filter((key) => !(key in given)),
    };
    const { identity: own, boundary } = planned.rightsOf(identity, user);
    this.policies = {
      identity: own,
      ...(boundary !== undefined && { boundary }),
      resource: planned.trustOf(account, role),
      scps: planned.above(identity).scps,
      rcps: planned.above(account).rcps,
      managementAccount: zone.accounts.find(({ name }) => name === zone.organization.management)!
        .id,
    };
  }
}
