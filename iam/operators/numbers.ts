const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An integer or a decimal number, as the numeric operators take it. */
export function readNumber(text: string): number | undefined {
  return decimal.test(text) ? Number(text) : undefined;
}
