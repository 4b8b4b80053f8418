import { federated, service, session, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { withoutScps } from "../world/people";
import {
  bucket,
  home,
  identity,
  logGroup,
  role,
  sessionKey,
  sessionLogKey,
  stranger,
  transcript,
  web,
  webDevelopment,
} from "../world/places";
import { Attack } from "../world/scenario";
import { trustOf, trusting } from "../world/tampered";
import { getsDataKey } from "../world/entering";

const osAccess = role(home, "OSAccess");
const saml = `arn:aws:iam::${web}:saml-provider/Evil`;
const oidc = "token.actions.githubusercontent.com";
const eve = session(stranger, "Admin", "eve", [everything]);
const eveUser = user(stranger, "os-access/alice", "MFA", [everything]);
const anonymous = { principal: { anonymous: true }, context: {} } as const;
const openTrust = trusting(osAccess, trustOf("*"));

/** Nobody of the organization: federated callers, other organizations, services in somebody else's name, the internet. */
export const byOutsiders: readonly Attack[] = [
  {
    name: "somebody whom a SAML provider vouches for",
    steps: [{ as: federated(saml), call: "sts:AssumeRoleWithSAML", on: [osAccess] }],
    because: ["ExemptRolesNotByFederation"],
  },
  {
    name: "a pipeline whom an OIDC provider vouches for",
    steps: [{ as: federated(oidc), call: "sts:AssumeRoleWithWebIdentity", on: [osAccess] }],
    because: ["ExemptRolesNotByFederation"],
  },
  {
    name: "somebody whom a SAML provider vouches for, where OSAccess trusts it",
    given: [trusting(osAccess, trustOf({ Federated: saml })), withoutScps],
    steps: [{ as: federated(saml), call: "sts:AssumeRoleWithSAML", on: [osAccess] }],
    because: ["ExemptRolesNotByFederation"],
  },
  {
    name: "a pipeline whom an OIDC provider vouches for, where OSAccess trusts it",
    given: [trusting(osAccess, trustOf({ Federated: oidc })), withoutScps],
    steps: [{ as: federated(oidc), call: "sts:AssumeRoleWithWebIdentity", on: [osAccess] }],
    because: ["ExemptRolesNotByFederation"],
  },
  {
    name: "an administrator of another organization",
    steps: [{ as: eve, call: "sts:AssumeRole", on: [osAccess] }],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "a user of another organization with MFA, where OSAccess trusts everybody",
    given: [openTrust],
    steps: [{ as: eveUser, call: "sts:AssumeRole", on: [osAccess] }],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "an administrator of another workload account, where OSAccess trusts everybody",
    given: [openTrust],
    steps: [
      {
        as: user(webDevelopment, "team", "MFA", [everything]),
        call: "sts:AssumeRole",
        on: [osAccess],
      },
    ],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  ...["OSAccess", "SekishoDeploy", "SessionAuditor", "ReadOnly"].flatMap((name) => [
    {
      name: `Lambda takes ${name} for a function of somebody's`,
      steps: [
        { as: service("lambda.amazonaws.com"), call: "sts:AssumeRole", on: [role(home, name)] },
      ],
      because: [],
    },
    {
      name: `a stranger's user takes ${name}`,
      steps: [
        {
          as: eveUser,
          call: "sts:AssumeRole",
          on: [role(home, name)],
          context: { "sts:RoleSessionName": "alice" },
        },
      ],
      because: [],
    },
  ]),
  {
    name: "Lambda takes OSAccess, where it trusts the service",
    given: [trusting(osAccess, trustOf({ Service: "lambda.amazonaws.com" }))],
    steps: [{ as: service("lambda.amazonaws.com"), call: "sts:AssumeRole", on: [osAccess] }],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "Lambda takes the role of the nodes",
    steps: [
      {
        as: service("lambda.amazonaws.com"),
        call: "sts:AssumeRole",
        on: [role(home, "SekishoNode")],
      },
    ],
    because: ["no resource"],
  },
  ...[
    {
      whose: "in a stranger's name",
      account: stranger,
      source: `arn:aws:ssm:ap-northeast-1:${stranger}:*`,
    },
    {
      whose: "for a stranger's resource",
      account: web,
      source: `arn:aws:ssm:ap-northeast-1:${stranger}:*`,
    },
    {
      whose: "with only the account right",
      account: stranger,
      source: `arn:aws:ssm:ap-northeast-1:${web}:*`,
    },
    {
      whose: "from a region that is not declared",
      account: web,
      source: `arn:aws:ssm:eu-west-1:${web}:*`,
    },
  ].map(({ whose, account, source }) => ({
    name: `Systems Manager takes the role of the on-premises nodes ${whose}`,
    steps: [
      {
        as: service("ssm.amazonaws.com", { "aws:SourceAccount": account, "aws:SourceArn": source }),
        call: "sts:AssumeRole",
        on: [role(home, "SekishoHybridNode")],
      },
    ],
    because: ["no resource" as const],
  })),
  ...["s3:GetObject", "s3:PutObject", "s3:DeleteObject"].flatMap((call) => [
    {
      name: `the internet calls ${call} on a transcript`,
      steps: [{ as: anonymous, call, on: [transcript(home)] }],
      because: [],
    },
    {
      name: `a stranger calls ${call} on a transcript`,
      steps: [{ as: eve, call, on: [transcript(home)] }],
      because: [],
    },
  ]),
  {
    name: "a stranger lists a log bucket",
    steps: [{ as: eve, call: "s3:ListBucket", on: [bucket(home)] }],
    because: ["OnlyOrganization"],
  },
  {
    name: "a stranger's OSAccess gets a session's data key",
    steps: [getsDataKey(session(stranger, "OSAccess", "eve", [everything]), home)],
    because: ["no resource"],
  },
  ...[sessionKey(home), sessionLogKey(home)].flatMap((key) =>
    [
      { who: "a stranger", as: eve },
      { who: "Lambda", as: service("lambda.amazonaws.com") },
    ].map(({ who, as }) => ({
      name: `${who} looks at ${key}`,
      steps: [{ as, call: "kms:DescribeKey", on: [key] }],
      because: ["no resource"],
    })),
  ),
  {
    name: "CloudWatch Logs uses the key of the session logs for nothing it names",
    steps: [
      {
        as: service("logs.ap-northeast-1.amazonaws.com"),
        call: "kms:Decrypt",
        on: [sessionLogKey(home)],
      },
    ],
    because: ["no resource"],
  },
  {
    name: "CloudWatch Logs puts another policy on the key of the session logs",
    steps: [
      {
        as: service("logs.ap-northeast-1.amazonaws.com"),
        call: "kms:PutKeyPolicy",
        on: [sessionLogKey(home)],
        context: { "kms:EncryptionContext:aws:logs:arn": logGroup(home) },
      },
    ],
    because: ["no resource"],
  },
  {
    name: "CloudWatch Logs of another region uses the key of the session logs",
    steps: [
      {
        as: service("logs.eu-west-1.amazonaws.com"),
        call: "kms:Decrypt",
        on: [sessionLogKey(home)],
        context: { "kms:EncryptionContext:aws:logs:arn": logGroup(home) },
      },
    ],
    because: ["no resource"],
  },
  {
    name: "CloudWatch Logs uses the key of the session logs for another group",
    steps: [
      {
        as: service("logs.ap-northeast-1.amazonaws.com"),
        call: "kms:Decrypt",
        on: [sessionLogKey(home)],
        context: {
          "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:ap-northeast-1:${identity}:log-group:/mine`,
        },
      },
    ],
    because: ["no resource"],
  },
];
