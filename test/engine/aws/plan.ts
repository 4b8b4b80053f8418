import { isDeepStrictEqual } from "node:util";
import { unknown } from "../../../engine/plan";
import { faultsOf, InputFault, Inputs } from "./inputCheck";
import { resourceSchema, ResourceSchema } from "./schema";
import { factsOf } from "./world";

/** What a change of inputs means for a resource. */
export interface Change {
  readonly changed: readonly string[];
  readonly replaces: readonly string[];
  /** The old one goes first, because the new one has the same name. */
  readonly deleteBeforeReplace: boolean;
}

export function schemaOf(type: string): ResourceSchema {
  const schema = resourceSchema(type);
  if (schema === undefined) {
    throw new Error(`@pulumi/aws has no resource type ${type}.`);
  }
  return schema;
}

/** The faults of a resource's inputs; a type that the stand-in does not know throws. */
export function inputFaults(type: string, inputs: Inputs): InputFault[] {
  const { autoName } = factsOf(type);
  const { inputs: declared } = schemaOf(type);
  const properties =
    autoName === undefined
      ? declared
      : { ...declared, [autoName]: { ...declared[autoName]!, required: false } };
  return faultsOf(inputs, properties);
}

/** A name where the program gives none: the one that the resource has, or one from the engine's seed. */
export function withName(
  type: string,
  name: string,
  inputs: Inputs,
  old: Inputs,
  seed: Uint8Array,
): Inputs {
  const { autoName } = factsOf(type);
  const prefix = autoName && inputs[`${autoName}Prefix`];
  if (autoName === undefined || inputs[autoName] !== undefined || prefix !== undefined) {
    return { __defaults: [], ...inputs };
  }
  const generated = `${name}-${Buffer.from(seed).toString("hex").slice(0, 7)}`;
  return { ...inputs, __defaults: [autoName], [autoName]: old[autoName] ?? generated };
}

/** What a preview can say of a resource that does not exist yet: what AWS will fill in is unknown. */
export function previewState(type: string, inputs: Inputs): Inputs {
  const filledIn = Object.entries(schemaOf(type).outputs)
    .filter(([name, { required }]) => required && inputs[name] === undefined)
    .map(([name]) => [name, unknown]);
  return { ...Object.fromEntries(filledIn), ...inputs } as Inputs;
}

/** Names of the properties that differ; the bridge's notes on defaults are no properties. */
export function changedNames(old: Inputs, now: Inputs): string[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.filter((name) => name !== "__defaults" && !isDeepStrictEqual(old[name], now[name]));
}

/** What changes, and whether in place. Changes to `ignored` properties, written as the program writes them, are none. */
export function changeOf(
  type: string,
  old: Inputs,
  now: Inputs,
  ignored: readonly string[] = [],
): Change {
  const { replaces, autoName } = factsOf(type);
  const changed = changedNames(old, now).filter((name) => !ignored.includes(name));
  return {
    changed,
    replaces: changed.filter((name) => replaces.includes(name)),
    deleteBeforeReplace: autoName !== undefined && old[autoName] === now[autoName],
  };
}

/** The provider's default tags under the resource's own, where the type has tags: the provider adds them in its check. */
export function withDefaultTags(
  type: string,
  inputs: Inputs,
  defaultTags: Readonly<Record<string, string>>,
): Inputs {
  const taggable = schemaOf(type).inputs.tags !== undefined;
  const own = inputs.tags ?? {};
  return taggable && Object.keys(defaultTags).length > 0 && typeof own === "object"
    ? { ...inputs, tags: { ...defaultTags, ...own } }
    : inputs;
}
