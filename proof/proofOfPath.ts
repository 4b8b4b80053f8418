import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { CompiledPolicy } from "../iam/compile";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { managementAccount, roleArn } from "../model/names";
import { AccessPath } from "../guardrails/accessPath";
import { catalogue } from "../guardrails/catalogue";
import { compiledPolicy } from "../guardrails/compiledPolicy";
import { exemptRoles } from "../guardrails/exemptions";
import { OrganizationPolicies } from "../guardrails/organizationPolicies";

/** Whether an access path of an account is closed to everyone but the roles that it exempts. */
export interface PathProof {
  /** The id in the catalogue. */
  readonly path: string;
  /** Names of the roles that are left out of the question. */
  readonly exempt: readonly string[];
  readonly check: AccessCheck;
}

const allowEverything = { Effect: "Allow", Action: "*", Resource: "*" };

/** The most that an identity policy can give: AdministratorAccess. */
export const administrator: CompiledPolicy = compiledPolicy(
  "identity",
  JSON.stringify({ Version: "2012-10-17", Statement: [allowEverything] }),
  "AdministratorAccess",
);

/** The most generous policy that a resource can have. */
export const openToAll: CompiledPolicy = compiledPolicy(
  "resource",
  JSON.stringify({ Version: "2012-10-17", Statement: [{ ...allowEverything, Principal: "*" }] }),
  "open to everyone",
);

/** Every request of an account that would use the path, but those of the exempt roles. */
export function attackOf(zone: LandingZone, account: KnownAccount, path: AccessPath): RequestSet {
  const attack = path.attack?.(zone, account);
  const exempt = exemptNames(zone, account, path).map((role) => roleArn(zone, account.id, role));
  return {
    principals: everybodyIn(zone, account.id),
    actions: path.actions,
    resources: ["*"],
    ...attack,
    except: [...exempt, ...(attack?.except ?? [])],
  };
}

/** Names of the roles that the path exempts in the account, each once. */
export function exemptNames(zone: LandingZone, account: KnownAccount, path: AccessPath): string[] {
  return [...new Set(path.exempt.flatMap((exemption) => exemptRoles(zone, exemption, account)))];
}

/** Whether there is that path in the account; one that its declared channels need is none. */
export function isPathIn(
  zone: LandingZone,
  account: KnownAccount,
  { exists, spares }: AccessPath,
): boolean {
  return spares?.(account) !== true && (exists?.(zone, [account]) ?? true);
}

/** The access paths that there are in the account. */
export function pathsIn(zone: LandingZone, account: KnownAccount): readonly AccessPath[] {
  return catalogue.filter((path) => isPathIn(zone, account, path));
}

/** ARN patterns of the principals of an account: users and roles of any name and path, federated users, the root. */
export function everybodyIn({ organization }: LandingZone, accountId: string): string[] {
  const iam = `arn:${organization.partition}:iam::${accountId}`;
  const federated = `arn:${organization.partition}:sts::${accountId}:federated-user/*`;
  return [`${iam}:role/*`, `${iam}:user/*`, `${iam}:root`, federated];
}

/**
 * Asks whether somebody gets through, whatever policies he and the resource have: the organization's SCPs alone must
 * stop him. RCPs are left out: the resource may stand in an account that they do not reach.
 */
export function provePath(
  zone: LandingZone,
  requests: RequestSet,
  { scps }: OrganizationPolicies,
): AccessCheck {
  return checkAccessNotGranted(
    {
      identity: [administrator],
      resource: openToAll,
      scps,
      managementAccount: managementAccount(zone).id,
    },
    requests,
  );
}
