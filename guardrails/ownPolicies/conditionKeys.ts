import { Fault, nearest, quoted } from "../../model/fault";
import { conditionKeysOf, OwnPolicyFacts } from "./facts";
import { OwnPolicyText } from "./text";

/**
 * Condition keys that AWS does not have. AWS takes them, and no request ever holds them: a Deny with StringEquals then
 * denies nobody, and one with StringNotEquals denies everybody.
 */
export function* conditionKeyFaults(
  policy: OwnPolicyText,
  { unknownKeys, actions }: OwnPolicyFacts,
): Generator<Fault> {
  for (const statement of policy.statements) {
    for (const { key, path } of conditionKeysOf(statement)) {
      const known = unknownKeys.get(key);
      if (known === undefined) {
        continue;
      }
      const slash = key.indexOf("/");
      const name = slash < 0 ? key : key.slice(0, slash);
      const near = nearest(
        name,
        known.map((each) => each.split("/", 1)[0]!),
      );
      const meant = near === undefined ? undefined : near + (slash < 0 ? "" : key.slice(slash));
      const advice = meant === undefined ? "correct it." : `did you mean ${quoted(meant)}?`;
      const allowed = `a condition key that AWS had on ${actions.date}`;
      yield policy.fault(path, `found ${quoted(key)}, allowed is ${allowed}: ${advice}`);
    }
  }
}
