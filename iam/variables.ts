import { KeyReader, readerOf } from "./conditionKeys";
import { anyCharacter, anyText, Token, tokensOf } from "./pattern";
import { RequestContext } from "./requestContext";

/** `${aws:username}` or `${aws:PrincipalTag/team, 'none'}`. */
export interface Variable {
  /** The condition key, in small letters. */
  readonly key: string;
  readonly read: KeyReader;
  readonly fallback: string | undefined;
}

/** A text of a policy, taken apart. */
export type Template = readonly (Token | Variable)[];

/**
 * How a text is read: whether `*` and `?` are wildcards, and whether `${...}` is a variable, which it is only in
 * documents of version 2012-10-17.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export interface Reading {
  readonly wildcards: boolean;
  readonly variables: boolean;
}

/** Takes time in proportion to the text: no part of the form can also match the beginning of another variable. */
const variableForm = /(\$\{(?:[*?$]|[^}'{$]*(?:'[^']*'[^}'{$]*)?)\})/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export function parseTemplate(text: string, { wildcards, variables }: Reading): Template {
  const pieces = variables ? text.split(variableForm) : [text];
  return pieces.flatMap((piece, index): Template => {
    if (index % 2 === 1) {
      return [parseVariable(piece.slice("${".length, -"}".length))];
    }
    return wildcards ? tokensOf(piece) : piece === "" ? [] : [piece];
  });
}

function parseVariable(text: string): string | Variable {
  if (["*", "?", "$"].includes(text)) {
    return text;
  }
  const comma = text.indexOf(",");
  const key = (comma < 0 ? text : text.slice(0, comma)).trim().toLowerCase();
  const quoted = comma < 0 ? "" : text.slice(comma + 1).trim();
  return {
    key,
    read: readerOf(key),
    fallback: quoted.startsWith("'") ? quoted.slice(1, -1) : undefined,
  };
}

export function isConstant(template: Template): template is readonly Token[] {
  return !template.some(isVariable);
}

/**
 * The template with the request's values in it; "absent" where one is missing, which makes the text match nothing.
 * A value is text: a `*` in it is no wildcard (undocumented; of all keys only those that a caller chooses freely could
 * hold one). A key with several values cannot be a variable.
 */
export function substitute(
  template: Template,
  context: RequestContext,
): readonly Token[] | "absent" | "unknown" {
  let result: Token[] | "absent" | "unknown" = [];
  for (const token of template) {
    const value = isVariable(token) ? valueOf(token, context) : token;
    if (value === undefined) {
      return "absent";
    }
    if (value === unknownValue) {
      result = "unknown";
    } else if (result !== "unknown") {
      result.push(value);
    }
  }
  return result;
}

const unknownValue = Symbol("unknown");

function valueOf({ read, fallback }: Variable, context: RequestContext) {
  const values = read(context);
  if (values === "unknown") {
    return unknownValue;
  }
  return values?.length === 1 ? values[0] : fallback;
}

export function isVariable(token: Token | Variable): token is Variable {
  return typeof token === "object";
}

/** The tokens as plain text, where they hold no wildcard. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.filter((token) => token !== anyText && token !== anyCharacter).join("");
}
