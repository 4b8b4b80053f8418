import { LandingZone } from "../../model/landingZone";
import { ListedStack } from "./pulumiCli";
import { isRecordStack } from "./recordStack";

/** A stack in the backend that nothing declares, and what to do about it. */
export interface Undeclared {
  readonly stack: string;
  readonly resources: number;
  readonly todo: string;
}

/** The stacks of the backend that no account, OU or target stands for any more. */
export function undeclaredStacks(
  listed: ReadonlyMap<string, ListedStack>,
  declared: ReadonlySet<string>,
): Undeclared[] {
  return [...listed.values()]
    .filter(({ name }) => !declared.has(name) && !isRecordStack(name))
    .map(({ name, resourceCount = 0 }) => ({
      stack: name,
      resources: resourceCount,
      todo:
        resourceCount === 0
          ? `it is empty: pulumi stack rm ${name}`
          : `renamed: pulumi stack rename <new name> -s ${name}; given up: pulumi destroy -s ${name}, then pulumi stack rm ${name}`,
    }));
}

/** Accounts and guardrail targets that have no stack yet, and what to do. */
export function withoutStack(zone: LandingZone): string[] {
  const todo = "its id is not known: deploy the organization stack, then write the id";
  return [
    ...zone.accounts.filter(({ id }) => id === undefined).map(({ name }) => `${name}: ${todo}`),
    ...zone.guardrails
      .filter(({ id, kind }) => id === undefined && kind === "organizationalUnit")
      .map(({ name }) => `guardrails of ${name}: ${todo}`),
  ];
}
