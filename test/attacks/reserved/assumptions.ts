import { Actor, federated, federatedUser, service, session, under, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import {
  exemptNames,
  lookalikes,
  rootUser,
  unlimited,
  withoutRcps,
  withoutScps,
} from "../world/people";
import { factory, identity, Place, places, role, stranger, web, windows } from "../world/places";
import { Attack, Change, Use } from "../world/scenario";
import { trustOf, trusting } from "../world/tampered";

/** A role of which the guardrails, and not only its trust policy, say who takes it. */
interface GuardedRole {
  readonly name: string;
  readonly places: readonly Place[];
  readonly takenBy: (caller: Caller) => boolean;
  /** Whom the SCPs alone do not keep from it: who he is, and how he signed in, is the RCPs' part. */
  readonly leftToRcps?: (caller: Caller) => boolean;
}

interface Caller {
  readonly who: string;
  readonly as: Actor;
  /** Who he is: name of the role or user, and the account. */
  readonly name: string;
  readonly account?: string;
  readonly kind: "user" | "user without MFA" | "role" | "root" | "federated user" | "service";
}

const ofIdentityAccount = ({ account }: Caller) => account === identity;
const identityUser = ({ kind, account }: Caller) => kind === "user" && account === identity;
const elsewhere: Place = { account: identity, region: "us-east-1" };

const guardedRoles: readonly GuardedRole[] = [
  { name: "OSAccess", places, takenBy: identityUser, leftToRcps: ofIdentityAccount },
  { name: "SessionAuditor", places, takenBy: identityUser, leftToRcps: ofIdentityAccount },
  {
    name: "SekishoDeploy",
    places: [...places, elsewhere],
    takenBy: ({ kind, name, account }) =>
      kind === "role" && name === "sekisho-ci" && account === identity,
  },
  {
    name: "PatchAutomation",
    places,
    takenBy: ({ kind, name, account }) =>
      kind === "service" || (name === "PatchAutomation" && account !== stranger),
  },
  {
    name: "SSM-JustInTimeAccessTokenRole",
    places: [{ account: factory, region: "ap-northeast-1" }],
    takenBy: ({ kind, name, account }) =>
      kind === "service" || (name === "PatchAutomation" && account !== stranger),
    // The SCPs of another OU do not name a role that exists in this one alone.
    leftToRcps: ofIdentityAccount,
  },
  { name: "sekisho-ci", places: [elsewhere], takenBy: ({ kind }) => kind === "service" },
];

const fewRoles = ["TeamAdmin", "sekisho-ci", "PatchAutomation"];
const manyRoles = [
  ...fewRoles,
  ...lookalikes("sekisho-ci"),
  ...lookalikes("PatchAutomation"),
  ...exemptNames.filter((name) => !fewRoles.includes(name)),
];

const rolesOf = (account: string, names: readonly string[]): Caller[] =>
  names.map((name) => ({
    who: `the role ${name} of ${account}`,
    as: session(account, name, "mallory", [everything]),
    name,
    account,
    kind: "role",
  }));

const peopleOf = (account: string): Caller[] => [
  ...(["MFA", "access key", "session token without MFA"] as const).map((credentials): Caller => ({
    who: `a user of ${account} with ${credentials}`,
    as: user(account, "mallory", credentials, [everything]),
    name: "mallory",
    account,
    kind: credentials === "MFA" ? "user" : "user without MFA",
  })),
  {
    who: `the root user of ${account}`,
    as: rootUser(account),
    name: "root",
    account,
    kind: "root",
  },
  {
    who: `a federated user of ${account}`,
    as: federatedUser(account, "mallory"),
    name: "mallory",
    account,
    kind: "federated user",
  },
];

const callers: readonly Caller[] = [
  ...[web, identity, factory].flatMap((account) => rolesOf(account, manyRoles)),
  ...[windows, stranger].flatMap((account) => rolesOf(account, fewRoles)),
  ...[web, identity, stranger].flatMap(peopleOf),
  {
    who: "a service",
    as: service("lambda.amazonaws.com"),
    name: "lambda",
    kind: "service",
  },
];

/** Somebody opened the trust of the role to everybody; only SCPs, or only RCPs, are left. */
const lines: readonly { left: string; given: Change }[] = [
  { left: "SCPs", given: withoutRcps },
  { left: "RCPs", given: withoutScps },
];

interface Try {
  readonly goesThrough: boolean;
  readonly caller: Caller;
  readonly scenario: Use;
}

const tries: readonly Try[] = guardedRoles.flatMap((guarded) =>
  guarded.places.flatMap((place) =>
    callers.flatMap((caller) =>
      lines
        // No SCP of ours reaches who is not of the organization.
        .filter(({ left }) => left === "RCPs" || ![undefined, stranger].includes(caller.account))
        .map(({ left, given }) => ({
          goesThrough:
            guarded.takenBy(caller) || (left === "SCPs" && guarded.leftToRcps?.(caller) === true),
          caller,
          scenario: {
            name: `${caller.who} takes ${guarded.name} of ${place.account}, which trusts everybody, where only ${left} are left`,
            given: [given, trusting(role(place, guarded.name), openTo(caller))],
            steps: [{ as: caller.as, call: "sts:AssumeRole", on: [role(place, guarded.name)] }],
          },
        })),
    ),
  ),
);

function openTo({ kind }: Caller) {
  return trustOf(kind === "service" ? { Service: "lambda.amazonaws.com" } : { AWS: "*" });
}

/** Whoever comes with MFA and is no user: the session of a role that asked for it, or a federated user. */
const withMfa: Attack[] = [
  session(identity, "TeamAdmin", "mallory", [everything]),
  federatedUser(identity, "mallory"),
].flatMap((as) =>
  ["OSAccess", "SessionAuditor"].flatMap((name) =>
    places.map((place) => ({
      name: `${as.role ?? "a federated user"} takes ${name} of ${place.account} with MFA, where only RCPs are left`,
      given: [withoutScps, trusting(role(place, name), trustOf({ AWS: "*" }))],
      steps: [
        {
          as: under(as, { "aws:MultiFactorAuthPresent": "true" }),
          call: "sts:AssumeRole",
          on: [role(place, name)],
        },
      ],
      because: [name === "OSAccess" ? "OsAccessOnlyByUsers" : "ReaderOnlyByUsers"],
    })),
  ),
);

/** Everybody takes every guarded role; nobody has that right but who is named. */
export const assumptionAttacks: readonly Attack[] = [
  ...tries
    .filter(({ goesThrough }) => !goesThrough)
    .map(({ scenario }) => ({ ...scenario, because: [] })),
  ...withMfa,
  ...guardedRoles
    .filter(({ name }) => name !== "sekisho-ci")
    .flatMap(({ name, places: at }) =>
      at.flatMap((place) =>
        ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"].map((call) => ({
          name: `a provider's user takes ${name} of ${place.account} by ${call}`,
          given: [trusting(role(place, name), trustOf({ Federated: "accounts.google.com" }))],
          steps: [
            { as: federated("accounts.google.com"), call: `sts:${call}`, on: [role(place, name)] },
          ],
          because: ["ExemptRolesNotByFederation"],
        })),
      ),
    ),
];

