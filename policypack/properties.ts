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

/** The text of a policy document given as JSON text, or as the object that some resources take as well. */
export function documentText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** A policy document given in either way. */
export function parseDocument(value: unknown): ParseResult {
  return parsePolicy(documentText(value));
}

/** The document, or the sentence that says why it is none: what cannot be read is never allowed. */
export function documentOr(
  thing: string,
  value: unknown,
): { document: PolicyDocument } | { violation: string } {
  const result = parseDocument(value);
  if (!result.ok) {
    return {
      violation:
        `The ${thing} must be a policy document that can be read: ` +
        `${result.faults.map(faultText).join("; ")}. Correct it.`,
    };
  }
  const repeated = repeatedSids(result.document);
  if (repeated.length > 0) {
    return {
      violation:
        `The ${thing} must have each Sid once, or AWS refuses it, but has ` +
        `${repeated.map((sid) => `'${sid}'`).join(" and ")} again. Rename them.`,
    };
  }
  return { document: result.document };
}

/**
 * Sids that more than one statement bears, each once. An empty one is as good as none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
function repeatedSids({ statements }: PolicyDocument): string[] {
  const sids = statements.flatMap(({ sid }) => sid || []);
  return [...new Set(sids.filter((sid, position) => sids.indexOf(sid) !== position))];
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

/** Accounts that the resource's provider may act in, whatever they are given as; empty where it does not say. */
export function allowedAccounts(subject: Subject): string[] {
  const accounts = providerSetting(subject, "allowedAccountIds");
  return Array.isArray(accounts) ? accounts.map(String) : [];
}

/** ARN of the role that the resource's provider works as: the last of those that it assumes one by another. */
export function assumedRole(subject: Subject): string | undefined {
  const roles = providerSetting(subject, "assumeRoles");
  const arn = memberOf(Array.isArray(roles) ? roles.at(-1) : undefined, "roleArn");
  return typeof arn === "string" ? arn : undefined;
}

/** The accounts that the resource can land in; empty where nothing in the provider tells. */
export function accountsOf(subject: Subject): string[] {
  const allowed = allowedAccounts(subject);
  const assumed = assumedRole(subject)?.split(":")[4];
  return allowed.length > 0 || !assumed ? allowed : [assumed];
}
