import { PlacedGrant } from "./draft";
import { isDeepStrictEqual } from "node:util";
import { AccountNames } from "../accountNames";
import { Fault, quoted } from "../fault";
import { recordedChannels } from "../openings";
import { OsAccessSettings } from "../schema/osAccess";
import { YamlSource } from "../yamlSource";

/**
 * Two grants of one user that overlap in an account may differ in their nodes or in their channels, not in both: AWS checks
 * node and document of a session separately, so that together they would open the nodes of one by the channel of the other.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html, StartSession
 */
export function* checkGrantOverlaps(
  grants: readonly PlacedGrant[],
  names: AccountNames,
  settings: ReadonlyMap<string, OsAccessSettings>,
  source: YamlSource,
): Generator<Fault> {
  const byDoor = new Map<string, PlacedGrant[]>();
  for (const placed of grants) {
    for (const account of names.expand(placed.grant.accounts)) {
      const door = JSON.stringify([placed.grant.user, account]);
      byDoor.set(door, [...(byDoor.get(door) ?? []), placed]);
    }
  }
  const told = new Set<string>();
  for (const [door, placed] of byDoor) {
    const [, account] = JSON.parse(door) as [string, string];
    for (const [first, second] of overlapping(placed)) {
      const pair = `${first.position} ${second.position}`;
      if (!told.has(pair) && differInBoth(first, second, settings.get(account)!)) {
        told.add(pair);
        const found = `found other nodes and other channels than ${quoted(first.grant.id)}, in ${quoted(account)} at the same time`;
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

/** Pairs whose windows have a moment in common, the earlier in the file first. */
function* overlapping(grants: readonly PlacedGrant[]): Generator<[PlacedGrant, PlacedGrant]> {
  const byStart = [...grants].sort((a, b) => (a.grant.from < b.grant.from ? -1 : 1));
  for (const [index, one] of byStart.entries()) {
    for (const other of byStart.slice(index + 1)) {
      if (other.grant.from >= one.grant.until) {
        break;
      }
      yield one.position < other.position ? [one, other] : [other, one];
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
