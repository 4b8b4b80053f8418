import { KnownAccount, LandingZone } from "../model/landingZone";
import { Opening, openingsInto } from "../model/openings";
import { nodePatterns } from "./sessionTargets";

/**
 * Keeps Windows passwords to the windows of RDP: AWS's ReadOnlyAccess, which OSAccess has, holds `ec2:Get*`, so that an Allow
 * in a window alone would open nothing that is not open already.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
 */
export function passwordStatements(zone: LandingZone, account: KnownAccount) {
  const { channels, windows } = account.osAccess;
  if (!channels.includes("rdp") || windows === "assume-role") {
    return [];
  }
  const byUser = new Map<string, Opening[]>();
  for (const opening of openingsInto(zone, account)) {
    const { user } = opening.grant;
    if (opening.channels.includes("rdp") && opening.from < opening.startUntil) {
      byUser.set(user, [...(byUser.get(user) ?? []), opening]);
    }
  }
  const users = [...byUser.keys()].map((user) => `*:${user}`);
  const others = { StringNotLike: { "aws:userid": users } };
  return [
    {
      Sid: "NoPasswordWithoutGrant",
      ...readsPassword,
      Resource: "*",
      ...(users.length > 0 && { Condition: others }),
    },
    ...[...byUser].flatMap(([user, openings]) => closedTo(zone, account, user, openings)),
  ];
}

const readsPassword = { Effect: "Deny", Action: "ec2:GetPasswordData" };

/** One statement for each piece of time between two ends of windows, but for those in which every node is open. */
function closedTo(
  zone: LandingZone,
  account: KnownAccount,
  user: string,
  openings: readonly Opening[],
) {
  const moments = [
    ...new Set(openings.flatMap(({ from, startUntil }) => [from, startUntil])),
  ].sort();
  return [undefined, ...moments].flatMap((start, index) => {
    const end = moments[index];
    const open = openings.filter(
      ({ from, startUntil }) => start !== undefined && from <= start && start < startUntil,
    );
    const Condition = {
      StringLike: { "aws:userid": `*:${user}` },
      ...(start !== undefined && { DateGreaterThanEquals: { "aws:CurrentTime": start } }),
      ...(end !== undefined && { DateLessThan: { "aws:CurrentTime": end } }),
    };
    return otherNodes(zone, account, open).map((nodes) => ({
      Sid: `NoPassword${user}`,
      ...readsPassword,
      ...nodes,
      Condition: { ...Condition, ...nodes.Condition },
    }));
  });
}

/** Everything but the nodes of the openings, as part of a statement; none where one of them opens every node. */
function otherNodes(zone: LandingZone, account: KnownAccount, openings: readonly Opening[]) {
  const selectors = openings.map(({ nodes }) => nodes);
  if (selectors.some((nodes) => nodes === undefined || nodes.kind === "all")) {
    return [];
  }
  const instances = selectors
    .flatMap((nodes) => (nodes?.kind === "ids" ? nodePatterns(zone, account, nodes) : []))
    .filter((arn) => arn.includes(":instance/"));
  const tags = new Map<string, string[]>();
  for (const nodes of selectors) {
    if (nodes?.kind === "tag") {
      const key = `aws:ResourceTag/${nodes.key}`;
      tags.set(key, [...(tags.get(key) ?? []), nodes.value]);
    }
  }
  return [
    {
      ...(instances.length > 0 ? { NotResource: instances } : { Resource: "*" }),
      Condition: tags.size > 0 ? { StringNotEquals: Object.fromEntries(tags) } : {},
    },
  ];
}
