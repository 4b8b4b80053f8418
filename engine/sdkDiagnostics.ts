// eslint-disable-next-line @typescript-eslint/no-require-imports
const debuggable = require("@pulumi/pulumi/runtime/debuggable") as {
  debuggablePromise: <T>(promise: Promise<T>) => Promise<T>;
};

/**
 * Runs something without the SDK's aids for hunting faults in the SDK, which no user sees: a stack trace for every
 * resource and promise, and the list of promises that never settle. Together they are four fifths of a plan's time.
 * Errors made meanwhile have no stack trace, except for whoever asks for traces.
 */
export async function withoutSdkDiagnostics<T>(run: () => Promise<T>): Promise<T> {
  if (process.env.SEKISHO_DEBUG === "1") {
    return run();
  }
  const { debuggablePromise } = debuggable;
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")!;
  debuggable.debuggablePromise = (promise) => promise;
  // V8 records nothing while this is not a plain number (https://v8.dev/docs/stack-trace-api). A plain 0 is not enough:
  // the SDK raises it to infinity for each resource.
  Object.defineProperty(Error, "stackTraceLimit", {
    configurable: true,
    get: () => 0,
    set: () => undefined,
  });
  try {
    return await run();
  } finally {
    Object.defineProperty(Error, "stackTraceLimit", limit);
    debuggable.debuggablePromise = debuggablePromise;
  }
}
