/** One of several machines that share a rollout: `1/4` is the first of four. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** The whole rollout on one machine. */
export const whole: Shard = { index: 1, of: 1 };

/** Reads `i/n`; undefined where it is not that. */
export function parseShard(text: string): Shard | undefined {
  const [, index, of] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).map(Number);
  return index !== undefined && of !== undefined && index <= of ? { index, of } : undefined;
}

/**
 * The shard's part of all stacks in the order of the waves: every nth, so that shards are equal in size, in each wave too, and
 * each stack belongs to exactly one. It follows from the declared stacks alone, never from what has changed: machines that see
 * different records must not split differently.
 */
export function shareOf<Item>(stacks: readonly Item[], { index, of }: Shard): Item[] {
  return stacks.filter((_, position) => position % of === index - 1);
}

/** `2-of-4`; part of file and stack names. */
export function shardName({ index, of }: Shard): string {
  return `${index}-of-${of}`;
}

/** The shard of which `shardName` made that. */
export function shardNamed(name: string): Shard | undefined {
  return parseShard(name.replace("-of-", "/"));
}

/** Whether two shards could have a stack in common. */
export function overlap(one: Shard, other: Shard): boolean {
  return one.of !== other.of || one.index === other.index;
}
