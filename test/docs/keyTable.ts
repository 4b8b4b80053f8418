import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { schemaFiles } from "../../scripts/schema";

/** The page whose tables are made from the schemas of the two files. */
export const referencePage = join(__dirname, "../../docs/organization-file.md");

/** What the tables need of a JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
}

/** The page with each table between its two marks made anew, in the repository's format. */
export async function withTables(page: string): Promise<string> {
  const text = Object.entries(schemaFiles()).reduce((before, [file, schema]) => {
    const [begin, end] = [`<!-- keys of ${file} -->`, "<!-- end of keys -->"];
    const from = before.indexOf(begin);
    const to = before.indexOf(end, from);
    if (from < 0 || to < 0) {
      throw new Error(`The page has no place for the keys of ${file}.`);
    }
    const table = keyTable(JSON.parse(schema) as Schema);
    return `${before.slice(0, from)}${begin}\n\n${table}\n\n${before.slice(to)}`;
  }, page);
  return format(text, { ...(await resolveConfig(referencePage)), filepath: referencePage });
}

function keyTable(schema: Schema): string {
  return ["| Key | Value | Default | Meaning |", "| --- | --- | --- | --- |", ...rows(schema)].join(
    "\n",
  );
}

/** A row a key, depth first, in the order of the schema. */
function rows(schema: Schema, path = ""): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    const required = schema.required?.includes(key) === true;
    return value.not !== undefined ? [] : [row(at, value, required), ...below(at, value)];
  });
}

function below(at: string, value: Schema): string[] {
  if (at.endsWith(".osAccess")) {
    // The keys stand once, under the organization's own osAccess.
    return [];
  }
  const named = value.additionalProperties;
  const forms = [value, ...(value.anyOf ?? [])];
  return [
    ...forms.flatMap((form) => rows(form, at)),
    ...(named ? rows(named, `${at}.<name>`) : []),
    ...(value.items ? rows(value.items, `${at}[]`) : []),
  ];
}

function row(at: string, value: Schema, required: boolean): string {
  const meaning = (value.description ?? "").replace(/ ?Defaults to [^.]+\.$/, "");
  const standard = value.default === undefined || isEmptySection(value.default);
  const given = required ? "required" : standard ? "" : code(yaml(value.default));
  return `| ${code(at)} | ${kindOf(value)} | ${given} | ${meaning} |`;
}

function kindOf({ type, enum: words, const: word, items, anyOf }: Schema): string {
  if (anyOf !== undefined) {
    return anyOf.map(kindOf).join(" or ");
  }
  if (word !== undefined) {
    return code(yaml(word));
  }
  if (words !== undefined) {
    return words.map(code).join(", ");
  }
  return type === "array"
    ? `list of ${items?.enum ? kindOf(items) : `${items?.type ?? "value"}s`}`
    : type === "object"
      ? "section"
      : (type ?? "value");
}

function yaml(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isEmptySection(value: unknown): boolean {
  return JSON.stringify(value) === "{}";
}

function code(text: string): string {
  return `\`${text}\``;
}

async function rewrite(): Promise<void> {
  writeFileSync(referencePage, await withTables(readFileSync(referencePage, "utf8")));
}

if (require.main === module) {
  void rewrite();
}
