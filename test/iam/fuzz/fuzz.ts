import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { mutated, mutations } from "./mutations";
import { survive } from "./survival";

/** What a run of the fuzzer found. */
export interface FuzzReport {
  readonly inputs: number;
  /** Of the inputs, how many were policies after all and were decided by. */
  readonly accepted: number;
  /** See `Durations`: of all inputs the longest of each. */
  readonly slowest: { readonly reading: number; readonly deciding: number };
  /** The smallest input that was found to fail, and why. */
  readonly failure?: { readonly input: string; readonly reason: string };
}

export interface FuzzOptions {
  /** Documents to change. */
  readonly documents: readonly string[];
  readonly runs: number;
  readonly seed: number;
  /** Milliseconds of the processor that an answer may take; no limit where it is left out, as in tests. */
  readonly limit?: number;
  /** Told each input before it is tried. */
  readonly watch?: (input: string) => void;
}

/** Changes real policies, a little or beyond recognition, and asks about each. The same seed gives the same inputs. */
export function fuzz({ documents, runs, seed, limit = Infinity, watch }: FuzzOptions): FuzzReport {
  const slowest = { reading: 0, deciding: 0 };
  let [inputs, accepted] = [0, 0];
  const input = fc
    .tuple(fc.constantFrom(...documents), mutations)
    .map(([document, changes]) => changes.reduce(mutated, document));
  const { failed, counterexample, errorInstance } = fc.check(
    fc.property(input, (text) => {
      watch?.(text);
      const durations = calmly(text, limit);
      inputs++;
      accepted += durations.accepted ? 1 : 0;
      slowest.reading = Math.max(slowest.reading, durations.reading);
      slowest.deciding = Math.max(slowest.deciding, durations.deciding);
      const worst = Math.max(durations.reading, durations.deciding);
      assert.ok(worst <= limit, `takes ${worst.toFixed(0)} ms, and ${limit} are allowed`);
    }),
    { numRuns: runs, seed },
  );
  const failure = failed && {
    input: counterexample![0],
    reason: errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
  };
  return { inputs, accepted, slowest, ...(failure && { failure }) };
}

/** The garbage of earlier inputs is collected at anybody's cost, so what is slow gets two more tries. */
function calmly(text: string, limit: number) {
  let durations = survive(text);
  for (
    let tries = 0;
    tries < 2 && Math.max(durations.reading, durations.deciding) > limit;
    tries++
  ) {
    durations = survive(text);
  }
  return durations;
}
