import { CompiledPolicy } from "../compile";
import { ofAccount } from "./accountTests";
import { Elements, literal, realArns, resourceForms } from "./elements";
import { Query } from "./query";

/** What the ARN of a resource is compared with beside the Resource elements of policies. */
export function resourceTests({ policies, action }: Query): readonly Elements[] {
  const accounts = policies.flatMap(({ managementAccount = [] }) => managementAccount);
  const own = policies.flatMap(({ resource }) =>
    resource === undefined || resource instanceof CompiledPolicy ? [] : [...resource.keys()],
  );
  return [
    ...accounts.flatMap((account) => ofAccount(literal(account))),
    // Resources whose ARN has no account are in another account than those of which the ARN says which.
    ...ofAccount(literal("")),
    ...ofAccount(literal("aws")),
    ...own.map(literal),
    // A KMS key needs its own policy, an alias does not.
    ...(action.toLowerCase().startsWith("kms:") ? [realArns("arn:*:kms:*:*:key/*")] : []),
  ];
}

/** Which texts a resource of the requests can be at all. */
export function resourceLanguages({ requests }: Query): readonly Elements[] {
  return [
    ...resourceForms,
    ...requests.resources.filter((pattern) => pattern !== "*").map((pattern) => realArns(pattern)),
  ];
}
