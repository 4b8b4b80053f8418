import type { Account, Grant, LandingZone } from "../../model/landingZone";
import { list } from "../words";
import type { ChangedStack } from "./changedStacks";
import { overrunsOf, overrunText } from "./openingLines";
import { holdsOnTakingTheRole } from "./states";

/**
 * What to do after grants were revoked, and what goes on until it is done: the stacks in the order that closes fastest, and for
 * an incident the commands that end sessions by hand. `grants` carry their revocation; `now` is the moment of asking.
 */
export function closingLines(
  zone: LandingZone,
  grants: readonly Grant[],
  stacks: readonly ChangedStack[],
  now: string,
): string[] {
  const accounts = zone.accounts.filter(({ name }) =>
    grants.some((grant) => grant.accounts.includes(name)),
  );
  if (stacks.length === 0) {
    return ["No stack changes: its accounts have no id yet, so it never opened anything."];
  }
  const users = [...new Set(grants.map(({ user }) => user))];
  const open = grants.filter(({ from }) => from <= now);
  return [
    "Nothing closes in AWS before this is deployed. Now, in this order:",
    ...closingOrder(stacks, accounts).map(
      ({ name }) => `  $ pulumi up -s ${name} --policy-pack policypack`,
    ),
    ...stacks.flatMap(({ name, fault }) =>
      fault === undefined ? [] : [`${name} cannot be planned: ${fault}`],
    ),
    ...untilThen(accounts, users, open),
    ...(open.length === 0 ? [] : [...overruns(zone, open), ...byHand(zone, accounts, users)]),
  ];
}

/**
 * The accounts first: OSAccess then starts and resumes nothing any more, whoever holds its credentials, and the function there
 * ends what runs. Where windows hold on taking the role alone the identity account comes first: credentials that are taken
 * after `revoked` and before it is deployed would not be refused by their age.
 */
export function closingOrder(
  stacks: readonly ChangedStack[],
  accounts: readonly Account[],
): ChangedStack[] {
  const first = holdsOnTakingTheRole(accounts) ? "identity" : "account";
  return [
    ...stacks.filter(({ kind }) => kind === first),
    ...stacks.filter(({ kind }) => kind !== first),
  ];
}

function untilThen(
  accounts: readonly Account[],
  users: readonly string[],
  open: readonly Grant[],
): string[] {
  const where = list(accounts.map(({ name }) => name));
  const late = holdsOnTakingTheRole(accounts)
    ? [
        "Credentials that are taken between now and the deployment of identity may live for an hour: revoke once more after it.",
      ]
    : [];
  return open.length === 0
    ? [`No window was open; until then it would still open for ${list(users)} in ${where}.`]
    : [
        `Until then ${list(users)} can still take OSAccess and start sessions in ${where}, and sessions that run go on.`,
        ...late,
      ];
}

function overruns(zone: LandingZone, grants: readonly Grant[]): string[] {
  const texts = grants.flatMap((grant) =>
    overrunsOf(zone, grant).map((each) => `In ${list(each.accounts)} ${overrunText(each)}.`),
  );
  return ["After it:", ...[...new Set(texts)].map((text) => `  ${text}`)];
}

/**
 * A session's id begins with the name of the role session, and the guardrails leave TerminateSession to responders.
 * https://docs.aws.amazon.com/cli/latest/reference/ssm/describe-sessions.html
 */
function byHand(
  zone: LandingZone,
  accounts: readonly Account[],
  users: readonly string[],
): string[] {
  const where = list(accounts.map(({ name }) => name));
  return [
    `Not soon enough? End sessions by hand, as a responder in ${where}; no guardrail denies ssm:TerminateSession:`,
    ...zone.regions.flatMap((region) =>
      users.map(
        (user) =>
          `  $ aws ssm describe-sessions --state Active --region ${region} --query "Sessions[?ends_with(Owner, '/${user}')].[SessionId,Target,StartDate]" --output table`,
      ),
    ),
    `  $ aws ssm terminate-session --region ${zone.regions.length === 1 ? zone.home : "<region>"} --session-id <SessionId>`,
  ];
}
