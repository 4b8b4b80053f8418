const form =
  /^(20[0-9]{2})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|([+-])([0-9]{2}):([0-9]{2}))$/;

/**
 * A moment in ISO 8601 with its offset, as UTC to the second: `2026-12-01T09:00:00+09:00` is
 * `2026-12-01T00:00:00Z`. None for a day, hour or offset that does not exist, or without an offset: what
 * nine o'clock means must not depend on the reader.
 */
export function parseInstant(text: string): string | undefined {
  const parts = form.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second, offsetHours, offsetMinutes] = [
    1, 2, 3, 4, 5, 6, 9, 10,
  ].map((part) => Number(parts[part] ?? "0")) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Date.UTC turns 30 February into 2 March; a date that is not what was written does not exist.
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const written = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6] ?? "00"}.000Z`;
  const offset = (offsetHours * 60 + offsetMinutes) * (parts[8] === "-" ? -1 : 1);
  if (local.toISOString() !== written || offsetMinutes > 59 || Math.abs(offset) > 14 * 60) {
    return undefined;
  }
  return formatInstant(new Date(local.getTime() - offset * 60_000));
}

/** Minutes between two moments as `parseInstant` returns them. */
export function minutesBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 60_000;
}

/** A moment as the model writes it: UTC, to the second. */
export function formatInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
