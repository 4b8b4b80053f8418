import { evaluate } from "../../iam/evaluate";
import { Request } from "../../iam/request";
import { EmulatorCase } from "./emulatorCase";
import { policiesOf } from "./emulatorPolicies";
import { account } from "./judgedPolicies";

/**
 * Why emulator and `evaluate` differ on a case, AWS's documentation being with `evaluate`; undefined where nothing
 * explains it.
 */
export function explanation(
  sampled: EmulatorCase,
  request: Request,
  allowed: boolean,
): string | undefined {
  if (sampled.kind === "session" && /aws:PrincipalArn/i.test(sampled.identity + sampled.limit)) {
    // It is the role's ARN, also for a session:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
    return "the emulator fills aws:PrincipalArn with the session's ARN";
  }
  if (sampled.kind === "trust" && !allowed && !allowedByIdentity(sampled, request)) {
    // In one account a resource policy that names the user needs no identity policy beside it:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
    return "the emulator asks for an Allow of the user's own though the trust policy names the user";
  }
  return undefined;
}

/** Whether the user's own policy would do where the trust policy names only the account. */
function allowedByIdentity(sampled: EmulatorCase & { kind: "trust" }, request: Request): boolean {
  const delegating = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" }],
  });
  const { result } = evaluate(request, policiesOf({ ...sampled, trust: delegating }));
  return result === "allowed";
}
