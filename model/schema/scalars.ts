import * as z from "zod";
import { cidrFault, cidrForm } from "../cidr";
import { parseDuration } from "../duration";

/** What is allowed, and what to do: two lines, which the check of the shape makes a fault's message of. */
export function says(allowed: string, advice: string): { error: () => string } {
  return { error: () => `${allowed}\n${advice}` };
}

/** A string of a form; one message for every way in which it can be wrong. */
export function text(pattern: RegExp, allowed: string, advice: string) {
  const message = says(allowed, advice);
  return z.string(message).regex(pattern, message);
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, says(`one of ${words.join(", ")}`, "choose one"));
}

export function wholeNumber(minimum: number, maximum: number) {
  const message = says(`a whole number from ${minimum} to ${maximum}`, "change it");
  return z.int(message).min(minimum, message).max(maximum, message);
}

export const flag = z.boolean(says("true or false", "choose one"));

/** A list without repetitions. */
export function list<Item extends z.ZodType>(item: Item, minimum: 0 | 1 = 0) {
  const allowed = minimum === 0 ? "a list" : "a list of at least one";
  const message = says(allowed, minimum === 0 ? "write [...]" : "write [...] with an entry");
  return z
    .array(item, message)
    .min(minimum, message)
    .check((context) => {
      const seen = new Set<unknown>();
      context.value.forEach((value, position) => {
        if (typeof value === "string" && seen.size === seen.add(value).size) {
          context.issues.push({
            code: "custom",
            input: value,
            path: [position],
            message: "each entry once\nremove the repetition",
          });
        }
      });
    })
    .meta({ uniqueItems: true });
}

/** A section with fixed keys. */
export function section<Shape extends z.ZodRawShape>(shape: Shape, description: string) {
  const keys = Object.keys(shape).join(", ");
  return z
    .strictObject(shape, says(`a map with the keys ${keys}`, "write it as key: value lines"))
    .describe(description);
}

/** A section whose keys are names that the user chooses. */
export function named<Value extends z.ZodType>(
  name: z.ZodString,
  value: Value,
  description: string,
) {
  return z
    .record(name, value, says("a map of names", "write it as name: {...} lines"))
    .describe(description);
}

/** A span of time in minutes. */
export function duration(minimum: string, maximum: string) {
  const message = says(
    `a duration from ${minimum} to ${maximum} such as ${minimum} (m minutes, h hours, d days)`,
    "change it",
  );
  const [least, most] = [parseDuration(minimum), parseDuration(maximum)];
  return z
    .string(message)
    .regex(/^[1-9][0-9]{0,5}[mhd]$/, { ...message, abort: true })
    .refine((value) => parseDuration(value) >= least && parseDuration(value) <= most, message)
    .transform(parseDuration);
}

/** A span of time in days. */
export function days(allowed: string, isAllowed: (days: number) => boolean) {
  const message = says(allowed, "change it");
  return z
    .string(message)
    .regex(/^[1-9][0-9]{0,4}d$/, { ...message, abort: true })
    .refine((value) => isAllowed(Number.parseInt(value, 10)), message)
    .transform((value) => Number.parseInt(value, 10));
}

export const accountId = text(/^[0-9]{12}$/, "a string of 12 digits", "correct the id");

/** The form that AWS gives its regions; whether a region exists is AWS's to say. */
export const region = text(
  /^[a-z]{2}(-[a-z]+)+-[0-9]$/,
  "a region such as ap-northeast-1",
  "correct it",
);

/**
 * Names are single ARN parts without wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const roleName = text(
  /^[\w+=,.@-]{1,64}$/,
  "a role name of 1 to 64 letters, digits and _+=,.@-",
  "correct it",
);

/** A role that guardrails exempt by its name. */
export const exemptRoleName = text(
  /^[\w+=,.@-]{1,64}$/,
  "an exact role name of 1 to 64 letters, digits and _+=,.@- (with a * or ? anyone could create a role that guardrails exempt)",
  "name each role",
);

/** What guardrails are attached to, and what switch roles and grants are for. */
export const target = z.string(says("an OU's path or an account's name", "correct it"));

/** An e-mail address as AWS Organizations takes it: 6 to 64 characters. */
export const email = text(
  /^(?=.{6,64}$)[^\s@"<>(),:;\\[\]]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
  "an e-mail address of 6 to 64 characters",
  "correct it",
);

/** Text for people, on one line: what a reviewer cannot see is not in it. */
export function plainText(maximum: number) {
  const message = says(`a line of 1 to ${maximum} visible characters`, "write one");
  return z
    .string(message)
    .min(1, message)
    .max(maximum, message)
    .refine((value) => isVisible(value) && /\S/.test(value), message);
}

/** No control, formatting or line-breaking characters. Not a pattern: not every editor knows these classes. */
export function isVisible(value: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}

/** A range of IPv4 or IPv6 addresses whose host bits are zero. */
export const cidr = z.string(says(cidrForm, "correct it")).check((context) => {
  const message = cidrFault(context.value);
  if (message !== undefined) {
    context.issues.push({ code: "custom", input: context.value, message });
  }
});
