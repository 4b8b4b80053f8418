import { AccessCheck, PrincipalSet, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { compile } from "../iam/compile";
import { PolicyDocument } from "../iam/policyDocument";
import { administrator } from "./accountGuardrails";

/** Requests that a trust policy must not grant, and how a message calls those who make them. */
export interface Intruders {
  readonly who: string;
  readonly requests: Pick<RequestSet, "principals" | "except" | "context" | "absent">;
}

const assume = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/** Whether a trust policy is proved to keep them all out, whatever their own policies allow. */
export function checkTrust(
  document: PolicyDocument,
  roleArn: string,
  { requests }: Intruders,
): AccessCheck {
  return checkAccessNotGranted(
    { identity: [administrator], resource: compile(document, "trust") },
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
