import { readJson } from "./jsonText";
import { parseCondition } from "./parseCondition";
import { Fault, isObject, stringList, unknownKeys } from "./policyJson";
import { PolicyDocument, Principal, Statement, principalTypes } from "./policyDocument";
import { placed } from "./textPosition";

export type ParseResult =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const versions: readonly unknown[] = ["2008-10-17", "2012-10-17"];

/**
 * The longest text that the IAM API takes for a policy; every quota is far below.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
const longestText = 131_072;

/**
 * Reads a policy document, as JSON text or as the value of one, the way AWS does, and says everything that is wrong
 * with it at once; never throws, whatever it is given. It is stricter than AWS in one thing: element and operator
 * names must have the documented letter case.
 */
export function parsePolicy(source: unknown): ParseResult {
  if (typeof source === "string") {
    return parseText(source, placed);
  }
  try {
    return parseText(JSON.stringify(source) ?? "", (faults) => faults);
  } catch {
    return { ok: false, faults: [{ path: "", message: "cannot be written as JSON" }] };
  }
}

function parseText(
  text: string,
  finish: (...found: Parameters<typeof placed>) => readonly Fault[],
): ParseResult {
  if (text.length > longestText) {
    const message = `has ${text.length} characters; the longest that AWS takes has ${longestText}`;
    return { ok: false, faults: [{ path: "", message, line: 1, column: 1 }] };
  }
  const json = readJson(text);
  const faults = [...json.faults];
  const document = json.value === undefined ? undefined : parseDocument(json.value, faults);
  return document !== undefined && faults.length === 0
    ? { ok: true, document }
    : { ok: false, faults: finish(faults, text, json.offsets) };
}

function parseDocument(value: unknown, faults: Fault[]): PolicyDocument | undefined {
  if (!isObject(value)) {
    faults.push({ path: "", message: "must be an object" });
    return undefined;
  }
  unknownKeys(value, ["Version", "Id", "Statement"], "", faults);
  if (value.Version !== undefined && !versions.includes(value.Version)) {
    faults.push({ path: "Version", message: "must be 2012-10-17 or 2008-10-17" });
  }
  const statements = Array.isArray(value.Statement) ? value.Statement : [value.Statement];
  if (statements.length === 0) {
    faults.push({ path: "Statement", message: "must have at least one statement" });
  }
  return {
    version: value.Version === "2012-10-17" ? "2012-10-17" : "2008-10-17",
    ...text(value, "Id", "", faults),
    statements: statements.map((statement, index) =>
      parseStatement(statement, `Statement[${index}]`, faults),
    ),
  };
}

function parseStatement(value: unknown, path: string, faults: Fault[]): Statement {
  if (!isObject(value)) {
    faults.push({ path, message: "must be an object" });
    return { effect: "Deny", conditions: [] };
  }
  unknownKeys(value, statementKeys, path, faults);
  if (value.Effect !== "Allow" && value.Effect !== "Deny") {
    faults.push({ path: `${path}.Effect`, message: "must be Allow or Deny" });
  }
  if ((value.Action === undefined) === (value.NotAction === undefined)) {
    faults.push({ path, message: "must have either Action or NotAction" });
  }
  for (const element of ["Resource", "Principal"]) {
    if (value[element] !== undefined && value[`Not${element}`] !== undefined) {
      faults.push({ path, message: `must not have both ${element} and Not${element}` });
    }
  }
  const patterns = (element: string) => stringList(value[element], `${path}.${element}`, faults);
  const principals = (element: string) =>
    parsePrincipals(value[element], `${path}.${element}`, faults);
  return {
    ...text(value, "Sid", path, faults),
    effect: value.Effect === "Allow" ? "Allow" : "Deny",
    ...present("principals", principals("Principal")),
    ...present("notPrincipals", principals("NotPrincipal")),
    ...present("actions", patterns("Action")),
    ...present("notActions", patterns("NotAction")),
    ...present("resources", patterns("Resource")),
    ...present("notResources", patterns("NotResource")),
    conditions: parseCondition(value.Condition, `${path}.Condition`, faults),
  };
}

const statementKeys = ["Sid", "Effect", "Condition"].concat(
  ["Principal", "Action", "Resource"].flatMap((element) => [element, `Not${element}`]),
);

function parsePrincipals(value: unknown, path: string, faults: Fault[]): Principal[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (value === "*") {
    return [{ type: "AWS", value: "*" }];
  }
  if (!isObject(value)) {
    faults.push({ path, message: 'must be "*" or an object' });
    return [];
  }
  unknownKeys(value, principalTypes, path, faults);
  return principalTypes.flatMap((type) =>
    (stringList(value[type], `${path}.${type}`, faults) ?? []).map((value) => ({ type, value })),
  );
}

function text(value: Record<string, unknown>, key: "Id" | "Sid", path: string, faults: Fault[]) {
  const found = value[key];
  if (found === undefined) {
    return {};
  }
  if (typeof found !== "string") {
    faults.push({ path: path === "" ? key : `${path}.${key}`, message: "must be text" });
    return {};
  }
  return { [key.toLowerCase()]: found };
}

function present<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
