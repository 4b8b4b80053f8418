import { Values } from "../requestContext";
import { ofAccount } from "./accountTests";
import { literal, realArns, resourceForms } from "./elements";
import { Query } from "./query";
import { textClasses } from "./textClasses";
import { patternsOf } from "./textTests";
import { resourceTests } from "./resourceTests";

/**
 * Resources that stand for all that fit the pattern, one for each way in which the policies can tell them apart. Undefined where
 * they are too many. Throws an Error of one line where no resource can have such an ARN.
 */
export function resourceClasses(
  pattern: string,
  query: Query,
  account: string | undefined,
  valuesOf: (key: string) => Values,
): readonly string[] | undefined {
  if (pattern !== "*" && !/[*?]/.test(pattern)) {
    return [pattern];
  }
  const tests = [
    ...query.resources.flatMap((test) => {
      const patterns = patternsOf(test, valuesOf);
      return patterns === "unknown" ? [] : patterns;
    }),
    ...(account === undefined ? [] : ofAccount(literal(account))),
    ...resourceTests(query),
  ];
  const within = pattern === "*" ? [] : [realArns(pattern)];
  const found = new Map<string, string>();
  for (const form of resourceForms) {
    const classes = textClasses([form, ...within], tests);
    if (classes === undefined) {
      return undefined;
    }
    for (const { witness, answers } of classes) {
      const key = answers.map(Number).join("");
      found.set(key, found.get(key) ?? witness);
    }
  }
  if (found.size === 0) {
    throw new Error(`No resource can have an ARN of the pattern '${pattern}'.`);
  }
  // Also for actions that have no resource.
  return [...(pattern === "*" ? ["*"] : []), ...found.values()];
}
