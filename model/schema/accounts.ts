import * as z from "zod";
import { osAccessOverride } from "./osAccess";
import {
  accountId,
  email,
  flag,
  isVisible,
  list,
  named,
  region,
  roleName,
  says,
  section,
  text,
} from "./scalars";

/**
 * A name is part of a stack's name (account-web), of which Pulumi takes 100 letters, digits and _.-; it
 * starts with a letter so that nobody takes it for an account id.
 */
const accountName = text(
  /^[A-Za-z][A-Za-z0-9._-]{0,49}$/,
  "a name of 1 to 50 letters, digits and _.- that starts with a letter (it names the account's stack)",
  "rename it",
);

const pathMessage = says(
  "names of 1 to 128 visible characters from the root down with / between them",
  "correct the path",
);

const organizationalUnitPath = z
  .string(pathMessage)
  .regex(/^[^/]{1,128}(\/[^/]{1,128})*$/, pathMessage)
  .refine(isVisible, pathMessage);

const managed = flag
  .default(false)
  .describe("Created and kept by the organization stack, for good. Defaults to false.");

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
      .describe(
        "Existing roles of nodes that get the node role's rights as well. Below guardrails, only the deploy role changes them then.",
      ),
  },
  "An account.",
);

export const organizationalUnits = named(
  organizationalUnitPath,
  organizationalUnit,
  "OUs by path; every ancestor is declared.",
).default({});

export const accounts = named(accountName, account, "Accounts by name.");
