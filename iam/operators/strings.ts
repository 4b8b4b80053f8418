import { withoutLetterCase } from "../letterCase";
import { matcherOf, Token } from "../pattern";
import { No, truthOf, Unknown } from "../truth";
import { isConstant, parseTemplate, plainText, substitute } from "../variables";
import { anyOf, OperatorFamily } from "./test";

/** `StringEquals` and its negation. Wildcards are plain characters here. */
export const stringEquals: OperatorFamily = (values, variables) =>
  equals(values, variables, (text) => text);

/** `StringEqualsIgnoreCase` and its negation. */
export const stringEqualsIgnoreCase: OperatorFamily = (values, variables) =>
  equals(values, variables, withoutLetterCase);

/** `StringLike` and its negation: the whole value against a pattern. */
export const stringLike: OperatorFamily = (values, variables) =>
  compared(values, { wildcards: true, variables }, matcherOf);

function equals(values: readonly string[], variables: boolean, fold: (text: string) => string) {
  return compared(values, { wildcards: false, variables }, (tokens) => {
    const expected = fold(plainText(tokens));
    return (text) => fold(text) === expected;
  });
}

/** A text with a variable is read anew for each request. */
function compared(
  values: readonly string[],
  reading: { wildcards: boolean; variables: boolean },
  matcher: (tokens: readonly Token[]) => (text: string) => boolean,
) {
  return anyOf(
    values.map((value) => {
      const template = parseTemplate(value, reading);
      if (isConstant(template)) {
        const matches = matcher(template);
        return (text) => truthOf(matches(text));
      }
      return (text, context) => {
        const tokens = substitute(template, context);
        if (typeof tokens === "string") {
          return tokens === "absent" ? No : Unknown;
        }
        return truthOf(matcher(tokens)(text));
      };
    }),
  );
}
