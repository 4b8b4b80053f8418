import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "../../scripts/schema";

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** Paths of the keys that an editor could not explain. */
function unexplained(schema: JsonSchema, path: string): string[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const inner = typeof additionalProperties === "object" ? [additionalProperties] : [];
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      ...(value.description === undefined ? [`${path}.${key}`] : []),
      ...unexplained(value, `${path}.${key}`),
    ]),
    ...[...inner, ...(items === undefined ? [] : [items]), ...anyOf].flatMap((each) =>
      unexplained(each, `${path}.*`),
    ),
  ];
}

for (const [file, text] of Object.entries(schemaFiles())) {
  describe(file, () => {
    it("is what scripts/schema.ts writes", () => {
      const committed = readFileSync(join(__dirname, "..", "..", file), "utf8");
      assert.ok(committed === text, `${file} is old: run scripts/schema.ts`);
    });

    it("explains every key", () => {
      assert.deepEqual(unexplained(JSON.parse(text) as JsonSchema, ""), []);
    });
  });
}
