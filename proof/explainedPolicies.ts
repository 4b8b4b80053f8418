import { splitArn } from "../iam/arn";
import { CompiledPolicy } from "../iam/compile";
import { Request } from "../iam/request";
import { KnownAccount } from "../model/landingZone";
import { managementAccount, knownAccounts } from "../model/names";
import { NamedPolicies } from "./levelAnswers";
import { PlannedOrganization } from "./plannedOrganization";
import { administrator, openToAll } from "./proofOfPath";

/** The policies of a request, and what had to be assumed of them. */
export interface ExplainedPolicies extends NamedPolicies {
  readonly notes: readonly string[];
}

/**
 * Everything that has a say in a request of a principal: his planned rights and those of the resource, or for whoever is not
 * planned those of an administrator, with every resource open to him.
 */
export function policiesFor(
  organization: PlannedOrganization,
  request: Request,
): ExplainedPolicies {
  const { caller, target, trust } = partiesOf(organization, request);
  const rights = plannedRights(organization, caller, request.principal);
  if (rights === undefined) {
    const generous = asInThePathProof(organization, request);
    return trust === undefined ? generous : withTrust(organization, generous, target!, trust);
  }
  const { identity, boundary, unread } = rights;
  const planned: ExplainedPolicies = {
    ...aboveCaller(organization, caller),
    policies: {
      identity,
      ...(boundary !== undefined && { boundary }),
      scps: caller && organization.above(caller).scps,
      managementAccount: managementAccount(organization.zone).id,
    },
    notes: unread.map((name) => `${name} is not known, so it counts as allowing everything.`),
  };
  return trust === undefined ? planned : withTrust(organization, planned, target!, trust);
}

/** Said where a resource's own policy counts as letting everyone in. */
export const openResources = "Every resource is taken to be open to everyone by its own policy.";

/** The policies under which a path is proved closed: an administrator, any resource open to him, the SCPs above him. */
export function asInThePathProof(
  organization: PlannedOrganization,
  request: Request,
): ExplainedPolicies {
  const { caller } = partiesOf(organization, request);
  return {
    ...aboveCaller(organization, caller),
    policies: {
      identity: [administrator],
      resource: openToAll,
      ...(caller !== undefined && { scps: organization.above(caller).scps }),
      managementAccount: managementAccount(organization.zone).id,
    },
    notes: [
      "Taken for an administrator of the account.",
      openResources,
      ...(caller?.name === organization.zone.organization.management
        ? ["No SCP reaches the management account."]
        : []),
    ],
  };
}

/**
 * The policies under which a claim about a planned role is proved: an administrator wherever he lives, the role's trust
 * policy and the RCPs above it. Undefined where the request is about no planned role.
 */
export function asInTheRoleProof(
  organization: PlannedOrganization,
  request: Request,
): ExplainedPolicies | undefined {
  const { target, trust } = partiesOf(organization, request);
  if (target === undefined || trust === undefined) {
    return undefined;
  }
  const anybody: ExplainedPolicies = {
    policies: {
      identity: [administrator],
      managementAccount: managementAccount(organization.zone).id,
    },
    notes: [
      "Taken for an administrator of his account; its SCPs are left out, he may live anywhere.",
    ],
  };
  return withTrust(organization, anybody, target, trust);
}

/**
 * The policies under which a claim about sessions of OSAccess is proved: those that the plan gives to the role, and no SCP.
 * Undefined for a request that does not say whose session it is.
 */
export function asInTheSessionProof(
  organization: PlannedOrganization,
  request: Request,
): ExplainedPolicies | undefined {
  const { caller } = partiesOf(organization, request);
  const { osAccessRole } = organization.zone;
  const rights = plannedRights(organization, caller, request.principal);
  const name = typeof request.principal === "string" ? identityOf(request.principal)[1] : undefined;
  if (rights === undefined || name !== osAccessRole || !("aws:userid" in (request.context ?? {}))) {
    return undefined;
  }
  const { identity, boundary } = rights;
  return {
    policies: {
      identity,
      ...(boundary !== undefined && { boundary }),
      managementAccount: managementAccount(organization.zone).id,
    },
    notes: [`Decided by the policies of ${osAccessRole} alone; SCPs are left out.`],
  };
}

function withTrust(
  organization: PlannedOrganization,
  named: ExplainedPolicies,
  target: KnownAccount,
  trust: CompiledPolicy,
): ExplainedPolicies {
  const resource = organization.above(target);
  return {
    ...named,
    resource,
    policies: { ...named.policies, resource: trust, rcps: resource.rcps },
  };
}

function aboveCaller(organization: PlannedOrganization, caller: KnownAccount | undefined) {
  return caller === undefined ? {} : { caller: organization.above(caller) };
}

/** Whose accounts of ours the request is about, and the trust policy where it is about a role that is planned. */
function partiesOf(organization: PlannedOrganization, { principal, resources, action }: Request) {
  const [first] = resources;
  const arn = typeof first === "string" ? first : (first?.arn ?? "*");
  const caller = typeof principal === "string" ? accountOf(organization, principal) : undefined;
  const target = accountOf(organization, arn) ?? caller;
  const assumes = action.toLowerCase().startsWith("sts:assumerole");
  return {
    caller,
    target,
    trust: assumes && target ? trustOf(organization, target, arn) : undefined,
  };
}

/** The account of an ARN; undefined for one that is not of this landing zone. */
export function accountOf({ zone }: PlannedOrganization, arn: string): KnownAccount | undefined {
  const id = splitArn(arn)?.[4];
  return knownAccounts(zone).find((account) => account.id === id);
}

/** `arn:aws:iam::333333333333:role/path/Name`: kind and name of whom the ARN is about. */
function identityOf(arn: string): readonly [kind: string | undefined, name: string | undefined] {
  const [kind, ...rest] = splitArn(arn)?.[5]?.split("/") ?? [];
  return [kind, rest.at(-1)];
}

function plannedRights(
  organization: PlannedOrganization,
  account: KnownAccount | undefined,
  principal: Request["principal"],
) {
  if (account === undefined || typeof principal !== "string") {
    return undefined;
  }
  const [kind, name] = identityOf(principal);
  const identity =
    (kind === "role" || kind === "user") && name !== undefined
      ? organization.identity(account, kind, name)
      : undefined;
  // The same name under another path is somebody else.
  return identity !== undefined && principal.endsWith(`:${kind}${identity.path}${name}`)
    ? organization.rightsOf(account, identity)
    : undefined;
}

function trustOf(organization: PlannedOrganization, account: KnownAccount, arn: string) {
  const [kind, name] = identityOf(arn);
  const role =
    kind === "role" && name !== undefined ? organization.identity(account, kind, name) : undefined;
  return role && organization.trustOf(account, role);
}
