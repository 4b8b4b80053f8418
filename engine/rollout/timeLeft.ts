/**
 * Seconds until a rollout ends, from how long its stacks took until now; undefined while none has ended. `running` stacks count
 * half.
 */
export function secondsLeft(
  took: readonly number[],
  {
    running,
    waiting,
    lanes,
  }: { readonly running: number; readonly waiting: number; readonly lanes: number },
): number | undefined {
  if (took.length === 0) {
    return undefined;
  }
  // The last ones tell more: the first fill caches, and a wave's stacks are alike.
  const recent = took.slice(-20);
  const each = recent.reduce((sum, seconds) => sum + seconds, 0) / recent.length;
  return ((waiting + running / 2) * each) / Math.max(1, Math.min(lanes, waiting + running));
}
