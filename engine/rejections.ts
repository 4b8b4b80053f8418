type Listener = NodeJS.UnhandledRejectionListener;

/**
 * Runs something and returns everything it threw or rejected, also where nobody awaited it, so that a fault in one stack
 * program neither goes unseen nor ends the process. As in a process of its own, a rejection that nobody handles is the
 * end, whatever still waits. One at a time.
 */
export async function rejectionsDuring(run: () => Promise<void>): Promise<unknown[]> {
  const faults: unknown[] = [];
  let end = () => {};
  const unhandled = new Promise<void>((resolve) => (end = resolve));
  const collect: Listener = (reason) => {
    faults.push(reason);
    end();
  };
  // Nobody else may hear of these: a test runner would count them against whatever test is running.
  const others = process.listeners("unhandledRejection") as Listener[];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", collect);
  try {
    await Promise.race([run().catch((fault: unknown) => faults.unshift(fault)), unhandled]);
    // Node reports a rejection that nobody handled when the microtasks are through.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("unhandledRejection", collect);
    others.forEach((listener) => process.on("unhandledRejection", listener));
  }
  return faults;
}
