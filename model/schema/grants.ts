import * as z from "zod";
import { parseInstant } from "../instant";
import { channels, nodes } from "./osAccess";
import { flag, list, plainText, says, section, text } from "./scalars";

const instantMessage = says(
  "a moment with its offset such as 2026-12-01T09:00:00+09:00",
  "correct it",
);

const instant = z
  .string(instantMessage)
  .refine((value) => parseInstant(value) !== undefined, { ...instantMessage, abort: true })
  .transform((value) => parseInstant(value)!);

export const grantSchema = section(
  {
    id: text(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      "an id of 1 to 64 letters, digits and ._- that starts with a letter or a digit",
      "correct it",
    ).describe("Name of the grant, used once."),
    user: z.string(says("a name in users", "correct it")).describe("The user who gets in."),
    accounts: list(
      z.string(says("a name in accounts or the path of an OU", "correct it")),
      1,
    ).describe("Names of accounts, paths of OUs."),
    nodes: nodes.optional(),
    channels: channels.optional(),
    from: instant.describe("First moment, with an offset: 2026-12-01T09:00:00+09:00."),
    until: instant.describe("First moment after the window, with an offset."),
    hardEnd: flag
      .describe(
        "true: no session outlives the window, because none starts later than maxSession before until.",
      )
      .optional(),
    revoked: instant
      .describe("From this moment on the grant opens nothing: written by sekisho grant revoke.")
      .optional(),
    reason: plainText(256).describe("Why."),
    ticket: plainText(128).describe("Where it was asked for.").optional(),
    approver: plainText(64).describe("Who agreed; never the user."),
  },
  "The right of one user to enter the OSes of some accounts in one window.",
);

/** grants.yaml: what it may say, and in which form. */
export const grantsSchema = section(
  {
    grants: z
      .array(grantSchema, says("a list", "write [] if there are none"))
      .describe("Each a window of one user."),
  },
  "Who may enter which OS, when, and why.",
);

export type GrantInput = z.output<typeof grantSchema>;
