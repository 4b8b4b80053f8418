import * as z from "zod";
import { Path } from "./yamlSource";

/** The schema of the value at a path; where a value may have several forms, that of the map or list. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
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

/** The keys of a section; none for every other schema. */
export function keysOf(schema: z.core.$ZodType | undefined): string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === "object" ? Object.keys(def.shape) : [];
}
