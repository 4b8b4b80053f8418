import * as z from "zod";
import { Fault, formatPath, nearest, quoted, visible } from "./fault";
import { keysOf, schemaAt } from "./schemaPath";
import { validPart, valueAt } from "./validPart";
import { Path, YamlSource } from "./yamlSource";

/** What of a file has the right form, and a fault for everything that has not. */
export interface Shape<Data> {
  /** The whole where there are no faults; otherwise what is left without the faulty values. */
  readonly data: Partial<Data>;
  readonly faults: readonly Fault[];
}

/** Checks a file against its schema. The faults are in the schema's words, with what was found before them. */
export function checkShape<Fields extends z.ZodRawShape>(
  schema: z.ZodObject<Fields>,
  source: YamlSource,
): Shape<z.output<z.ZodObject<Fields>>> {
  const result = schema.safeParse(source.value);
  if (result.success) {
    return { data: result.data, faults: [] };
  }
  const faults = explain(result.error.issues, [], schema, source);
  return { data: validPart(schema, source.value), faults };
}

type Issue = z.core.$ZodIssue;

function explain(
  issues: readonly Issue[],
  base: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): Fault[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownKeys(issue, base, schema, source) : [],
  );
  // A misspelt key is one fault: not also that the right one is missing, or that its section is incomplete.
  const explained = new Set(unknown.flatMap(({ section, meant }) => [section, meant]));
  const others = issues.flatMap((issue) => {
    const path = [...base, ...(issue.path as Path)];
    const follows =
      issue.code === "unrecognized_keys" ||
      (explained.has(formatPath(path)) && (issue.code === "custom" || !source.has(...path)));
    return follows ? [] : issueFaults(issue, path, schema, source);
  });
  return [...unknown.map(({ fault }) => fault), ...others];
}

function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  base: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): { fault: Fault; section: string; meant: string | undefined }[] {
  const path = [...base, ...(issue.path as Path)];
  const allowed = keysOf(schemaAt(schema, path));
  const missing = allowed.filter((key) => !source.has(...path, key));
  return issue.keys.map((key) => {
    const meant = nearest(key, missing);
    const advice = meant === undefined ? "remove it." : `did you mean '${visible(meant)}'?`;
    const message = `found the key ${quoted(key)}, allowed are ${allowed.join(", ")}: ${advice}`;
    return {
      fault: source.fault([...path, key], message, "key"),
      section: formatPath(path),
      meant: meant === undefined ? undefined : formatPath([...path, meant]),
    };
  });
}

function issueFaults(
  issue: Issue,
  path: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): Fault[] {
  if (issue.code === "invalid_key") {
    const [allowed, advice] = halves(issue.issues[0]!.message);
    const message = `found the name ${quoted(String(path.at(-1)))}, allowed is ${allowed}: ${advice}.`;
    return [source.fault(path, message, "key")];
  }
  if (issue.code === "invalid_union") {
    // The one form that fits from the outside says best what is wrong inside.
    const branch = issue.errors.find((issues) => !issues.some(isOutermost));
    if (branch !== undefined) {
      return explain(branch, path, schema, source);
    }
  }
  return [source.fault(path, valueMessage(issue, path, schema, source))];
}

function isOutermost(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code !== "unrecognized_keys" && issue.code !== "custom";
}

/** What is allowed, and what to do: see `says` in schema/scalars.ts. */
function halves(message: string): [allowed: string, advice: string] {
  const [allowed, advice] = message.split("\n");
  return [allowed!, advice ?? "correct it"];
}

function valueMessage(
  issue: Issue,
  path: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): string {
  const [allowed, advice] = halves(issue.message);
  const value = valueAt(source.value, path);
  if (value === undefined) {
    return `found nothing, allowed is ${allowed}: add the key '${String(path.at(-1))}'.`;
  }
  const text = source.text(path) ?? "";
  const found = `found ${describe(value, text)}, allowed is ${allowed}`;
  const unquoted = typeof value === "number" || typeof value === "boolean";
  if (!unquoted || issue.code !== "invalid_type" || issue.expected !== "string") {
    return `${found}: ${advice}.`;
  }
  const expected = schemaAt(schema, path);
  return expected !== undefined && z.core.safeParse(expected, text).success
    ? `${found}: put it in quotes (${quoted(text)}).`
    : `${found}: ${advice} and put it in quotes.`;
}

function describe(value: unknown, text: string): string {
  const digits = /^[0-9]{6,}$/.test(text) ? ` (${text.length} digits)` : "";
  switch (typeof value) {
    case "string":
      return value === "" ? "an empty text" : `${quoted(value)}${digits}`;
    case "number":
      return `the number ${text.slice(0, 80)}${digits}`;
    case "boolean":
      return text;
    default: {
      const empty = value !== null && Object.keys(value as object).length === 0 ? "empty " : "";
      return value === null
        ? "an empty value"
        : `${empty === "" ? "a" : "an"} ${empty}${Array.isArray(value) ? "list" : "map"}`;
    }
  }
}
