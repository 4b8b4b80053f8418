// The SDK keeps one store a process, unless a deployment brings its own, as the Automation API's inline programs do.
// There is no public way to bring one: without it, what a failed program left running would register in the next stack.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { withLocalStorage } = require("@pulumi/pulumi/runtime/state") as {
  withLocalStorage<T>(callback: () => T): T;
};

/** Runs a deployment with settings, configuration and pending calls of its own. */
export function inOwnDeployment<T>(deployment: () => T): T {
  return withLocalStorage(deployment);
}
