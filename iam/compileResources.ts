import { anyOf, ValueTest } from "./operators/test";
import { matcherOf, tokensOf } from "./pattern";
import { No, Truth, truthOf, Unknown, Yes } from "./truth";
import { isConstant, parseTemplate, substitute } from "./variables";

/**
 * Whether the ARN of a request is one of a statement's resources. Letter case counts; a `*` reaches over colons, for
 * those at the end of a part AWS says so, and for others no real ARN can tell the difference.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResources(patterns: readonly string[], variables: boolean): ValueTest {
  return patterns.includes("*")
    ? () => Yes
    : anyOf(patterns.map((pattern) => resourceTest(pattern, variables)));
}

function resourceTest(pattern: string, variables: boolean): ValueTest {
  // A variable may stand only in what comes after the fifth colon; before it AWS resolves none.
  const [, head = "", rest] = /^((?:[^:]*:){5})(.*)$/s.exec(pattern) ?? ["", pattern];
  const template = [
    ...tokensOf(head),
    ...parseTemplate(rest ?? "", { wildcards: true, variables }),
  ];
  if (!isConstant(template)) {
    return (arn, context) => {
      const tokens = substitute(template, context);
      if (typeof tokens === "string") {
        return tokens === "absent" ? No : Unknown;
      }
      return truthOf(matcherOf(tokens)(arn));
    };
  }
  const matches = matcherOf(template);
  const missing = rest === undefined && pattern.startsWith("arn:") ? 6 - partCount(pattern) : 0;
  return missing > 0 ? shortArnTest(pattern, missing) : (arn) => truthOf(matches(arn));
}

/**
 * AWS fills the parts that an ARN leaves out with `*`. It also lets a `*` that ends a part reach over the colon, and does
 * not say which of the two comes first.
 */
function shortArnTest(pattern: string, missing: number): (arn: string) => Truth {
  const filled = matcherOf(tokensOf(pattern + ":*".repeat(missing)));
  const reaching = matcherOf(tokensOf(pattern));
  const hasWildcard = /[*?]/.test(pattern);
  return (arn) => {
    const answer = filled(arn);
    return !hasWildcard || answer === reaching(arn) ? truthOf(answer) : Unknown;
  };
}

function partCount(pattern: string): number {
  return pattern.split(":").length;
}
