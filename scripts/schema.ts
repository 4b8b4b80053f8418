import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { grantsSchema } from "../model/schema/grants";
import { organizationSchema } from "../model/schema/organization";

/** The JSON Schemas that editors complete and explain the two files with, by file name. */
export function schemaFiles(): Record<string, string> {
  return {
    "organization.schema.json": schemaText(organizationSchema),
    "grants.schema.json": schemaText(grantsSchema),
  };
}

function schemaText(schema: z.ZodType): string {
  // draft-7 is what yaml-language-server understands best; "input" is the file, before durations become numbers.
  return `${JSON.stringify(z.toJSONSchema(schema, { io: "input", target: "draft-7" }), null, 2)}\n`;
}

if (require.main === module) {
  for (const [file, text] of Object.entries(schemaFiles())) {
    writeFileSync(join(__dirname, "..", file), text);
  }
}
