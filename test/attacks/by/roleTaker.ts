import { Context } from "../../../iam/request";
import { Actor, service, session, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { exemptNames, lookalikes, withoutRcps, withoutScps } from "../world/people";
import { home, identity, payments, role, stranger, web } from "../world/places";
import { Attack } from "../world/scenario";

/* Trust policies alone: no SCP and no RCP is attached, and the callers have every right of their own. */

const alone = [withoutScps, withoutRcps];
const eve = user(identity, "os-access/eve", "MFA", [everything]);

interface Taker {
  readonly who: string;
  readonly as: Actor;
  readonly context?: Context;
  readonly call?: string;
}

const takes = (name: string, account: string, { who, as, context, call }: Taker): Attack => ({
  name: `${who} takes ${name} of ${account}, where neither SCP nor RCP is attached`,
  given: alone,
  steps: [
    {
      as,
      call: call ?? "sts:AssumeRole",
      on: [role({ account }, name)],
      context: { "sts:RoleSessionName": "eve", ...context },
    },
  ],
  because: ["no resource"],
});

const peopleWithoutTheRight: readonly Taker[] = [
  {
    who: "a stranger's user of the same path and name",
    as: user(stranger, "os-access/eve", "MFA", [everything]),
  },
  {
    who: "a user under another's session name",
    as: eve,
    context: { "sts:RoleSessionName": "bob" },
  },
  {
    who: "a user outside the path of people",
    as: user(identity, "eve", "MFA", [everything]),
  },
  {
    who: "a user at a path that only begins like theirs",
    as: user(identity, "os-access2/eve", "MFA", [everything]),
  },
  ...(["access key", "session token without MFA"] as const).map((credentials) => ({
    who: `a thief with ${credentials}`,
    as: user(identity, "os-access/eve", credentials, [everything]),
  })),
  {
    who: "a user whose account went to another organization",
    as: eve,
    context: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" },
  },
  {
    who: "a user whose account left the organization",
    as: eve,
    context: { "aws:PrincipalOrgID": [] },
  },
  { who: "a user with session tags", as: eve, call: "sts:TagSession" },
  { who: "a user who gives himself a source identity", as: eve, call: "sts:SetSourceIdentity" },
  {
    who: "a role of the identity account under a user's name",
    as: session(identity, "TeamAdmin", "eve", [everything]),
    context: { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "60" },
  },
];

const ci = (name: string, account = identity) => session(account, name, "job", [everything]);

const pipelinesWithoutTheRight: readonly Taker[] = [
  ...["TeamAdmin", ...exemptNames, ...lookalikes("sekisho-ci")].map((name) => ({
    who: `${name} of the CI's account`,
    as: ci(name),
  })),
  { who: "the CI role of another account", as: ci("sekisho-ci", web) },
  {
    who: "the CI role of an account that left the organization",
    as: ci("sekisho-ci"),
    context: { "aws:PrincipalOrgID": [] },
  },
  { who: "the CI role with session tags", as: ci("sekisho-ci"), call: "sts:TagSession" },
];

const sourceKeys: readonly Context[] = [
  { "aws:SourceArn": `arn:aws:ssm:${home.region}:${web}:managed-instance/mi-0a` },
  { "aws:SourceAccount": web },
];

/** Whoever takes a role that does not trust him. */
export const byRoleTakers: readonly Attack[] = [
  ...["ReadOnly", "Administrator", "SessionAuditor", "OSAccess"].flatMap((name) =>
    peopleWithoutTheRight.map((taker) => takes(name, web, taker)),
  ),
  takes("OSAccess", web, {
    who: "a user whose MFA code is an hour old",
    as: eve,
    context: { "aws:MultiFactorAuthAge": "3600" },
  }),
  ...[["198.51.100.7"], []].map((address) =>
    takes("OSAccess", payments, {
      who: `a user from ${address.length > 0 ? "another network" : "behind a VPC endpoint"}`,
      as: eve,
      context: { "aws:SourceIp": address },
    }),
  ),
  ...pipelinesWithoutTheRight.map((taker) => takes("SekishoDeploy", web, taker)),
  takes("SekishoNode", web, {
    who: "EC2 with session tags",
    as: service("ec2.amazonaws.com"),
    call: "sts:TagSession",
  }),
  takes("SekishoHybridNode", web, {
    who: "Systems Manager with session tags",
    as: service("ssm.amazonaws.com", {
      "aws:SourceAccount": web,
      "aws:SourceArn": `arn:aws:ssm:${home.region}:${web}:*`,
    }),
    call: "sts:TagSession",
  }),
  ...sourceKeys.map((context) =>
    takes("SekishoHybridNode", web, {
      who: `Systems Manager with ${Object.keys(context).join()} alone`,
      as: service("ssm.amazonaws.com", context),
    }),
  ),
];
