import { Access, Grant, grantsOf } from "../iam/grants";
import { PolicyDocument } from "../iam/policyDocument";

/**
 * Calls that put somebody into a session. StartSession also needs a session document, but whoever has no node has none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export const sessionAccess: readonly Access[] = [
  {
    action: "ssm:StartSession",
    resources: [
      "arn:*:ec2:*:*:instance/*",
      "arn:*:ssm:*:*:managed-instance/*",
      "arn:*:ecs:*:*:task/*",
    ],
  },
  { action: "ssm:ResumeSession", resources: ["arn:*:ssm:*:*:session/*"] },
];

/** The statements of an identity policy that may start or resume a session. */
export function sessionGrants(document: PolicyDocument): Grant[] {
  return sessionAccess.flatMap((access) => grantsOf(document, access));
}
