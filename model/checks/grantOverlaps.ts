import { PlacedGrant } from "./draft";
import { isDeepStrictEqual } from "node:util";
import { AccountNames } from "../accountNames";
import { Fault, quoted, visible } from "../fault";
import { endOf, recordedChannels } from "../openings";
import { OsAccessSettings } from "../schema/osAccess";

/**
 * Two grants of one user that overlap in an account may differ in their nodes or in their channels, not in both: AWS checks
 * node and document of a session separately, so that together they would open the nodes of one by the channel of the other.
 * A window that was revoked ends then, and where windows hold on taking the role alone, nodes and channels narrow nothing.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html, StartSession
 */
export function* checkGrantOverlaps(
  grants: readonly PlacedGrant[],
  names: AccountNames,
  settings: ReadonlyMap<string, OsAccessSettings>,
): Generator<Fault> {
  const byDoor = new Map<string, PlacedGrant[]>();
  for (const placed of grants) {
    for (const account of names.expand(placed.grant.accounts)) {
      if (settings.get(account)!.windows === "assume-role") {
        continue;
      }
      const door = JSON.stringify([placed.grant.user, account]);
      byDoor.set(door, [...(byDoor.get(door) ?? []), placed]);
    }
  }
  const order = new Map(grants.map((placed, index) => [placed, index]));
  const told = new Set<string>();
  for (const [door, placed] of byDoor) {
    const [, account] = JSON.parse(door) as [string, string];
    for (const pair of overlapping(placed)) {
      const [first, second] = pair.sort((a, b) => order.get(a)! - order.get(b)!);
      const key = `${order.get(first)} ${order.get(second)}`;
      if (!told.has(key) && differInBoth(first, second, settings.get(account)!)) {
        told.add(key);
        const { source } = second;
        const other = first.source === source ? "" : ` (${visible(first.source.file)})`;
        const found = `found other nodes and other channels than ${quoted(first.grant.id)}${other}, in ${quoted(account)} at the same time`;
        const allowed =
          "other nodes or other channels: AWS checks them apart, so each would open the other's";
        yield source.fault(
          ["grants", second.position],
          `${found}, allowed are ${allowed}: part the windows.`,
        );
      }
    }
  }
}

/** Pairs whose windows have a moment in common. */
function* overlapping(grants: readonly PlacedGrant[]): Generator<[PlacedGrant, PlacedGrant]> {
  const byStart = grants
    .filter(({ grant }) => grant.from < endOf(grant))
    .sort((a, b) => (a.grant.from < b.grant.from ? -1 : 1));
  for (const [index, one] of byStart.entries()) {
    for (const other of byStart.slice(index + 1)) {
      if (other.grant.from >= endOf(one.grant)) {
        break;
      }
      yield [one, other];
    }
  }
}

function differInBoth(
  { grant: first }: PlacedGrant,
  { grant: second }: PlacedGrant,
  own: OsAccessSettings,
): boolean {
  const channels = (grant: PlacedGrant["grant"]) =>
    [...(grant.channels ?? recordedChannels(own.channels!))].sort();
  const nodes = ({ nodes = own.nodes }: PlacedGrant["grant"]) =>
    typeof nodes === "object" && nodes.ids ? { ids: [...nodes.ids].sort() } : nodes;
  return (
    !isDeepStrictEqual(nodes(first), nodes(second)) &&
    !isDeepStrictEqual(channels(first), channels(second))
  );
}
