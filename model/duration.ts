const minutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** Minutes of a duration of one number and one unit: `15m`, `12h`, `400d`. The caller has checked the form. */
export function parseDuration(text: string): number {
  return Number.parseInt(text, 10) * minutes[text.slice(-1)]!;
}
