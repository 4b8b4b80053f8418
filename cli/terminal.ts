import pc from "picocolors";
import type { Colors } from "picocolors/types";

/** How to write on one stream: each has colours of its own, for `sekisho check > report.txt` on a terminal. */
interface Terminal {
  readonly colors: Colors;
  /** Columns that a line may take; Infinity in a file or a pipe, so that grep finds whole lines. */
  readonly width: number;
}

/** Lines longer than this are hard to read, however wide the terminal. */
const widest = 120;

/**
 * What the stream can show. NO_COLOR wins over FORCE_COLOR, as in picocolors, whose own detection knows
 * only stdout and colours any output in CI.
 */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: NodeJS.ProcessEnv = process.env,
): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== "0";
  const able = stream.isTTY === true && TERM !== "dumb" && FORCE_COLOR !== "0";
  return {
    colors: pc.createColors(!NO_COLOR && (forced || able)),
    width: stream.isTTY === true ? Math.min(stream.columns || 80, widest) : Infinity,
  };
}

/** Writes all of the text, or as much as the reader takes. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}
