import * as z from "zod";
import { Fault, nearest, quoted } from "./fault";
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
  const faults = result.error.issues.flatMap((issue) => issueFaults(issue, [], schema, source));
  return { data: validPart(schema, source.value), faults };
}

type Issue = z.core.$ZodIssue;

function issueFaults(
  issue: Issue,
  base: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): Fault[] {
  const path = [...base, ...(issue.path as Path)];
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowed = keysOf(schemaAt(schema, path));
      return issue.keys.map((key) => {
        const meant = nearest(key, allowed);
        const advice = meant === undefined ? "remove it" : `did you mean '${meant}'?`;
        const end = meant === undefined ? "." : "";
        const message = `found the key ${quoted(key)}, allowed are ${allowed.join(", ")}: ${advice}${end}`;
        return source.fault([...path, key], message, "key");
      });
    }
    case "invalid_key": {
      const name = String(path.at(-1));
      const reason = issue.issues[0]?.message ?? "allowed is another name: rename it.";
      return [source.fault(path, `found the name ${quoted(name)}, ${reason}`, "key")];
    }
    case "invalid_union": {
      // The one form that fits from the outside says best what is wrong inside.
      const branch = issue.errors.find((issues) => issues.length > 0 && !issues.some(isOutermost));
      if (branch !== undefined) {
        return branch.flatMap((inner) => issueFaults(inner, path, schema, source));
      }
      break;
    }
  }
  return [source.fault(path, valueMessage(issue, path, schema, source))];
}

function isOutermost(issue: Issue): boolean {
  return (
    issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value")
  );
}

function valueMessage(
  issue: Issue,
  path: Path,
  schema: z.core.$ZodType,
  source: YamlSource,
): string {
  const value = valueAt(source.value, path);
  if (value === undefined) {
    return `found nothing, ${issue.message.replace(/: [^:]*$/, "")}: add the key '${String(path.at(-1))}'.`;
  }
  const scalar = typeof value === "number" || typeof value === "boolean";
  const wantsText = issue.code === "invalid_type" && issue.expected === "string";
  const text = source.text(path) ?? String(value);
  const found = `found ${describe(value, text)}`;
  if (!scalar || !wantsText) {
    return `${found}, ${issue.message}`;
  }
  const expected = schemaAt(schema, path);
  return expected !== undefined && z.core.safeParse(expected, text).success
    ? `${found}, ${issue.message.replace(/: [^:]*$/, "")}: put it in quotes (${quoted(text)}).`
    : `${found}, ${issue.message.replace(/\.$/, "")} and put it in quotes.`;
}

function describe(value: unknown, text: string): string {
  const digits = /^[0-9]{2,}$/.test(text) ? ` (${text.length} digits)` : "";
  switch (typeof value) {
    case "string":
      return value === "" ? "an empty text" : `${quoted(value)}${digits}`;
    case "number":
      return `the number ${text.slice(0, 80)}${digits}`;
    case "boolean":
      return text;
    default:
      return value === null ? "an empty value" : Array.isArray(value) ? "a list" : "a map";
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** The schema of the value at a path; where a value may have several forms, that of the map or list. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = unwrap(schema);
  for (const step of path) {
    const { def } = (at as z.core.$ZodTypes)._zod;
    const inner: z.core.$ZodType | undefined =
      def.type === "object"
        ? def.shape[step]
        : def.type === "record"
          ? def.valueType
          : def.type === "array"
            ? def.element
            : undefined;
    if (inner === undefined) {
      return undefined;
    }
    at = unwrap(inner);
  }
  return at;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
      return unwrap(def.innerType);
    case "pipe":
      return unwrap(def.in);
    case "union": {
      const composite = def.options.map(unwrap).find((option) => {
        const { type } = (option as z.core.$ZodTypes)._zod.def;
        return type === "object" || type === "array";
      });
      return composite ?? schema;
    }
    default:
      return schema;
  }
}

function keysOf(schema: z.core.$ZodType | undefined): string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === "object" ? Object.keys(def.shape) : [];
}

/** Takes faulty values out, from the inside to the outside, until the rest is valid. */
function validPart<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
): Partial<z.output<z.ZodObject<Shape>>> {
  const root = { value: structuredClone(value) };
  const partial = schema.partial();
  for (;;) {
    const result = partial.safeParse(root.value);
    if (result.success) {
      return result.data as Partial<z.output<z.ZodObject<Shape>>>;
    }
    for (const issue of result.error.issues) {
      const path = issue.path as Path;
      const doomed =
        issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
      doomed.forEach((each) => remove(root, ["value", ...each]));
    }
  }
}

/** A list goes as a whole: without one entry the others would change their places. */
function remove(root: object, path: Path): void {
  const list = path.findIndex((step) => typeof step === "number");
  const keys = list < 0 ? path : path.slice(0, list);
  const parent = valueAt(root, keys.slice(0, -1)) as Record<string, unknown> | undefined;
  const key = keys.at(-1) as string;
  if (parent !== undefined && Object.hasOwn(parent, key)) {
    delete parent[key];
  } else if (keys.length > 1) {
    remove(root, keys.slice(0, -1));
  }
}
