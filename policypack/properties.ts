import { ParseResult, parsePolicy } from "../iam/parsePolicy";
import { faultText } from "../iam/policyJson";
import type { PolicyDocument } from "../iam/policyDocument";
import type { Subject } from "./policy";

/*
 * How properties arrive. Reading an unknown one throws, so a check reads only what it needs, and what is most
 * often known first.
 */

/** The property as text; undefined where it is absent or something else. */
export function textOf({ props }: Pick<Subject, "props">, key: string): string | undefined {
  const value: unknown = props[key];
  return typeof value === "string" ? value : undefined;
}

/** The property as a list; a single value is a list of one, as the bridge makes of blocks with one item at most. */
export function listOf({ props }: Pick<Subject, "props">, key: string): unknown[] {
  const value: unknown = props[key];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** A member of a nested block; undefined where there is none. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** A policy document given as JSON text, or as the object that some resources take as well. */
export function parseDocument(value: unknown): ParseResult {
  return parsePolicy(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
}

/** The document, or the sentence that says why it is none: what cannot be read is never allowed. */
export function documentOr(
  thing: string,
  value: unknown,
): { document: PolicyDocument } | { violation: string } {
  const result = parseDocument(value);
  return result.ok
    ? { document: result.document }
    : {
        violation:
          `The ${thing} must be a policy document that can be read: ` +
          `${result.faults.map(faultText).join("; ")}. Correct it.`,
      };
}

/**
 * A provider's setting. The engine hands lists and objects to providers as JSON text, the offline host may hand
 * them over as they are.
 */
export function providerSetting(subject: Subject, key: string): unknown {
  const value: unknown = subject.provider?.props[key];
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Ids of the accounts that the resource's provider may act in; empty where it does not say. */
export function allowedAccounts(subject: Subject): string[] {
  const accounts = providerSetting(subject, "allowedAccountIds");
  return Array.isArray(accounts) ? accounts.filter((id) => typeof id === "string") : [];
}

/** ARNs of the roles that the resource's provider assumes, in order. */
export function assumedRoles(subject: Subject): string[] {
  const roles = providerSetting(subject, "assumeRoles");
  return (Array.isArray(roles) ? roles : [])
    .map((role) => memberOf(role, "roleArn"))
    .filter((arn) => typeof arn === "string");
}

/** The accounts that the resource can land in; empty where nothing in the provider tells. */
export function accountsOf(subject: Subject): string[] {
  const allowed = allowedAccounts(subject);
  const assumed = assumedRoles(subject).at(-1)?.split(":")[4];
  return allowed.length > 0 || !assumed ? allowed : [assumed];
}
