import { parsePolicy } from "../../iam/parsePolicy";
import { operators } from "../../iam/policyDocument";
import { Fault, nearest, quoted, visible } from "../../model/fault";
import { OwnPolicyText } from "./text";

/** What is wrong with the text as a policy of any kind, in the words of our faults. */
export function grammarFaults(policy: OwnPolicyText): Fault[] {
  const parsed = parsePolicy(policy.policy.text);
  if (parsed.ok) {
    return [];
  }
  const misspelt = new Set(parsed.faults.flatMap(meantPath));
  // A misspelt element is one fault, and not also that the right one is missing.
  const faults = parsed.faults.filter(
    ({ path }) => !misspelt.has(path) || policy.written(path) !== undefined,
  );
  return faults.map(({ path, message, line = 1, column = 1 }) => ({
    file: policy.policy.file,
    line,
    column,
    path: visible(path),
    message: inOurWords(path, message, policy),
  }));
}

/** The path that an unknown element should have. */
function meantPath({ path, message }: { path: string; message: string }): string[] {
  const [, names] = unknownElement.exec(message) ?? [];
  const dot = path.lastIndexOf(".") + 1;
  const near = names === undefined ? undefined : nearest(path.slice(dot), names.split(", "));
  return near === undefined ? [] : [path.slice(0, dot) + near];
}

const unknownElement = /^is not one of (.*)$/;

function inOurWords(path: string, predicate: string, policy: OwnPolicyText): string {
  const key = path.slice(path.lastIndexOf(".") + 1);
  const [, reason] = /^is not JSON: (.*)$/.exec(predicate) ?? [];
  if (reason !== undefined) {
    return `found text that is not JSON (${visible(reason)}), allowed is a policy in JSON: correct it.`;
  }
  const [, names] = unknownElement.exec(predicate) ?? [];
  if (names !== undefined) {
    const advice = meant(key, names.split(", ")) ?? "remove it.";
    return `found the key ${quoted(key)}, allowed are ${names}: ${advice}`;
  }
  if (predicate === "is not a condition operator") {
    const advice = meant(key, spelledLike(key)) ?? "correct it.";
    return `found ${quoted(key)}, allowed is a condition operator of IAM: ${advice}`;
  }
  const [, allowed] = /^must be (.*)$/.exec(predicate) ?? [];
  const written = policy.written(path);
  const found = written === undefined ? "nothing" : visible(written);
  return allowed !== undefined
    ? `found ${found}, allowed is ${allowed}: correct it.`
    : `found a value that ${predicate}, allowed is a policy as IAM reads it: correct it.`;
}

/** Every operator with the quantifier before it and the IfExists behind it that the found one has. */
function spelledLike(found: string): string[] {
  const colon = found.indexOf(":") + 1;
  const quantifier = /^forall/i.test(found) ? "ForAllValues:" : "ForAnyValue:";
  const suffix = /ifexists$/i.test(found) ? "IfExists" : "";
  return operators.map((operator) => `${colon > 0 ? quantifier : ""}${operator}${suffix}`);
}

function meant(found: string, names: readonly string[]): string | undefined {
  const near = nearest(found, names);
  return near === undefined ? undefined : `did you mean '${near}'?`;
}
