import { unknown } from "../../../engine/plan";
import { Properties, Shape } from "./schema";

/** One thing that is wrong with an input, in the engine's own terms. */
export interface InputFault {
  readonly property: string;
  readonly reason: string;
}

export type Inputs = Readonly<Record<string, unknown>>;

/** The engine and the bridge keep notes of their own beside the inputs. */
const isNote = (name: string) => name.startsWith("__");

/** Every property that is unknown to the type, missing, or of the wrong type, at any depth. */
export function faultsOf(inputs: Inputs, properties: Properties, path = ""): InputFault[] {
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const given = Object.keys(inputs).filter((name) => !isNote(name));
  const missing = Object.keys(properties).filter(
    (name) => properties[name]!.required && (inputs[name] === undefined || inputs[name] === null),
  );
  return [
    ...missing.map((name) => ({ property: at(name), reason: "the required property is missing" })),
    ...given.flatMap((name) => {
      const property = properties[name];
      return property === undefined
        ? [{ property: at(name), reason: "there is no such property" }]
        : valueFaults(inputs[name], property.shape, at(name));
    }),
  ];
}

function valueFaults(value: unknown, shape: Shape, path: string): InputFault[] {
  if (value === unknown || value === undefined || value === null || shape.kind === "any") {
    return [];
  }
  switch (shape.kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === shape.kind ? [] : [wrong(path, shape.kind, value)];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((item, index) => valueFaults(item, shape.element, `${path}[${index}]`))
        : [wrong(path, "list", value)];
    case "map":
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, item]) =>
            isNote(key) ? [] : valueFaults(item, shape.element, `${path}.${key}`),
          )
        : [wrong(path, "map", value)];
    case "object":
      return isRecord(value)
        ? faultsOf(value, shape.properties(), path)
        : [wrong(path, shape.name, value)];
    case "either":
      return shape.shapes.some((option) => valueFaults(value, option, path).length === 0)
        ? []
        : valueFaults(value, shape.shapes[0]!, path);
  }
}

function wrong(property: string, expected: string, value: unknown): InputFault {
  return { property, reason: `expected ${expected}, found ${JSON.stringify(value)}` };
}

function isRecord(value: unknown): value is Inputs {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
