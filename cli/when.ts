import { DateTime } from "luxon";

/** A moment as the file takes it, or why there is none, as a sentence. */
export type Moment = { readonly written: string } | { readonly fault: string };

/**
 * A moment as a person types it: with its offset, or as local time of a zone. A local time that the change of clocks leaves
 * out, or has twice, is refused.
 */
export function parseMoment(text: string, zone: string): Moment {
  const given = DateTime.fromISO(text, { setZone: true });
  const examples = "write 2026-12-01T09:00 or 2026-12-01T09:00+09:00";
  if (!given.isValid || !text.includes("T")) {
    return { fault: `'${text}' is no moment: ${examples}.` };
  }
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    return { written: written(given) };
  }
  const local = DateTime.fromISO(text, { zone });
  if (!local.isValid) {
    return { fault: `'${zone}' is no time zone: write one such as Asia/Tokyo.` };
  }
  if (
    local.toISO({ includeOffset: false }) !==
    DateTime.fromISO(text, { zone: "utc" }).toISO({ includeOffset: false })
  ) {
    return { fault: `'${text}' does not exist in ${zone}: the clocks change then.` };
  }
  if (local.getPossibleOffsets().length > 1) {
    return { fault: `'${text}' comes twice in ${zone}: write it with its offset.` };
  }
  return { written: written(local) };
}

/** The minute or second that has begun, in the zone; undefined if there is no such zone. */
export function thisMoment(
  unit: "minute" | "second",
  zone: string,
  now = new Date(),
): string | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  return local.isValid ? written(local.startOf(unit)) : undefined;
}

/** So many minutes after a moment, with the offset that the zone has then. */
export function minutesAfter(moment: string, minutes: number, zone: string): string {
  const start = DateTime.fromISO(moment, { setZone: true });
  return written(start.plus({ minutes }).setZone(zone));
}

/** `Tue 1 Dec 2026 09:00`, in the zone. */
export function localTime(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).setLocale("en-GB").toFormat("ccc d LLL yyyy HH:mm");
}

/** `1 Dec 09:00`, in the zone: for an axis, whose year stands elsewhere. */
export function axisTime(date: Date, zone: string): string {
  return DateTime.fromJSDate(date, { zone }).setLocale("en-GB").toFormat("d LLL HH:mm");
}

/** `Tue 1 Dec 2026 09:00 to 13:00`, in the zone; the second day is named where it is another. */
export function windowText(from: string, until: string, zone: string): string {
  const [start, end] = [localTime(from, zone), localTime(until, zone)];
  const sameDay = start.slice(0, -5) === end.slice(0, -5);
  return `${start} to ${sameDay ? end.slice(-5) : end}`;
}

/** Whether there is a time zone of that name. */
export function isZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid;
}

/** The zone of this machine. */
export function ownZone(): string {
  return DateTime.local().zoneName;
}

function written(moment: DateTime): string {
  return moment.toISO({ suppressMilliseconds: true })!;
}
