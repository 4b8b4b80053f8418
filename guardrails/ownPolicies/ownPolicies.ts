import { parsePolicy } from "../../iam/parsePolicy";
import { Fault, sortFaults } from "../../model/fault";
import { ControlPolicyType, OwnPolicy } from "../../model/landingZone";
import { actionFaults } from "./actions";
import { conditionKeyFaults } from "./conditionKeys";
import { elementFaults, sidFaults } from "./elements";
import { loadOwnPolicyFacts, OwnPolicyFacts } from "./facts";
import { grammarFaults } from "./grammar";
import { resourceFaults } from "./resources";
import { OwnPolicyText } from "./text";
import { maximumRcpCharacters } from "../resourceControlPolicies";
import { maximumScpCharacters } from "../serviceControlPolicies";
import { exemptions } from "../wildcardExemptions";

/** Characters of one document as it is sent. */
const maximumCharacters: Readonly<Record<ControlPolicyType, number>> = {
  SERVICE_CONTROL_POLICY: maximumScpCharacters,
  RESOURCE_CONTROL_POLICY: maximumRcpCharacters,
};

/** A policy as it is sent to AWS, without white space: what counts is what is sent. Throws for what is not JSON. */
export function ownPolicyContent({ text }: OwnPolicy): string {
  return JSON.stringify(JSON.parse(text));
}

/** Everything that is wrong with the organization's own policies as texts, each file once, in the order of the text. */
export async function ownPolicyFaults(policies: readonly OwnPolicy[]): Promise<Fault[]> {
  const files = new Map(policies.map((policy) => [policy.file, policy]));
  if (files.size === 0) {
    return [];
  }
  const texts = [...files.values()].map((policy) => new OwnPolicyText(policy));
  const facts = await loadOwnPolicyFacts(texts);
  return sortFaults(texts.flatMap((text) => textFaults(text, facts)));
}

function textFaults(text: OwnPolicyText, facts: OwnPolicyFacts): Fault[] {
  const grammar = grammarFaults(text);
  if (text.json.value === undefined) {
    return grammar;
  }
  return [
    ...grammar,
    ...sizeFaults(text),
    ...elementFaults(text),
    ...sidFaults(text),
    ...actionFaults(text, facts),
    ...resourceFaults(text, facts),
    ...conditionKeyFaults(text, facts),
    ...exemptionFaults(text),
  ];
}

function* sizeFaults(text: OwnPolicyText): Generator<Fault> {
  const { type } = text.policy;
  const characters = ownPolicyContent(text.policy).length;
  const maximum = maximumCharacters[type];
  if (characters > maximum) {
    const kind = type === "SERVICE_CONTROL_POLICY" ? "SCP" : "RCP";
    const found = `found ${characters} characters without white space`;
    yield text.fault("", `${found}, allowed are ${maximum} in an ${kind}: split the policy.`);
  }
}

/** A document that does not parse says nothing certain of whom it spares. */
function* exemptionFaults(text: OwnPolicyText): Generator<Fault> {
  const parsed = parsePolicy(text.policy.text);
  if (!parsed.ok) {
    return;
  }
  for (const [index, statement] of parsed.document.statements.entries()) {
    // NotPrincipal is a fault of the element already.
    for (const predicate of exemptions({ ...statement, notPrincipals: undefined })) {
      const path = `Statement[${index}].Condition`;
      yield text.fault(path, `found a Deny with a gap: it ${predicate}`);
    }
  }
}
