import { PrincipalSet, RequestSet } from "../iam/accessCheck";
import { compile } from "../iam/compile";
import { PolicyDocument } from "../iam/policyDocument";
import { administrator } from "./accountGuardrails";
import { Doubt, sharedChecks } from "./sharedChecks";

/** Requests that a trust policy must not grant, and how a message calls those who make them. */
export interface Intruders {
  readonly who: string;
  readonly requests: Pick<RequestSet, "principals" | "except" | "context" | "absent">;
}

const assume = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/** Why a trust policy is not proved to keep them all out, whatever their own policies allow; undefined where it is. */
export function trustDoubt(
  document: PolicyDocument,
  account: string,
  roleArn: string,
  { requests }: Intruders,
): Doubt | undefined {
  return sharedChecks.doubt(
    account,
    { identity: administrator, resource: compile(document, "trust") },
    { ...requests, actions: assume, resources: [roleArn] },
  );
}

/** Users and roles of all accounts. */
export function everyAccount(partition: string): string[] {
  return ["role/*", "user/*"].map((names) => `arn:${partition}:iam::*:${names}`);
}

/** Those without an account whom the document names, and everyone without credentials. */
export function outsiders(
  { statements }: PolicyDocument,
  types: readonly ("Service" | "Federated")[],
): PrincipalSet[] {
  const named = statements.flatMap(({ principals = [], notPrincipals = [] }) => [
    ...principals,
    ...notPrincipals,
  ]);
  return [
    { anonymous: true },
    ...named.flatMap(({ type, value }): PrincipalSet[] => {
      if (type === "Service" && types.includes(type)) {
        return [{ service: value }];
      }
      return type === "Federated" && types.includes(type) ? [{ federated: value }] : [];
    }),
  ];
}
