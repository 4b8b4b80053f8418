import { Caller } from "./caller";
import { readDate } from "./operators/dates";
import { RequestContext, Values } from "./requestContext";

/** Reads one condition key of a request. */
export type KeyReader = (context: RequestContext) => Values;

/**
 * How a key, in small letters, is read. Some follow from the principal, whatever the request says of them, and the two
 * keys of the time from each other. What AWS always sends and the request does not give is not absent but unknown.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function readerOf(key: string): KeyReader {
  const read = readers.get(key) ?? ((context: RequestContext) => context.given(key));
  return (context) => {
    const values = read(context);
    if (values === "unknown") {
      context.doubt(key);
    }
    return values;
  };
}

const principalTypes = {
  root: ["Account"],
  user: ["User"],
  role: ["AssumedRole"],
  "federated user": ["FederatedUser"],
  anonymous: ["Anonymous"],
  service: undefined,
  federated: undefined,
};

/** Beside the time: keys that AWS sends with every request, in small letters. */
export const alwaysSent: readonly string[] = [
  "aws:requestedregion",
  "aws:securetransport",
  "aws:useragent",
  "aws:viaawsservice",
];

/** Keys that follow from the principal alone, in small letters. */
export const principalKeys: readonly string[] = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principaltype",
  "aws:username",
  "aws:principalisawsservice",
  "aws:principalservicename",
];

/** By key; of an outsider AWS knows no account and no ARN. */
const readers = new Map<string, KeyReader>([
  ["aws:principalaccount", ({ caller }) => listOf(caller.account)],
  ["aws:principalarn", ({ caller }) => principalArn(caller)],
  ["aws:principaltype", ({ caller }) => principalTypes[caller.kind]],
  ["aws:username", ({ caller }) => (caller.kind === "user" ? listOf(caller.name) : undefined)],
  ["aws:userid", (context) => userId(context)],
  ["aws:principalisawsservice", ({ caller }) => serviceFlag(caller.kind)],
  [
    "aws:principalservicename",
    ({ caller }) => (caller.kind === "service" ? listOf(caller.id) : undefined),
  ],
  ["aws:currenttime", (context) => currentTime(context)],
  ["aws:epochtime", (context) => epochTime(context)],
  ...alwaysSent.map((key): [string, KeyReader] => [
    key,
    (context) => context.given(key) ?? "unknown",
  ]),
]);

function principalArn({ account, principalArn }: Caller): Values {
  return account === undefined ? undefined : (listOf(principalArn) ?? "unknown");
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function userId(context: RequestContext): Values {
  const { kind, account, name } = context.caller;
  switch (kind) {
    case "root":
      return listOf(account);
    case "federated user":
      return [`${account}:${name}`];
    case "anonymous":
      return ["anonymous"];
    case "user":
    case "role":
      return context.given("aws:userid") ?? "unknown";
    default:
      return context.given("aws:userid");
  }
}

/** Only signed requests carry the key. */
function serviceFlag(kind: Caller["kind"]): Values {
  return kind === "anonymous" || kind === "federated" ? undefined : [String(kind === "service")];
}

function currentTime(context: RequestContext): Values {
  const given = context.given("aws:currenttime");
  const seconds = given ?? secondsOf(context.given("aws:epochtime"));
  return typeof seconds === "number" ? dateOf(seconds) : seconds;
}

/** "unknown" for seconds beyond all dates. */
function dateOf(seconds: number): Values {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "unknown" : [date.toISOString()];
}

function epochTime(context: RequestContext): Values {
  const given = context.given("aws:epochtime");
  const seconds = given ?? secondsOf(context.given("aws:currenttime"));
  return typeof seconds === "number" ? [String(Math.floor(seconds))] : seconds;
}

function secondsOf(values: Values): number | "unknown" {
  return values === undefined || values === "unknown"
    ? "unknown"
    : (readDate(values[0]!) ?? "unknown");
}

function listOf(value: string | undefined): [string] | undefined {
  return value === undefined ? undefined : [value];
}
