/**
 * Runs something without recording a stack trace for each error. The SDK makes an error for every promise and walks the
 * whole stack for every resource: recording them takes two thirds of a plan's time, and nobody reads them.
 */
export async function withoutStackTraces<T>(run: () => Promise<T>): Promise<T> {
  // V8 records nothing while this is not a plain number (https://v8.dev/docs/stack-trace-api). A plain 0 is not enough:
  // the SDK raises it to infinity for each resource.
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")!;
  Object.defineProperty(Error, "stackTraceLimit", {
    configurable: true,
    get: () => 0,
    set: () => undefined,
  });
  try {
    return await run();
  } finally {
    Object.defineProperty(Error, "stackTraceLimit", limit);
  }
}
