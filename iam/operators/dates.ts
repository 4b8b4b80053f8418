import { remembered } from "../remembered";

const epochSeconds = /^\d{5,}(?:\.\d+)?$/;
const isoDate =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?)?$/;

/**
 * An instant in seconds since 1970. Dates are ISO 8601 in the W3C form or epoch seconds, on either side of the
 * comparison, whatever the key. Four digits alone could be a year or seconds, so they are neither; a time needs its zone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const readDate = remembered((text): number | undefined => {
  if (epochSeconds.test(text)) {
    return Number(text);
  }
  const found = isoDate.exec(text);
  if (found === null) {
    return undefined;
  }
  const [, year, month, day = "01", hour = "00", minute = "00", second = "00", fraction] = found;
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const seconds = Date.parse(`${clock}Z`) / 1000;
  // Date.parse takes the 31st of April for the 1st of May.
  if (Number.isNaN(seconds) || !new Date(seconds * 1000).toISOString().startsWith(clock)) {
    return undefined;
  }
  return seconds + Number(fraction ?? 0) - offsetSeconds(found[8]);
});

function offsetSeconds(zone = "Z"): number {
  if (zone === "Z") {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60;
}
