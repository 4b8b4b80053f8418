import { Caller } from "./caller";
import { readDate } from "./operators/dates";
import { RequestContext } from "./requestContext";

/**
 * Sets the keys that follow from the principal, whatever the request says of them, and the two keys of the time from
 * each other. What AWS always sends and the request does not give is not absent but unknown.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function fillContext(context: RequestContext, caller: Caller): void {
  fillTime(context);
  for (const key of alwaysSent) {
    if (context.values(key) === undefined) {
      context.setUnknown(key);
    }
  }
  const { kind, account, principalArn, name } = caller;
  const isAccounts = account !== undefined;
  put(context, "aws:principalaccount", account);
  put(context, "aws:principalarn", isAccounts ? principalArn : undefined);
  if (isAccounts && principalArn === undefined) {
    context.setUnknown("aws:principalarn");
  }
  put(context, "aws:username", kind === "user" ? name : undefined);
  put(context, "aws:principaltype", principalTypes[kind]);
  put(context, "aws:principalservicename", kind === "service" ? caller.id : undefined);
  put(context, "aws:principalisawsservice", serviceFlag(kind));
  if (kind === "root") {
    put(context, "aws:userid", account);
  } else if (kind === "federated user") {
    put(context, "aws:userid", `${account}:${name}`);
  } else if (kind === "anonymous") {
    put(context, "aws:userid", "anonymous");
  } else if (isAccounts && context.values("aws:userid") === undefined) {
    context.setUnknown("aws:userid");
  }
}

const alwaysSent = [
  "aws:currenttime",
  "aws:epochtime",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:useragent",
  "aws:viaawsservice",
];

const principalTypes = {
  root: "Account",
  user: "User",
  role: "AssumedRole",
  "federated user": "FederatedUser",
  anonymous: "Anonymous",
  service: undefined,
  federated: undefined,
};

/** Only signed requests carry the key. */
function serviceFlag(kind: Caller["kind"]): string | undefined {
  return kind === "anonymous" || kind === "federated" ? undefined : String(kind === "service");
}

function put(context: RequestContext, key: string, value: string | undefined): void {
  if (value === undefined) {
    context.delete(key);
  } else {
    context.set(key, value);
  }
}

function fillTime(context: RequestContext): void {
  const [current, epoch] = [context.values("aws:currenttime"), context.values("aws:epochtime")];
  if (epoch === undefined && current !== undefined && current !== "unknown") {
    const seconds = readDate(current[0]!);
    if (seconds !== undefined) {
      context.set("aws:epochtime", String(Math.floor(seconds)));
    }
  } else if (current === undefined && epoch !== undefined && epoch !== "unknown") {
    const seconds = readDate(epoch[0]!);
    if (seconds !== undefined) {
      context.set("aws:currenttime", new Date(seconds * 1000).toISOString());
    }
  }
}
