import { Actor, Credentials } from "../world/actor";
import { person, withoutRcps, withoutScps } from "../world/people";
import {
  audit,
  build,
  data,
  factory,
  identity,
  management,
  payments,
  role,
  staging,
  stranger,
  web,
  webDevelopment,
  windows,
} from "../world/places";
import { Attack, Change, Step, Use } from "../world/scenario";
import { ownAccount, trusting } from "../world/tampered";

/* Grants and switch targets alone: without SCPs, RCPs, boundary and self-service policy, and with roles that trust the identity account. */

const usersAlone: Change = (world) =>
  world.with(
    new Map(
      world
        .titles(({ kind, label }) => kind === "boundary" || label === "SekishoUsers SelfService")
        .map((title) => [title, undefined]),
    ),
  );

const alone = (account: string, name: string): Change[] => [
  withoutScps,
  withoutRcps,
  usersAlone,
  trusting(role({ account }, name), ownAccount(identity)),
];

interface Right {
  readonly user: string;
  readonly role: string;
  readonly accounts: readonly string[];
  /** First and last second, and the seconds outside. */
  readonly inside?: readonly string[];
  readonly outside?: readonly string[];
}

const workloads = [web, payments, windows, factory, staging, webDevelopment, data, build];

/** What grants.yaml and organization.yaml of the example say, read by a person. */
const rights: readonly Right[] = [
  {
    user: "alice",
    role: "OSAccess",
    accounts: [web],
    inside: ["2026-12-01T00:00:00Z", "2026-12-01T03:59:59Z"],
    outside: ["2026-11-30T23:59:59Z", "2026-12-01T04:00:00Z", "2027-12-01T01:00:00Z"],
  },
  {
    user: "alice",
    role: "OSAccess",
    accounts: [webDevelopment, data, build],
    inside: ["2026-12-14T00:00:00Z", "2026-12-18T08:59:59Z"],
    outside: ["2026-12-13T23:59:59Z", "2026-12-18T09:00:00Z"],
  },
  {
    user: "bob",
    role: "OSAccess",
    accounts: [payments],
    inside: ["2026-12-03T13:00:00Z", "2026-12-03T14:59:59Z"],
    outside: ["2026-12-03T12:59:59Z", "2026-12-03T15:00:00Z"],
  },
  {
    user: "erin",
    role: "OSAccess",
    accounts: [windows],
    inside: ["2026-12-08T01:00:00Z", "2026-12-08T08:59:59Z"],
    outside: ["2026-12-08T00:59:59Z", "2026-12-08T09:00:00Z"],
  },
  {
    user: "erin",
    role: "OSAccess",
    accounts: [data],
    inside: ["2026-12-15T04:00:00Z", "2026-12-15T07:59:59Z"],
    outside: ["2026-12-15T03:59:59Z", "2026-12-15T08:00:00Z"],
  },
  {
    // The window ends at 03:00; with a hard end nobody comes in within the last hour, which is maxSession.
    user: "bob",
    role: "OSAccess",
    accounts: [staging],
    inside: ["2026-12-16T00:00:00Z", "2026-12-16T01:59:59Z"],
    outside: ["2026-12-15T23:59:59Z", "2026-12-16T02:00:00Z", "2026-12-16T02:59:59Z"],
  },
  {
    // Revoked at 01:30 of the second day.
    user: "carol",
    role: "OSAccess",
    accounts: [webDevelopment],
    inside: ["2026-12-14T00:00:00Z", "2026-12-15T01:29:59Z"],
    outside: ["2026-12-13T23:59:59Z", "2026-12-15T01:30:00Z", "2026-12-16T08:59:59Z"],
  },
  { user: "alice", role: "ReadOnly", accounts: [...workloads, management, identity, audit] },
  { user: "carol", role: "ReadOnly", accounts: [...workloads, management, identity, audit] },
  { user: "carol", role: "Administrator", accounts: workloads },
  { user: "dave", role: "SessionAuditor", accounts: [...workloads, identity, audit] },
];

const takes = (as: Actor, account: string, name: string, at?: string): Step => ({
  as,
  call: "sts:AssumeRole",
  on: [role({ account }, name)],
  ...(at !== undefined && { context: { "aws:CurrentTime": at } }),
});

const everyAccount = [...workloads, management, identity, audit, stranger];
const someMoment = ({ inside }: Right) => inside?.[0];

/** A window, or a right to switch, is for one user, one role and some accounts, at some times, and with MFA. */
export const byWindowOwners: readonly Attack[] = rights.flatMap((right) => {
  const { user, role: name, accounts, outside = [] } = right;
  const attempt = (
    what: string,
    {
      credentials = "MFA" as Credentials,
      account = accounts[0]!,
      to = name,
      at = someMoment(right),
      call = "sts:AssumeRole",
    },
  ): Attack => ({
    name: `${user}, given ${name} of ${accounts[0]}, takes ${to} of ${account} ${what}, where only grants and switch targets are left`,
    given: alone(account, to),
    steps: [{ ...takes(person(user, credentials), account, to, at), call }],
    because: ["no identity"],
  });
  return [
    ...outside.map((at) => attempt(`at ${at}`, { at })),
    ...(["access key", "session token without MFA"] as const).map((credentials) =>
      attempt(`with ${credentials}`, { credentials }),
    ),
    ...everyAccount
      .filter((account) => !accounts.includes(account))
      .map((account) => attempt("for which it is not", { account })),
    ...accounts.map((account) =>
      attempt("instead of what was given", { account, to: "SekishoDeploy" }),
    ),
    attempt("with session tags", { call: "sts:TagSession" }),
  ];
});

/** Everybody takes everything that he was given. */
export const ofWindowOwners: readonly Use[] = rights.map(
  ({ user, role: name, accounts, inside = [undefined] }) => ({
    name: `${user} takes ${name} of ${accounts.join(", ")}`,
    given: accounts.flatMap((account) => alone(account, name)),
    steps: accounts.flatMap((account) =>
      inside.map((at) => takes(person(user), account, name, at)),
    ),
  }),
);
