import { z } from "zod";
import type { Request } from "../iam/request";
import { visible } from "../model/fault";
import { Stop } from "./stop";

const context = z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional();
const unknown = z.array(z.string()).optional();

const shape = z.strictObject({
  principal: z.union([
    z.string(),
    z.strictObject({ service: z.string() }),
    z.strictObject({ federated: z.string() }),
    z.strictObject({ anonymous: z.literal(true) }),
  ]),
  role: z.string().optional(),
  action: z.string().regex(/^[\w-]+:\w+$/),
  resources: z
    .array(z.union([z.string(), z.strictObject({ arn: z.string(), context, unknown })]))
    .min(1),
  resourceAccount: z.string().optional(),
  context,
  unknown,
});

/** What each part of a request may be, in words. */
const allowed: Readonly<Record<keyof typeof shape.shape, string>> = {
  principal: 'an ARN, or { "service": ... }, { "federated": ... } or { "anonymous": true }',
  role: "the ARN of a role",
  action: "one action, such as ssm:StartSession",
  resources: 'a list of one or more ARNs or "*"',
  resourceAccount: "the id of an account",
  context: "condition keys, each with a text or a list of texts",
  unknown: "a list of condition keys",
};

const howToGet = "'sekisho check --json' and 'sekisho explain --json' print such requests.";

/** A request as programs write it; stops with one line where it is none. */
export function readRequest(json: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Stop(`The request is not JSON: ${(error as Error).message}. ${howToGet}`, 2);
  }
  const read = shape.safeParse(value);
  if (read.success) {
    return read.data;
  }
  const [issue] = read.error.issues;
  const part = issue!.path[0];
  if (part === undefined) {
    const extra = issue!.code === "unrecognized_keys" ? `, not ${issue.keys.join(", ")}` : "";
    throw new Stop(
      `A request has principal, action and resources, and may have context and unknown${visible(extra)}. ${howToGet}`,
      2,
    );
  }
  throw new Stop(
    `The request's ${String(part)} must be ${allowed[part as keyof typeof allowed]}. ${howToGet}`,
    2,
  );
}
