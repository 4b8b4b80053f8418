import { readerOf } from "../conditionKeys";
import { readDate } from "../operators/dates";
import { readNumber } from "../operators/numbers";
import { Context } from "../request";
import { RequestContext, Values } from "../requestContext";
import { No } from "../truth";
import { KeyTests } from "./keyTests";

/** The name under which both keys of the time are looked up. */
export const time = "aws:currenttime";
const epoch = "aws:epochtime";

/** The name under which a key is looked up. */
export function canonical(key: string): string {
  const name = key.toLowerCase();
  return name === epoch ? time : name;
}

/** One of the two keys of the time, in small letters, in a request with these keys. */
export function timeIn(context: Context, key: string): Values {
  return readerOf(key)(new RequestContext({ kind: "anonymous", serviceLinked: No }, { context }));
}

/**
 * The tests of both keys of the time as those of one. A comparison of the whole seconds changes its answer where a second
 * begins.
 */
export function withOneTime(found: ReadonlyMap<string, KeyTests>): ReadonlyMap<string, KeyTests> {
  const [current, seconds] = [found.get(time), found.get(epoch)];
  if (seconds === undefined) {
    return found;
  }
  const { number, date } = seconds.others;
  const bounds = [...number.map(readNumber), ...date.map(readDate)].flatMap((bound) => bound ?? []);
  const starts = bounds
    .flatMap((bound) => [Math.ceil(bound), Math.floor(bound) + 1])
    .map((start) => instant(start));
  const merged: KeyTests = {
    name: "aws:CurrentTime",
    texts: [...(current?.texts ?? []), ...seconds.texts],
    others: {
      ...(current ?? seconds).others,
      // What is no date is left among the numbers, which cannot be told apart beside dates.
      number: [
        ...(current?.others.number ?? []),
        ...starts.filter((start) => readDate(start) === undefined),
      ],
      date: [...date, ...starts, ...(current?.others.date ?? [])],
    },
    severalValues: seconds.severalValues || (current?.severalValues ?? false),
  };
  return new Map([...found].filter(([key]) => key !== epoch).concat([[time, merged]]));
}

/** An instant in seconds since 1970 as a date; as the seconds themselves where no date says it exactly. */
export function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(".000Z", "Z");
  return readDate(text) === seconds ? text : String(seconds);
}
