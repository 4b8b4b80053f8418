import * as z from "zod";
import { duration, list, named, roleName, says, section, target, text } from "./scalars";

const policyArn = text(
  /^arn:aws(-cn|-us-gov)?:iam::(aws|[0-9]{12}):policy\/[\w+=,.@/-]+$/,
  "the ARN of a managed policy, arn:aws:iam::aws:policy/name",
  "correct it",
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

export const roles = named(
  roleName,
  role,
  "Switch-role targets besides OSAccess, by name.",
).default({});

export const groups = named(groupName, group, "Groups of people by name.").default({});

export const users = named(userName, user, "People by user name.").default({});
