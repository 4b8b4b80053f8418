import { PolicyDocument, titleOf } from "../iam/policyDocument";
import { osAccessPath } from "../model/names";
import { PackConfiguration, exemptRole } from "./configuration";
import { nowhere, roleArn } from "./openPaths";
import { PolicyOf, Subject, resourcePolicy } from "./policy";
import { accountsOf, documentOr, documentText, textOf } from "./properties";
import { keyOfText } from "./sharedChecks";
import { Intruders, everyAccount, outsiders, trustDoubt } from "./trustProof";

const roles: Readonly<Record<string, { readonly name: string; readonly trust: string }>> = {
  "aws:iam/role:Role": { name: "name", trust: "assumeRolePolicy" },
  "aws-native:iam:Role": { name: "roleName", trust: "assumeRolePolicyDocument" },
};

/** Whoever takes an exempt role has its exemption. OSAccess has a policy of its own, which asks for more. */
export const exemptRoleTrustSanctioned: PolicyOf = (settings) => {
  const proved = new Set<string>();
  return resourcePolicy({
    name: "exempt-role-trust-sanctioned",
    description:
      "A role that the guardrails exempt must be trusted only by those it is declared for.",
    severity: "critical",
    remediationSteps: "Leave the trust policy as the landing zone writes it, or narrow it.",
    checks: [
      {
        types: Object.keys(roles),
        violations: (subject, configuration) => violations(subject, configuration, proved),
      },
    ],
  })(settings);
};

/** `proved` remembers what kept everybody out: one role has the same trust policy in hundreds of accounts. */
function* violations(
  subject: Subject,
  configuration: PackConfiguration,
  proved: Set<string>,
): Iterable<string> {
  const { name, trust } = roles[subject.type]!;
  const role = exemptRole(configuration, textOf(subject, name));
  if (role === undefined || role === configuration.osAccessRole) {
    return;
  }
  const [account = nowhere] = accountsOf(subject);
  const { identityAccount, deployTrustedBy } = configuration;
  const asked = [role, documentText(subject.props[trust]), identityAccount, deployTrustedBy];
  const key = keyOfText(JSON.stringify(asked), account);
  if (proved.has(key)) {
    return;
  }
  const thing = `trust policy of the role '${subject.name}'`;
  const read = documentOr(thing, subject.props[trust]);
  if ("violation" in read) {
    yield read.violation;
    return;
  }
  const arn = roleArn(configuration, account, role);
  let open = false;
  for (const intruders of intrudersOf(role, account, read.document, configuration)) {
    const doubt = trustDoubt(read.document, account, arn, intruders);
    open ||= doubt !== undefined;
    if (doubt?.result === "undecided") {
      yield `The ${thing} must keep out ${intruders.who}, but it is not proved: ${doubt.reason} Write it more simply.`;
    } else if (doubt?.result === "refuted") {
      const [decided] = doubt.decision.decidedBy.filter(({ kind }) => kind === "trust");
      const statement = decided && read.document.statements[decided.index];
      const title = statement ? `, ${titleOf(read.document, statement)},` : "";
      yield `The ${thing}${title} must keep out ${intruders.who}, but lets in ${shown(doubt.request.principal)}. Narrow it.`;
    }
  }
  if (!open) {
    proved.add(key);
  }
}

function shown(principal: unknown): string {
  return typeof principal === "string"
    ? principal
    : Object.entries(principal as object)
        .map(([kind, value]) => (value === true ? "everyone" : `the ${kind} ${String(value)}`))
        .join("");
}

function intrudersOf(
  role: string,
  account: string,
  document: PolicyDocument,
  { partition, deployRole, deployTrustedBy, sessionLogReaders, ...rest }: PackConfiguration,
): Intruders[] {
  const users = `arn:${partition}:iam::${rest.identityAccount}:user${osAccessPath}*`;
  const everyone = everyAccount(partition);
  if (role === deployRole) {
    const principals = [...everyone, ...outsiders(document, ["Service", "Federated"])];
    return [
      {
        who: `everyone but ${deployTrustedBy}`,
        requests: { principals, except: [deployTrustedBy] },
      },
    ];
  }
  if (sessionLogReaders.includes(role)) {
    const principals = [...everyone, ...outsiders(document, ["Service", "Federated"])];
    const mfa = "aws:MultiFactorAuthPresent";
    return [
      { who: `everyone but ${users}`, requests: { principals, except: [users] } },
      { who: "users without MFA", requests: { principals: [users], context: { [mfa]: "false" } } },
      { who: "users without MFA", requests: { principals: [users], absent: [mfa] } },
    ];
  }
  // Nobody declares who takes an automation role: services, its own account and the organization may.
  const own = ["role", "user"].map((kind) => `arn:${partition}:iam::${account}:${kind}/*`);
  const elsewhere = { "aws:PrincipalOrgID": `${rest.organizationId}0` };
  return [
    {
      who: `everyone outside the organization ${rest.organizationId}`,
      requests: { principals: everyone, except: own, context: elsewhere },
    },
    {
      who: "whoever comes by a provider or without credentials",
      // Whoever is no principal of an account is of no organization.
      requests: {
        principals: outsiders(document, ["Federated"]),
        absent: ["aws:PrincipalOrgID"],
      },
    },
  ];
}
