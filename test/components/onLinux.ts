import { Context } from "mocha";
import { commandPath } from "./nodeSession";

const told = new Set<string>();

/**
 * Skips a suite, or one test, that runs a node's shell or its sudo, where this machine is no such node; one line in the
 * whole run says what it would need. Other systems have commands of these names too, with other options.
 */
export function needsLinux(context: Context, tests: string, tools: readonly string[]): void {
  const missing = tools.filter((tool) => commandPath(tool) === undefined);
  if (process.platform === "linux" && missing.length === 0) {
    return;
  }
  if (!told.has(tests)) {
    told.add(tests);
    const needs = process.platform === "linux" ? missing.join(", ") : "Linux";
    console.log(`${tests} tests skipped: they need ${needs}.`);
  }
  context.skip();
}
