import { isVariable } from "../variables";
import { time } from "./oneTime";
import { TextTest } from "./textTests";

/** A text with one variable in it, and what it is compared with: a key in small letters, or the resource. */
export interface Link {
  readonly variable: string;
  readonly target: string;
  readonly text: string;
  /**
   * What stands before and after the variable, where the comparison is one of whole texts. Undefined where wildcards,
   * letter case or further variables make it more than that, and of the time, of which AWS does not say how it is written.
   */
  readonly around?: { readonly before: string; readonly after: string };
}

/** The name of the resource among the targets; no key has no colon. */
export const resourceTarget = "Resource";

/** The links of one test, a link for each of its variables. */
export function linksOf(test: TextTest, target: string, nameOf: (key: string) => string): Link[] {
  const variables = test.template.filter(isVariable);
  const around = variables.length === 1 ? aroundVariable(test) : undefined;
  return variables.map(({ key }) => ({
    variable: nameOf(key),
    target,
    text: test.text,
    ...(around && target !== time && nameOf(key) !== time && { around }),
  }));
}

function aroundVariable({ template, reading }: TextTest): Link["around"] {
  const index = template.findIndex(isVariable);
  const texts = [template.slice(0, index), template.slice(index + 1)].map((tokens) =>
    tokens.every((token) => typeof token === "string") ? tokens.join("") : undefined,
  );
  const [before, after] = texts;
  if (before === undefined || after === undefined || reading === "folded") {
    return undefined;
  }
  // An ARN operator has no documented answer for a text that is no ARN, which such a value could make of it.
  const isArn =
    reading !== "arn" || before.split(":").length > 5 || isPrincipalArn(template[index]);
  return isArn ? { before, after } : undefined;
}

function isPrincipalArn(token: TextTest["template"][number] | undefined): boolean {
  return token !== undefined && isVariable(token) && token.key === "aws:principalarn";
}
