type Listener = NodeJS.UnhandledRejectionListener;

/**
 * Runs something and returns everything it threw or rejected, also where nobody awaited it, so that a fault in one stack
 * program neither goes unseen nor ends the process. As in a process of its own, a rejection that nobody handles is the
 * end, whatever still waits; so are `limit` milliseconds, after which a promise is taken to never settle. One at a time.
 */
export async function faultsOf(run: () => Promise<void>, limit: number): Promise<unknown[]> {
  const faults: unknown[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const collect: Listener = (reason) => {
    faults.push(reason);
    end();
  };
  // The timer also keeps the process from ending as if all were well when nothing but such a promise is left.
  const timer = setTimeout(
    collect,
    limit,
    "The program did not end: one of its promises never settles.",
  );
  // Nobody else may hear of these: a test runner would count them against whatever test is running.
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", collect);
  try {
    await Promise.race([run().catch((fault: unknown) => faults.unshift(fault)), ended]);
    // Node reports a rejection that nobody handled when the microtasks are through.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    clearTimeout(timer);
    process.off("unhandledRejection", collect);
    others.forEach((listener) => process.on("unhandledRejection", listener));
  }
  return faults;
}
