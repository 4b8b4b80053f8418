import type { z } from "zod";

/** A value for each stack as one text, for the output of a record stack. */
export function entriesText(entries: ReadonlyMap<string, unknown>): string {
  return JSON.stringify(Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Reads what `entriesText` wrote. What is damaged is lost, entry by entry where possible. */
export function parseEntries<Entry>(text: unknown, schema: z.ZodType<Entry>): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [stack, value] of Object.entries(objectIn(text))) {
    const entry = schema.safeParse(value);
    if (entry.success) {
      entries.set(stack, entry.data);
    }
  }
  return entries;
}

function objectIn(text: unknown): object {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
