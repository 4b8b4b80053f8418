import { anyText, matcherOf, Token } from "../pattern";
import { No, truthOf, Truth, Unknown } from "../truth";
import { isConstant, parseTemplate, substitute } from "../variables";
import { anyOf, OperatorFamily } from "./test";
import { splitArn } from "../arn";

/**
 * `ArnEquals` and `ArnLike`, which are the same, and their negations: each of the six parts by itself, so that no star
 * reaches over a colon; the sixth part is the rest. A value that is no ARN matches none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnLike: OperatorFamily = (values, variables) =>
  anyOf(
    values.map((value) => {
      const template = parseTemplate(value, { wildcards: true, variables });
      if (isConstant(template)) {
        return arnTest(template);
      }
      return (text, context) => {
        const tokens = substitute(template, context);
        if (typeof tokens === "string") {
          return tokens === "absent" ? No : Unknown;
        }
        return arnTest(tokens)(text);
      };
    }),
  );

function arnTest(tokens: readonly Token[]): (text: string) => Truth {
  const parts = splitTokens(tokens);
  if (parts.length < 6) {
    // A lone star is every ARN. What AWS makes of another pattern with fewer parts is not documented.
    return tokens.length === 1 && tokens[0] === anyText
      ? (text) => truthOf(splitArn(text) !== undefined)
      : () => Unknown;
  }
  const matchers = parts.map(matcherOf);
  // All resources of a request are asked with one principal.
  let [last, answer]: [string | undefined, Truth] = [undefined, No];
  return (text) => {
    if (text !== last) {
      const arn = splitArn(text);
      answer = truthOf(arn?.every((part, index) => matchers[index]!(part)) ?? false);
      last = text;
    }
    return answer;
  };
}

function splitTokens(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    const pieces: Token[] = typeof token === "string" ? token.split(":") : [token];
    pieces.forEach((piece, index) => {
      if (index > 0 && parts.length < 6) {
        parts.push([]);
      } else if (index > 0) {
        parts.at(-1)!.push(":");
      }
      if (piece !== "") {
        parts.at(-1)!.push(piece);
      }
    });
  }
  return parts;
}
