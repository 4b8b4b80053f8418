import * as z from "zod";
import { osAccess, osAccessOverride } from "./osAccess";
import {
  accountId,
  duration,
  email,
  exemptRoleName,
  flag,
  list,
  named,
  oneOf,
  region,
  roleName,
  says,
  section,
  text,
  wholeNumber,
} from "./scalars";

const roleArn = text(
  /^arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/,
  "the ARN of one role, arn:aws:iam::111111111111:role/name",
  "correct it",
);

const policyArn = text(
  /^arn:aws(-cn|-us-gov)?:iam::(aws|[0-9]{12}):policy\/[\w+=,.@/-]+$/,
  "the ARN of a managed policy, arn:aws:iam::aws:policy/name",
  "correct it",
);

/**
 * A name is part of a stack's name (account-web), of which Pulumi takes 100 letters, digits and _.-; it
 * starts with a letter so that nobody takes it for an account id.
 */
const accountName = text(
  /^[A-Za-z][A-Za-z0-9._-]{0,49}$/,
  "a name of 1 to 50 letters, digits and _.- that starts with a letter (it names the account's stack)",
  "rename it",
);

const organizationalUnitPath = text(
  /^[^/\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,128}(\/[^/\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,128})*$/u,
  "names of 1 to 128 characters from the root down with / between them",
  "correct the path",
);

/** Session names have 2 to 64 letters, digits and _+=,.@-; session tags take no comma. */
const userName = text(
  /^[A-Za-z0-9_][A-Za-z0-9_=.@-]{1,63}$/,
  "a name of 2 to 64 letters, digits and _=.@- (it becomes the session's name and a session tag)",
  "rename the user",
);

const groupName = text(
  /^[A-Za-z_][\w+=,.@-]{0,127}$/,
  "a group name of 1 to 128 letters, digits and _+=,.@- that starts with a letter",
  "rename it",
);

const policyFile = text(
  /^(?!\/)(?!(.*\/)?\.{1,2}(\/|$))[\w./-]{1,200}\.json$/,
  "the path of a .json file below this file's folder",
  "correct it",
);

const managed = flag
  .default(false)
  .describe("Created and kept by the organization stack, for good. Defaults to false.");

const target = z.string(says("an OU's path or an account's name", "correct it"));

const organization = section(
  {
    id: text(
      /^o-[a-z0-9]{10,32}$/,
      "o- and 10 to 32 small letters or digits",
      "correct the id",
    ).describe("The organization's id."),
    root: text(
      /^r-[a-z0-9]{4,32}$/,
      "r- and 4 to 32 small letters or digits",
      "correct the id",
    ).describe("The root's id."),
    management: z
      .string(says("a name in accounts", "correct it"))
      .describe("The management account's name in accounts."),
    identity: z
      .string(says("a name in accounts", "correct it"))
      .describe("The name in accounts of the account in which the IAM users live."),
    partition: oneOf(["aws", "aws-cn", "aws-us-gov"])
      .default("aws")
      .describe("The partition of every ARN. Defaults to aws."),
  },
  "The organization itself.",
);

const deploy = section(
  {
    role: exemptRoleName.describe("Name of the deploy role in each account."),
    trustedBy: roleArn.describe("ARN of the CI role that alone may assume it."),
  },
  "Who deploys.",
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html */
const passwordPolicy = section(
  {
    minimumLength: wholeNumber(14, 128).default(16).describe("Characters. Defaults to 16."),
    maxAge: z
      .union(
        [z.literal("never"), wholeNumber(1, 1095)],
        says("never or a whole number of days from 1 to 1095", "change it"),
      )
      .transform((value) => (value === "never" ? 0 : value))
      .prefault("never")
      .describe("Days until a password expires, or never. Defaults to never."),
    reusePrevention: wholeNumber(1, 24)
      .default(24)
      .describe("Earlier passwords that may not be used again. Defaults to 24."),
  },
  "Rules for the users' passwords.",
);

const identity = section(
  {
    source: oneOf(["iam-users"]).default("iam-users").describe("Where people are kept."),
    passwordPolicy: passwordPolicy.prefault({}),
  },
  "Where people are kept, and their passwords.",
);

const organizationalUnit = section(
  {
    id: text(
      /^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/,
      "ou-, the root's 4 to 32 letters or digits, - and 8 to 32 letters or digits",
      "correct the id",
    )
      .describe("The OU's id; a managed OU gets it once AWS has given it.")
      .optional(),
    managed,
    osAccess: osAccessOverride.optional(),
  },
  "An OU.",
);

const account = section(
  {
    id: accountId
      .describe("12 digits in quotes; a managed account gets it once AWS has given it.")
      .optional(),
    email: email.describe("The root user's e-mail address."),
    ou: z
      .string(says("the path of an OU", "correct it"))
      .describe("Path of its OU; without it the account is directly under the root.")
      .optional(),
    managed,
    osAccess: osAccessOverride.optional(),
    adopt: list(region)
      .default([])
      .describe("Regions whose session preferences document already exists and is taken over."),
    nodeRoles: list(roleName)
      .default([])
      .describe("Existing roles of nodes that get the node role's rights as well."),
  },
  "An account.",
);

const guardrails = section(
  {
    attach: list(target).describe("OU paths or account names; what is left out is unguarded."),
    policies: named(z.string(), list(policyFile), "The organization's own SCPs and RCPs by target.")
      .default({})
      .describe("The organization's own SCPs and RCPs: the files by target."),
  },
  "Where the guardrails are attached.",
);

const role = section(
  {
    policies: list(policyArn).default([]).describe("ARNs of managed policies."),
    maxSession: duration("1h", "12h").prefault("1h").describe("Longest session. Defaults to 1h."),
  },
  "A role that people switch to.",
);

const switchTo = section(
  {
    role: roleName.describe("A name in roles."),
    accounts: z
      .union(
        [z.literal("*"), list(target, 1)],
        says('"*" or a list of accounts and OUs', "choose one"),
      )
      .describe('"*", or names of accounts and paths of OUs.'),
  },
  "A role and where it may be taken.",
);

const group = section(
  { switchTo: z.array(switchTo, says("a list", "write [...]")).default([]).describe("Roles.") },
  "What the members of a group may switch to.",
);

const user = section(
  {
    groups: list(z.string(says("a name in groups", "correct it")))
      .default([])
      .describe("Names in groups."),
  },
  "A person.",
);

/** organization.yaml: what it may say, and in which form. */
export const organizationSchema = section(
  {
    organization,
    regions: list(region, 1).describe("Regions in which sessions are possible; the first is home."),
    deploy,
    identity: identity.prefault({}),
    organizationalUnits: named(
      organizationalUnitPath,
      organizationalUnit,
      "OUs by path; every ancestor is declared.",
    ).default({}),
    accounts: named(accountName, account, "Accounts by name."),
    guardrails,
    osAccess,
    roles: named(roleName, role, "Switch-role targets besides OSAccess, by name.").default({}),
    automationRoles: list(exemptRoleName)
      .default([])
      .describe("Exact names of the roles that may run remote commands."),
    groups: named(groupName, group, "Groups of people by name.").default({}),
    users: named(userName, user, "People by user name.").default({}),
  },
  "The landing zone of an AWS organization.",
);

export type OrganizationInput = z.output<typeof organizationSchema>;
