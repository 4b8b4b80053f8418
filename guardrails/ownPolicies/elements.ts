import { isObject } from "../../iam/policyJson";
import { Fault, quoted } from "../../model/fault";
import { OwnPolicyText, StatementText } from "./text";

/*
 * What the two kinds of control policies may and must say beyond the grammar of all policies.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */

/** Faults of a control policy as what it is: an SCP, or an RCP where some statement has a Principal. */
export function* elementFaults(policy: OwnPolicyText): Generator<Fault> {
  const { value } = policy.json;
  const version = isObject(value) ? value.Version : "2012-10-17";
  if (version === undefined || version === "2008-10-17") {
    const found = version === undefined ? "no Version" : `"2008-10-17"`;
    const message = `found ${found}, allowed is "2012-10-17" in SCPs and RCPs: write it.`;
    yield policy.fault("Version", message);
  }
  for (const statement of policy.statements) {
    yield* policy.policy.type === "RESOURCE_CONTROL_POLICY"
      ? resourceControlFaults(policy, statement)
      : serviceControlFaults(policy, statement);
  }
}

function* serviceControlFaults(policy: OwnPolicyText, statement: StatementText): Generator<Fault> {
  const path = `Statement[${statement.index}]`;
  const { elements } = statement;
  if (!("Resource" in elements) && !("NotResource" in elements)) {
    const allowed = `Resource or NotResource in each statement of an SCP`;
    yield policy.fault(path, `found neither, allowed is ${allowed}: add "Resource": "*".`);
  }
}

const instead = "or take Principal out of every statement to have an SCP";

function* resourceControlFaults(policy: OwnPolicyText, statement: StatementText): Generator<Fault> {
  const path = `Statement[${statement.index}]`;
  const { elements } = statement;
  const inRcp = "in an RCP, which a document with a Principal is";
  if ("NotPrincipal" in elements) {
    const allowed = `Principal "*" ${inRcp}`;
    const message = `found NotPrincipal, allowed is ${allowed}: name who is spared in ArnNotLike aws:PrincipalArn.`;
    yield policy.fault(`${path}.NotPrincipal`, message);
  } else if (elements.Principal !== "*") {
    const found = "Principal" in elements ? "another Principal" : "a statement without Principal";
    const message = `found ${found}, allowed is "*" ${inRcp}: write it, ${instead}.`;
    yield policy.fault(`${path}.Principal`, message);
  }
  if (elements.Effect === "Allow") {
    const message = `found "Allow", allowed is Deny ${inRcp}: write a Deny, ${instead}.`;
    yield policy.fault(`${path}.Effect`, message);
  }
  if ("NotAction" in elements) {
    const message = `found NotAction, allowed is Action ${inRcp}: name the actions.`;
    yield policy.fault(`${path}.NotAction`, message);
  }
  if (!("Resource" in elements) && !("NotResource" in elements)) {
    const allowed = "Resource or NotResource in each statement of an RCP";
    yield policy.fault(path, `found neither, allowed is ${allowed}: add "Resource": "*".`);
  }
}

/** A statement id that stands twice: AWS refuses the document. */
export function* sidFaults(policy: OwnPolicyText): Generator<Fault> {
  const seen = new Set<string>();
  for (const { index, elements } of policy.statements) {
    const { Sid } = elements;
    if (typeof Sid === "string" && seen.size === seen.add(Sid).size) {
      const message = `found ${quoted(Sid)} again, allowed is each once: rename one of the two.`;
      yield policy.fault(`Statement[${index}].Sid`, message);
    }
  }
}
