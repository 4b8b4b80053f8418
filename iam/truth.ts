/**
 * A three-valued answer. The numbers are in order, so that "and" is the smaller of two and "or" the larger; they
 * are numbers because a decision asks hundreds of these questions.
 */
export type Truth = 0 | 1 | 2;

export const No = 0;
/** Depends on something that is not known. */
export const Unknown = 1;
export const Yes = 2;

export function truthOf(known: boolean): Truth {
  return known ? Yes : No;
}

export function not(truth: Truth): Truth {
  return (Yes - truth) as Truth;
}

export function and(left: Truth, right: Truth): Truth {
  return left < right ? left : right;
}

export function or(left: Truth, right: Truth): Truth {
  return left > right ? left : right;
}
