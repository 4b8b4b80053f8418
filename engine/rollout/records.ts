import { z } from "zod";
import { parseEntries } from "./storedEntries";

/** What is known of a stack since a rollout last brought it to what was declared. */
export interface StackRecord {
  readonly fingerprint: string;
  /** `lastUpdate` of `pulumi stack ls` after that update: any later one means that somebody else was there. */
  readonly lastUpdate: string;
  /** How many resources its state held. */
  readonly resources: number;
  /** SHA-256 of its state, where the backend is a folder: sees what leaves `lastUpdate` as it is. */
  readonly state?: string;
  /** Digest of what the fingerprint was last found to follow from; see `inputsOf`. */
  readonly inputs?: string;
  /** When it was recorded, RFC 3339. */
  readonly at: string;
}

export type StackRecords = ReadonlyMap<string, StackRecord>;

const recordSchema = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  lastUpdate: z.iso.datetime(),
  resources: z.int().nonnegative(),
  state: z.string().optional(),
  inputs: z.string().optional(),
  at: z.iso.datetime(),
});

/** Reads records. A stack whose record is damaged runs, and never the other way about. */
export function parseRecords(text: unknown): Map<string, StackRecord> {
  return parseEntries(text, recordSchema);
}

/** Several collections in one; of two records of a stack the later one counts. */
export function mergeRecords(collections: readonly StackRecords[]): Map<string, StackRecord> {
  const merged = new Map<string, StackRecord>();
  for (const [stack, record] of collections.flatMap((records) => [...records])) {
    const known = merged.get(stack);
    if (known === undefined || known.at < record.at) {
      merged.set(stack, record);
    }
  }
  return merged;
}
