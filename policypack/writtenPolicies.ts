import type { Subject } from "./policy";
import { accountsOf, textOf } from "./properties";

/**
 * The managed policies that this run of the pack has judged where they are written, by ARN: whoever attaches one of
 * them needs no second judgement. Pulumi registers a policy before the attachment that waits for its ARN.
 */
export class WrittenPolicies {
  private readonly documents = new Map<string, unknown>();

  /** Notes a managed policy. Without a known name or account it stays unknown. */
  note(policy: Subject, partition: string, document: unknown): void {
    const name = textOf(policy, "name") ?? textOf(policy, "managedPolicyName");
    const [account, ...others] = accountsOf(policy);
    if (name !== undefined && account !== undefined && others.length === 0) {
      const path = textOf(policy, "path") ?? "/";
      this.documents.set(`arn:${partition}:iam::${account}:policy${path}${name}`, document);
    }
  }

  has(arn: string): boolean {
    return this.documents.has(arn);
  }

  /** The document of a policy that was noted. */
  of(arn: string): unknown {
    return this.documents.get(arn);
  }
}
