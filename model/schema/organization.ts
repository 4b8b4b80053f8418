import * as z from "zod";
import { accounts, organizationalUnits } from "./accounts";
import { osAccess } from "./osAccess";
import { groups, roles, users } from "./people";
import {
  exemptRoleName,
  list,
  named,
  oneOf,
  region,
  says,
  section,
  target,
  text,
  wholeNumber,
} from "./scalars";

const roleArn = text(
  /^arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:role\/([\w+=,.@-]+\/)*[\w+=,.@-]+$/,
  "the ARN of one role, arn:aws:iam::111111111111:role/name",
  "correct it",
);

const policyFile = text(
  /^(?!\/)(?!(.*\/)?\.{1,2}(\/|$))[\w./-]{1,200}\.json$/,
  "the path of a .json file below this file's folder",
  "correct it",
);

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

const guardrails = section(
  {
    attach: list(target).describe("OU paths or account names; what is left out is unguarded."),
    policies: named(z.string(), list(policyFile), "The organization's own SCPs and RCPs by target.")
      .default({})
      .describe(
        "Files of the organization's own SCPs and RCPs by target of attach; one with Principal is an RCP.",
      ),
  },
  "Where the guardrails are attached.",
);

/** organization.yaml: what it may say, and in which form. */
export const organizationSchema = section(
  {
    organization,
    regions: list(region, 1).describe("Regions in which sessions are possible; the first is home."),
    deploy,
    identity: identity.prefault({}),
    organizationalUnits,
    accounts,
    guardrails,
    osAccess,
    roles,
    automationRoles: list(exemptRoleName)
      .default([])
      .describe("Exact names of the roles that may run remote commands."),
    groups,
    users,
  },
  "The landing zone of an AWS organization.",
);

export type OrganizationInput = z.output<typeof organizationSchema>;
