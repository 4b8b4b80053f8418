import { availableParallelism } from "node:os";

/**
 * Memory of one stack that runs, in bytes: the provider 200 to 430 MB (https://github.com/pulumi/pulumi-aws/issues/5860), the
 * program's process, the CLI and the pack some 150 MB each.
 */
const perStack = 900 * 1024 * 1024;

/** How many stacks run at once unless somebody says otherwise: as many as cores and memory carry, and at least one. */
export function defaultJobs(
  cores = availableParallelism(),
  memory = process.availableMemory(),
): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / perStack)));
}
