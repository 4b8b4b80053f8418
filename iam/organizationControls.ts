import { Findings } from "./findings";
import { boundByResourceControl, boundByServiceControl } from "./reach";
import { and, No, not, or, Truth, Yes } from "./truth";

/** Whether a Deny of any policy applies; it goes before every Allow. */
export function isDenied(findings: Findings): Truth {
  const { question, policies, resourcePolicy } = findings;
  const { identity, boundary, session, scps, rcps, managementAccount } = policies;
  let answer: Truth = No;
  if (scps !== undefined) {
    const binding = boundByServiceControl(question, managementAccount);
    for (const level of scps) {
      answer = or(answer, findings.deniedByAny(level, binding));
    }
  }
  if (rcps !== undefined) {
    const binding = boundByResourceControl(question, managementAccount);
    for (const level of rcps) {
      answer = or(answer, findings.deniedByAny(level, binding));
    }
  }
  answer = or(answer, findings.deniedByAny(identity));
  answer = or(answer, findings.deniedByAny(session));
  answer = or(answer, findings.deniedBy(boundary));
  return or(answer, findings.deniedBy(resourcePolicy));
}

/** Whether every level above the caller's account allows. RCPs always do: RCPFullAWSAccess cannot be detached. */
export function passesServiceControl(findings: Findings): Truth {
  const { scps = [], managementAccount } = findings.policies;
  const exempt = not(boundByServiceControl(findings.question, managementAccount));
  let answer: Truth = Yes;
  for (let level = 0; exempt !== Yes && level < scps.length; level++) {
    answer = and(answer, or(exempt, findings.allowedBy(scps[level]!, "scp", level)));
  }
  return answer;
}
