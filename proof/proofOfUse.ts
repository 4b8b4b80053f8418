import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { CompiledPolicy } from "../iam/compile";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { managementAccount, roleArn } from "../model/names";
import { AccessPath } from "../guardrails/accessPath";
import { pathsOntoNodes } from "../guardrails/catalogue";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { attackOf } from "./proofOfPath";
import { worstOf } from "./proofSharing";

/**
 * Whether the role's own policies and the SCPs together close a path to it that exempts it; `identity` stands for its policies
 * where only a part of them is asked.
 */
export function proveUse(
  organization: PlannedOrganization,
  account: KnownAccount,
  role: PlannedIdentity,
  path: AccessPath,
  identity = organization.rightsOf(account, role).identity,
): AccessCheck {
  const { boundary } = organization.rightsOf(account, role);
  const { scps } = organization.above(account);
  const policies = { identity, boundary, scps, ...managementOf(organization.zone) };
  return checkAccessNotGranted(policies, attackBy(organization.zone, account, path, role));
}

/** The same at one moment, by these of the role's own policies, with no SCP at all. */
export function proveOwnUse(
  organization: PlannedOrganization,
  account: KnownAccount,
  role: PlannedIdentity,
  path: AccessPath,
  identity: readonly CompiledPolicy[],
  at: string,
): AccessCheck {
  const { boundary } = organization.rightsOf(account, role);
  const attack = attackBy(organization.zone, account, path, role);
  return checkAccessNotGranted(
    { identity, boundary, ...managementOf(organization.zone) },
    { ...attack, context: { ...attack.context, "aws:CurrentTime": at } },
  );
}

/**
 * OSAccess closes every path onto nodes but its own to itself: its own documents do, with no SCP at all, so that a guardrail
 * that is taken off for an hour does not make more of it than it was.
 */
export function proveOwnLimits(
  organization: PlannedOrganization,
  account: KnownAccount,
  role: PlannedIdentity,
  paths: readonly AccessPath[],
): AccessCheck {
  const { identity, boundary } = organization.rightsOf(account, role);
  const policies = { identity, boundary, ...managementOf(organization.zone) };
  const others = pathsOntoNodes.filter(
    (path) => paths.includes(path) && !path.exempt.includes("osAccess"),
  );
  return worstOf(
    others.map((path) =>
      checkAccessNotGranted(policies, attackBy(organization.zone, account, path, role)),
    ),
  );
}

function attackBy(
  zone: LandingZone,
  account: KnownAccount,
  path: AccessPath,
  { name }: PlannedIdentity,
): RequestSet {
  return {
    ...attackOf(zone, account, path),
    principals: [roleArn(zone, account.id, name)],
    except: [],
  };
}

function managementOf(zone: LandingZone) {
  return { managementAccount: managementAccount(zone).id };
}
