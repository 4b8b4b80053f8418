import { Values } from "../requestContext";
import { Elements, literal, realArns, resourceForms } from "./elements";
import { ofAccount } from "./principalTests";
import { Query } from "./query";
import { textClasses } from "./textClasses";
import { patternsOf } from "./textTests";
import { CompiledPolicy } from "../compile";

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
  const tests = resourceTests(query, account, valuesOf);
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

function resourceTests(
  { resources, policies, action }: Query,
  account: string | undefined,
  valuesOf: (key: string) => Values,
): readonly Elements[] {
  const accounts = [account, ...policies.map(({ managementAccount }) => managementAccount)];
  const own = policies.flatMap(({ resource }) =>
    resource === undefined || resource instanceof CompiledPolicy ? [] : [...resource.keys()],
  );
  return [
    ...resources.flatMap((test) => {
      const patterns = patternsOf(test, valuesOf);
      return patterns === "unknown" ? [] : patterns;
    }),
    ...accounts.flatMap((one) => (one === undefined ? [] : ofAccount(literal(one)))),
    // Resources whose ARN has no account are in another account than those of which the ARN says which.
    ...ofAccount(literal("")),
    ...ofAccount(literal("aws")),
    ...own.map(literal),
    // A KMS key needs its own policy, an alias does not.
    ...(action.toLowerCase().startsWith("kms:") ? [realArns("arn:*:kms:*:*:key/*")] : []),
  ];
}
