import { Token, tokensOf } from "../pattern";
import { Values } from "../requestContext";
import { isConstant, isVariable, parseTemplate, Template } from "../variables";

import { arnLike, Elements, folded, like, literal } from "./elements";

/** How a text of a policy is compared. */
export type Reading = "equals" | "folded" | "like" | "arn" | "resource";

/** A text of a policy that a value is compared with. */
export interface TextTest {
  readonly text: string;
  readonly reading: Reading;
  readonly template: Template;
  /** What it stands for where it holds no variable. */
  readonly patterns?: readonly Elements[];
}

export function textTest(text: string, reading: Reading, variables: boolean): TextTest {
  const wildcards = reading !== "equals" && reading !== "folded";
  if (reading !== "resource") {
    return withPatterns(text, reading, parseTemplate(text, { wildcards, variables }));
  }
  // In a Resource a variable may stand only in what comes after the fifth colon.
  const [, head = "", rest = ""] = /^((?:[^:]*:){5})(.*)$/s.exec(text) ?? ["", text];
  const template = [...tokensOf(head), ...parseTemplate(rest, { wildcards, variables })];
  return withPatterns(text, reading, template);
}

function withPatterns(text: string, reading: Reading, template: Template): TextTest {
  const patterns = isConstant(template) ? readings[reading](template, text) : undefined;
  return { text, reading, template, ...(patterns && { patterns }) };
}

/**
 * What the text stands for: as many patterns as it takes to tell values apart that it answers differently; "unknown" while
 * a variable is.
 */
export function patternsOf(
  test: TextTest,
  valuesOf: (key: string) => Values,
): readonly Elements[] | "unknown" {
  if (test.patterns !== undefined) {
    return test.patterns;
  }
  const tokens = withValues(test.template, valuesOf);
  if (tokens === "absent") {
    return [];
  }
  return tokens === "unknown" ? "unknown" : readings[test.reading](tokens, test.text);
}

const readings: Record<Reading, (tokens: readonly Token[], text: string) => readonly Elements[]> = {
  equals: (tokens) => [literal(plain(tokens))],
  folded: (tokens) => [folded(plain(tokens))],
  like: (tokens) => [like(tokens)],
  arn: (tokens) => {
    const elements = arnLike(tokens);
    return elements ? [elements] : [];
  },
  resource: (tokens, text) => {
    const missing = 6 - text.split(":").length;
    const filled =
      missing > 0 && text.startsWith("arn:") ? [tokensOf(text + ":*".repeat(missing))] : [];
    return [like(tokens), ...filled.map((other) => like(other))];
  },
};

function plain(tokens: readonly Token[]): string {
  return tokens.filter((token) => typeof token === "string").join("");
}

function withValues(
  template: Template,
  valuesOf: (key: string) => Values,
): readonly Token[] | "absent" | "unknown" {
  const tokens: Token[] = [];
  for (const token of template) {
    if (!isVariable(token)) {
      tokens.push(token);
      continue;
    }
    const values = valuesOf(token.key);
    if (values === "unknown") {
      return "unknown";
    }
    const value = values?.length === 1 ? values[0] : token.fallback;
    if (value === undefined) {
      return "absent";
    }
    tokens.push(value);
  }
  return tokens;
}
