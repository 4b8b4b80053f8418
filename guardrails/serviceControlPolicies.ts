import { GuardrailTarget, KnownAccount, LandingZone } from "../model/landingZone";
import { AccessPath, PolicyConditions } from "./accessPath";
import { catalogue } from "./catalogue";
import { accountsBelow } from "./coverage";
import { exemptArns } from "./exemptions";
import { packStatements } from "./packing";

/** One SCP of a target. */
export interface ServiceControlPolicy {
  /** The end of its name: `scp-emergency`, `scp-1`. */
  readonly key: string;
  /** The document as it is sent. */
  readonly content: string;
}

/** One statement of an SCP; its Sid is the catalogue's id. */
interface ServiceControlStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: PolicyConditions;
}

/**
 * Characters of one SCP as it is sent (Pulumi sends white space as it is, so there is none).
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html, 10,240 since 2026-05-15.
 */
export const maximumScpCharacters = 10_240;

/**
 * SCPs of ours on one root, OU or account: AWS takes 10 (same page, since 2026-05-15), its own FullAWSAccess is one of them,
 * and one slot stays free to attach a new policy before the old one is detached.
 */
export const maximumScpsATarget = 8;

/** The SCP that break-glass detaches; the others hold meanwhile. */
export const emergencyKey = "scp-emergency";

/**
 * The SCPs that close the catalogue's paths in the accounts below a target, minified and packed into as few as the size
 * allows. What break-glass opens is in a document of its own.
 * Throws when they are more than one target can hold.
 */
export function serviceControlPolicies(
  zone: LandingZone,
  target: GuardrailTarget,
): ServiceControlPolicy[] {
  const accounts = accountsBelow(zone, target);
  const pack = (paths: readonly AccessPath[]) =>
    packStatements(
      paths.flatMap((path) => denyStatement(zone, path, accounts) ?? []),
      maximumScpCharacters,
    );
  const emergency = pack(catalogue.filter((path) => path.emergency));
  if (emergency.length > 1) {
    throw new Error(
      `The guardrails of ${target.name} need more than one SCP for what break-glass opens: ` +
        "attach them to OUs with fewer accounts of just-in-time node access.",
    );
  }
  const others = pack(catalogue.filter((path) => !path.emergency));
  const policies = [
    ...emergency.map((content) => ({ key: emergencyKey, content })),
    ...others.map((content, index) => ({ key: `scp-${index + 1}`, content })),
  ];
  if (policies.length > maximumScpsATarget) {
    throw new Error(
      `The guardrails of ${target.name} need ${policies.length} SCPs; ${maximumScpsATarget} of ours fit on one target: ` +
        "name fewer automation roles, or attach them to OUs with fewer accounts.",
    );
  }
  return policies;
}

/** The deny that closes one path to everyone but the roles it exempts by exact name; none where there is nothing to close. */
function denyStatement(
  zone: LandingZone,
  path: AccessPath,
  accounts: readonly KnownAccount[],
): ServiceControlStatement | undefined {
  const resources = path.resources?.(zone, accounts);
  if (path.exists?.(zone, accounts) === false || resources?.length === 0) {
    return undefined;
  }
  const exempt = path.exempt.flatMap((exemption) => exemptArns(zone, exemption, accounts));
  const conditions: PolicyConditions = {
    ...path.conditions?.(zone, accounts),
    ...(exempt.length > 0 && { ArnNotLike: { "aws:PrincipalArn": [...new Set(exempt)] } }),
  };
  return {
    Sid: path.id,
    Effect: "Deny",
    Action: path.actions,
    ...(path.notResources
      ? { NotResource: path.notResources(zone, accounts) }
      : { Resource: resources ?? "*" }),
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}
