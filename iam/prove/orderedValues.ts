/**
 * Numbers that answer every comparison with the bounds in every possible way: each bound, one between each two neighbours, one
 * below and one above all.
 */
export function aroundBounds(bounds: readonly number[]): number[] {
  const sorted = [...new Set(bounds)].sort((left, right) => left - right);
  const [first] = sorted;
  if (first === undefined) {
    return [];
  }
  const between = sorted.flatMap((bound, index) => {
    const next = sorted[index + 1];
    return next === undefined ? [bound] : [bound, middle(bound, next)];
  });
  return [first - 1, ...between, sorted.at(-1)! + 1];
}

/** A whole number where there is one. */
function middle(left: number, right: number): number {
  const half = (left + right) / 2;
  const whole = Math.floor(half);
  return whole > left ? whole : half;
}
