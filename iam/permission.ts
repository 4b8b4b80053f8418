import { Findings } from "./findings";
import { isAssumption, needsResourcePolicy } from "./reach";
import { and, No, or, Truth, Unknown, Yes } from "./truth";

/**
 * What identity and resource policies grant. In one account either may, and what the resource policy grants to a user,
 * a session or everyone itself needs neither boundary nor session policy, while what it grants to a role does. Between
 * accounts both sides must allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function isGranted(findings: Findings): Truth {
  const { caller, account, action } = findings.question;
  const { itself, role, account: delegated } = grantedByResource(findings);
  if (caller.account === undefined) {
    return findings.noted(itself, "resource");
  }
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: not with root credentials.
  if (caller.kind === "root" && isAssumption(action)) {
    return No;
  }
  const { ceilings, own } = grantedByOwnPolicies(findings);
  if (account !== caller.account) {
    return and(own, findings.noted(or(or(itself, role), delegated), "resource"));
  }
  const named = or(itself, and(role, ceilings));
  return needsResourcePolicy(findings.question)
    ? or(named, and(own, findings.noted(or(named, delegated), "resource")))
    : or(named, own);
}

/** What the caller's own policies allow, and how far boundary and session policy let anything through. */
function grantedByOwnPolicies(findings: Findings): { ceilings: Truth; own: Truth } {
  const { identity = [], boundary, session } = findings.policies;
  const { kind } = findings.question.caller;
  if (kind === "root") {
    return { ceilings: Yes, own: Yes };
  }
  // A federated user has nothing but what a session policy leaves of the user's rights.
  const passed = session ?? (kind === "federated user" ? [] : undefined);
  const ceilings = and(
    boundary === undefined ? Yes : findings.allowedBy([boundary], "boundary"),
    passed === undefined ? Yes : findings.allowedBy(passed, "session"),
  );
  return { ceilings, own: and(ceilings, findings.allowedBy(identity, "identity")) };
}

function grantedByResource(findings: Findings): { itself: Truth; role: Truth; account: Truth } {
  const { question, resourcePolicy } = findings;
  const granted: { itself: Truth; role: Truth; account: Truth } = {
    itself: No,
    role: No,
    account: No,
  };
  const { allows = [] } = resourcePolicy?.statementsFor(question.action) ?? {};
  for (const statement of allows) {
    const { itself, role, account } = statement.grants(question);
    const ways = [itself, role, account];
    if (ways.includes(Yes)) {
      findings.allowing.push(statement);
    }
    // It may grant more than it surely does: to the session as well as to its account.
    if (ways.includes(Unknown)) {
      findings.open.push(statement);
    }
    granted.itself = or(granted.itself, itself);
    granted.role = or(granted.role, role);
    granted.account = or(granted.account, account);
  }
  return granted;
}
