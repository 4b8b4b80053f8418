import { Fault } from "./policyJson";

/** The faults with the line and the column in the text that each of them is about. */
export function placed(
  faults: readonly Fault[],
  text: string,
  offsets: ReadonlyMap<string, number>,
): Fault[] {
  const lines = lineStarts(text);
  return faults.map((fault) => ({ ...fault, ...position(lines, offsetOf(fault.path, offsets)) }));
}

/** What is missing stands where its owner does. A single statement stands without a list. */
function offsetOf(path: string, offsets: ReadonlyMap<string, number>): number {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const offset = offsets.get(at) ?? offsets.get(at.replace(/^Statement\[0\]/, "Statement"));
    if (offset !== undefined) {
      return offset;
    }
  }
  return offsets.get("") ?? 0;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if (starts[middle]! <= offset) {
      first = middle;
    } else {
      last = middle - 1;
    }
  }
  return { line: first + 1, column: offset - starts[first]! + 1 };
}
