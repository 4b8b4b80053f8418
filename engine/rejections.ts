type Listener = NodeJS.UnhandledRejectionListener;

/**
 * Runs something and returns everything it threw or rejected, also where nobody awaited it, so that a fault in one stack
 * program neither goes unseen nor ends the process. One at a time.
 */
export async function rejectionsDuring(run: () => Promise<void>): Promise<unknown[]> {
  const faults: unknown[] = [];
  const collect: Listener = (reason) => faults.push(reason);
  // Nobody else may hear of these: a test runner would count them against whatever test is running.
  const others = process.listeners("unhandledRejection") as Listener[];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", collect);
  try {
    await run().catch((fault: unknown) => faults.unshift(fault));
    // Node reports a rejection that nobody handled when the microtasks are through.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("unhandledRejection", collect);
    others.forEach((listener) => process.on("unhandledRejection", listener));
  }
  return faults;
}
