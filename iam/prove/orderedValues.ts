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
  const last = sorted.at(-1)!;
  return [first - stepFrom(first), ...between, last + stepFrom(last)];
}

/** A whole number where there is one. */
function middle(left: number, right: number): number {
  const half = left / 2 + right / 2;
  const whole = Math.floor(half);
  return whole > left ? whole : half;
}

/** Beyond this a number and the next one are the same to a computer. */
const mostExact = 2 ** 52;

function stepFrom(bound: number): number {
  return Math.abs(bound) < mostExact ? 1 : Math.abs(bound);
}
