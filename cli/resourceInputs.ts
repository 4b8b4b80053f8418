import type { Colors } from "picocolors/types";
import { stringify } from "yaml";
import { StackPlan, unknown } from "../engine/plan";
import { shownAssets } from "./assets";
import { maskSecrets } from "./secrets";
import { inTreeOrder, shownType } from "./stackTree";

/** What each resource is made with, as YAML: a policy document is read there, not its JSON text. */
export function resourceInputs(plan: StackPlan, colors: Colors): string[] {
  return inTreeOrder(plan)
    .filter(({ custom, inputs }) => custom && Object.keys(inputs).length > 0)
    .map(({ name, type, inputs }) => {
      const text = stringify(unfold(shownAssets(maskSecrets(inputs))), {
        lineWidth: 0,
        aliasDuplicateObjects: false,
      });
      return `${colors.bold(name)}  ${colors.dim(shownType(type))}\n${indent(text.trimEnd())}`;
    });
}

/** JSON texts become what they say, and values that only an update knows say so. */
function unfold(value: unknown): unknown {
  if (typeof value === "string") {
    return value === unknown ? "(known after the update)" : (document(value) ?? value);
  }
  if (Array.isArray(value)) {
    return value.map(unfold);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unfold(item)]))
    : value;
}

function document(text: string): unknown {
  if (!/^[{[]/.test(text)) {
    return undefined;
  }
  try {
    return unfold(JSON.parse(text));
  } catch {
    // Text that only looks like JSON is shown as it is.
    return undefined;
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
