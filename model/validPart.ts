import * as z from "zod";
import { Path } from "./yamlSource";

/** Takes faulty values out, from the inside to the outside, until the rest is valid. */
export function validPart<Fields extends z.ZodRawShape>(
  schema: z.ZodObject<Fields>,
  value: unknown,
): Partial<z.output<z.ZodObject<Fields>>> {
  const rest: unknown = structuredClone(value);
  const partial = schema.partial();
  for (;;) {
    const result = partial.safeParse(isRecord(rest) ? rest : {});
    if (result.success) {
      return result.data as Partial<z.output<z.ZodObject<Fields>>>;
    }
    // Each round takes at least one value out: the first issue's is still there.
    for (const issue of result.error.issues) {
      const path = issue.path as Path;
      const faulty =
        issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
      faulty.forEach((each) => remove(rest, each));
    }
  }
}

/** Removes a value; of what is missing, the map that misses it; of a list's entry, the list, whose others would move. */
function remove(root: unknown, path: Path): void {
  const entry = path.findIndex((step) => typeof step === "number");
  for (
    let keys = entry < 0 ? path : path.slice(0, entry);
    keys.length > 0;
    keys = keys.slice(0, -1)
  ) {
    const parent = valueAt(root, keys.slice(0, -1));
    const key = keys.at(-1)!;
    if (!isRecord(parent)) {
      // Another issue has taken it out already.
      return;
    }
    if (Object.hasOwn(parent, key)) {
      delete parent[key];
      return;
    }
  }
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path through maps and lists; none where one of the steps is not there. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
