import { ProcessSettings, StackJob } from "./stackJob";
import { runStack } from "./stackRun";

/** What the rollout tells one of its processes. */
export type ToProcess =
  | { readonly settings: ProcessSettings }
  | { readonly job: StackJob }
  /** Let the engine finish the resources it is at, and begin no more. */
  | { readonly cancel: true };

/** Serves jobs, one at a time, for as long as the rollout lives. */
export function serve(): void {
  let settings: ProcessSettings | undefined;
  let running: Promise<void> | undefined;
  const cancel = new AbortController();
  // A terminal sends Ctrl-C to every process; the engine takes a second signal as an order to drop everything.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("message", (message: ToProcess) => {
    if ("settings" in message) {
      settings = message.settings;
    } else if ("cancel" in message) {
      cancel.abort();
    } else {
      running = runStack(message.job, settings!, cancel.signal).then((result) => {
        if (process.connected) {
          process.send!(result);
        }
      });
    }
  });
  process.on("disconnect", () => {
    // The rollout is gone: end in order what it began, so that neither lock nor half-made resource is left.
    cancel.abort();
    void Promise.resolve(running).finally(() => process.exit());
  });
}
