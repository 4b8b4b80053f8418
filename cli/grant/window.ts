import { parseDuration } from "../../model/duration";
import { Stop } from "../stop";
import { isZone, minutesAfter, ownZone, parseMoment, thisMoment } from "../when";

/** The window as a person says it; moments without an offset are of `zone`, or of the zone of this machine. */
export interface WindowOptions {
  readonly from?: string;
  readonly until?: string;
  readonly for?: string;
  readonly zone?: string;
}

/** The two moments of the window as grants.yaml takes them; stops where they are none, or where the window is over. */
export function windowOf(
  options: WindowOptions,
  now = new Date(),
): { readonly from: string; readonly until: string } {
  const zone = knownZone(options.zone);
  const from =
    options.from === undefined ? thisMoment("minute", zone, now)! : momentOf(options.from, zone);
  if ((options.for === undefined) === (options.until === undefined)) {
    throw new Stop("Say how long: either --for or --until, such as --for 2h.", 2);
  }
  const until =
    options.until === undefined
      ? minutesAfter(from, minutesOf(options.for!), zone)
      : momentOf(options.until, zone);
  if (Date.parse(until) <= now.getTime()) {
    throw new Stop(`The window is over: it ends at ${until}. Name a later one.`, 2);
  }
  return { from, until };
}

/** The zone that was asked for, or that of this machine; stops where there is none of that name. */
export function knownZone(asked: string | undefined): string {
  const zone = asked ?? ownZone();
  if (!isZone(zone)) {
    throw new Stop(`'${zone}' is no time zone: write one such as Asia/Tokyo.`, 2);
  }
  return zone;
}

/** A moment with its offset; stops where the text is none. */
export function momentOf(text: string, zone: string): string {
  const parsed = parseMoment(text, zone);
  if ("fault" in parsed) {
    throw new Stop(parsed.fault, 2);
  }
  return parsed.written;
}

function minutesOf(duration: string): number {
  if (!/^[1-9]\d{0,4}[mhd]$/.test(duration)) {
    throw new Stop(`'${duration}' is no duration: write one such as 30m, 2h or 1d.`, 2);
  }
  return parseDuration(duration);
}
