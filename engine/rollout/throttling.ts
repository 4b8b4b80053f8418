/**
 * Codes and messages with which AWS says that it was asked too often, or that another change to the same thing is not done
 * yet: the same request succeeds later. The provider retries some of them itself, 25 times unless told otherwise
 * (https://www.pulumi.com/registry/packages/aws/installation-configuration/, `maxRetries`).
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const throttled =
  /\b(Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestThrottledException|EC2ThrottledException|TooManyRequestsException|RequestLimitExceeded|BandwidthLimitExceeded|SlowDown|PriorRequestNotComplete|ConcurrentModificationException|ConcurrentModification)\b|\bRate exceeded\b/;

/** Whether a failure is one that passes by itself. */
export function isThrottling(reason: string): boolean {
  return throttled.test(reason);
}

/** How often a stack is tried again whose failure passes by itself. */
export const throttlingRetries = 4;

/**
 * Seconds until the next try, from the first one's: twice as long each time, and somewhere in the upper half of that, so
 * that stacks which were refused together do not come back together.
 *
 * @param tries how often it was tried already
 * @param random from 0 to 1
 */
export function retryDelay(first: number, tries: number, random: number): number {
  return first * 2 ** (tries - 1) * (0.5 + random / 2);
}
