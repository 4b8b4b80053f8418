import { KnownAccount, LandingZone } from "../../model/landingZone";

/**
 * What Pulumi's AWS provider calls to create, read, change and delete a resource of one type: all that changes something,
 * and of what reads a call of each kind. Service Authorization Reference (iam-data, September 2026); a test holds every
 * type that a stack makes against the lists.
 */
export interface DeployedType {
  /** Pulumi's token of it, `aws:iam/role:Role`. */
  readonly type: string;
  readonly actions: readonly string[];
  /** ARNs of what it is called on; none is `*`. */
  readonly resources: (zone: LandingZone, account: KnownAccount, region: string) => string[];
  /** Whether the account has any; it has where this is left out. */
  readonly made?: (account: KnownAccount) => boolean;
}
