/** Codes with which AWS asks to call again more slowly. */
const throttling = new Set([
  "ThrottlingException",
  "Throttling",
  "TooManyRequestsException",
  "RequestLimitExceeded",
]);

/** How often a call is made at most, on top of what the SDK does by itself within each. */
const mostCalls = 4;

export type Sleep = (milliseconds: number) => Promise<void>;

/** Calls again when AWS throttles, a second later, then two, then four: the next run is never far. */
export async function retried<T>(call: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (let made = 1; ; made++) {
    try {
      return await call();
    } catch (error) {
      if (made === mostCalls || !throttling.has((error as Error).name)) {
        throw error;
      }
      await sleep(1000 * 2 ** (made - 1));
    }
  }
}