/** A root user takes no role, whoever lets it: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumptionUses: readonly Use[] = tries
  .filter(({ goesThrough, caller }) => goesThrough && caller.kind !== "root")
  .map(({ scenario }) => scenario);

/** Roles that are not guarded so are taken as their trust policies say. */
export const otherAssumptions: readonly Use[] = places.flatMap((place) => [
  {
    name: `a pipeline takes a team's role of ${place.account} by its provider`,
    given: [
      trusting(role(place, "TeamApplication"), trustOf({ Federated: "accounts.google.com" })),
    ],
    steps: ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"].map((call) => ({
      as: federated("accounts.google.com"),
      call: `sts:${call}`,
      on: [role(place, "TeamApplication")],
    })),
  },
  {
    name: `a vendor takes a team's role of ${place.account} that trusts him`,
    given: [
      trusting(role(place, "TeamApplication"), trustOf({ AWS: `arn:aws:iam::${stranger}:root` })),
    ],
    steps: [
      {
        as: unlimited(stranger, "Vendor"),
        call: "sts:AssumeRole",
        on: [role(place, "TeamApplication")],
      },
    ],
  },
  {
    name: `a team's role of ${place.account} takes another`,
    given: [
      trusting(
        role(place, "TeamApplication"),
        trustOf({ AWS: `arn:aws:iam::${place.account}:root` }),
      ),
    ],
    steps: [
      {
        as: unlimited(place.account, "TeamAdmin"),
        call: "sts:AssumeRole",
        on: [role(place, "TeamApplication")],
      },
    ],
  },
]);
