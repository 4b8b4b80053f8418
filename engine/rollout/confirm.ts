import { Ended } from "./journal";
import { ListedStack } from "./pulumiCli";
import { StackRecord } from "./records";

/** How far the clock of Pulumi Cloud may be from this machine's, in milliseconds. */
const cloudClock = 5 * 60_000;

/**
 * The record of a stack that a rollout brought to what was declared; undefined where its state is not the one which that
 * update left, because somebody was there between the update and now.
 */
export function confirmed(ended: Ended, listed: ListedStack | undefined): StackRecord | undefined {
  if (listed?.lastUpdate === undefined || ended.failure !== undefined) {
    return undefined;
  }
  const { lastUpdate, resourceCount, file, url } = listed;
  const slack = url === undefined ? 0 : cloudClock;
  const time = Date.parse(lastUpdate);
  const own = time >= ended.started - slack && time <= ended.ended + slack;
  // An update without changes may leave the state as it was.
  if ((!own && lastUpdate !== ended.before) || (file?.modified ?? 0) > ended.ended) {
    return undefined;
  }
  return {
    fingerprint: ended.fingerprint,
    lastUpdate,
    resources: resourceCount ?? 0,
    ...(file !== undefined && { state: file.sha256 }),
    ...(ended.inputs !== undefined && { inputs: ended.inputs }),
    at: new Date(ended.ended).toISOString(),
  };
}
