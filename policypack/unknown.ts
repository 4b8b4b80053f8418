import * as policy from "@pulumi/policy";
import type { Subject } from "./policy";

/**
 * What reading a value throws that a preview does not know. The SDK makes of it an advisory notice, also for a
 * mandatory policy, so each check decides for itself what it means. The SDK exports the class without its type.
 */
export interface UnknownValueError extends Error {
  /** Path of the property. */
  readonly props: readonly PropertyKey[];
}

export const UnknownValueError = policy.UnknownValueError as unknown as abstract new (
  ...args: never
) => UnknownValueError;

/** Whether the landing zone itself makes the resource: there no checked value is ever unknown. */
export function isOurs({ urn }: Pick<Subject, "urn">): boolean {
  return urn.split("::")[1] === "sekisho";
}

/** Whether a component of the landing zone makes the resource: its type stands in the URN, before the resource's own. */
export function madeByComponent({ urn }: Pick<Subject, "urn">): boolean {
  return urn
    .split("::")[2]!
    .split("$")
    .slice(0, -1)
    .some((type) => type.startsWith("sekisho:components:"));
}

/** The stack's name, out of `urn:pulumi:<stack>::<project>::...`. */
export function stackOf({ urn }: Pick<Subject, "urn">): string {
  return urn.split("::")[0]!.split(":").slice(2).join(":");
}

/** The violation for a value of the landing zone itself that a preview does not know. */
export function mustBeKnown(subject: Subject, error: UnknownValueError): string {
  return (
    `The resource '${subject.name}' (${subject.type}) must be known in a preview, but ${pathOf(error)} ` +
    "comes from an output. Compute it from ids and names in model/names.ts."
  );
}

/** The notice for another project, where the same check decides before the resource is created. */
export function decidedAtUpdate(subject: Subject, error: UnknownValueError): UnknownValueError {
  error.message =
    `The resource '${subject.name}' (${subject.type}) is decided at update: ` +
    `${pathOf(error)} is not known yet.`;
  return error;
}

function pathOf({ props }: UnknownValueError): string {
  return props.map(String).join(".");
}

/** A value, or another one where a preview does not know it yet. */
export function knownOr<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownValueError) {
      return otherwise;
    }
    throw error;
  }
}
