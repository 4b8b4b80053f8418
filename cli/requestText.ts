import type { Context, Request } from "../iam/request";
import { visible } from "../model/fault";

/** A request as a person reads it: who, what, on what, and what is known of the circumstances but for `hidden` keys. */
export function requestText(
  { principal, action, resources, context = {} }: Request,
  hidden: readonly string[] = [],
): string[] {
  const on = resources.map((resource) =>
    typeof resource === "string"
      ? resource
      : [resource.arn, ...conditionsOf(resource.context).map((text) => `(${text})`)].join(" "),
  );
  const conditions = conditionsOf(context, hidden);
  return [
    `${principalText(principal)} calls ${action} on ${on.join(" and ")}`,
    ...(conditions.length === 0 ? [] : [`with ${conditions.join("; ")}`]),
  ].map(visible);
}

function conditionsOf(context: Context = {}, hidden: readonly string[] = []): string[] {
  return Object.entries(context)
    .filter(([key]) => !hidden.includes(key))
    .map(([key, value]) => `${key} = ${typeof value === "string" ? value : value.join(", ")}`);
}

function principalText(principal: Request["principal"]): string {
  if (typeof principal === "string") {
    return principal;
  }
  return "service" in principal
    ? `the service ${principal.service}`
    : "federated" in principal
      ? `somebody from ${principal.federated}`
      : "somebody without credentials";
}
