import { RequestSet } from "../iam/accessCheck";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { Exemption } from "./exemptions";

/**
 * One way to run code or open a console on a node, or to tamper with what stops that. The catalogue of them
 * is data: SCPs are rendered from it, OSAccess's own deny list is, and so will be the proof.
 */
export interface AccessPath {
  /** Statement id in the SCPs, PascalCase. */
  readonly id: string;
  /** What the statement stops, as a sentence a reviewer reads. */
  readonly title: string;
  /** What somebody gains through it where it is open. */
  readonly opens: string;
  readonly actions: readonly string[];
  /** ARN patterns the deny is for; all resources where left out. */
  readonly resources?: (zone: LandingZone) => string[];
  /** ARN patterns that the deny spares; instead of `resources`. */
  readonly notResources?: (zone: LandingZone) => string[];
  /** Further conditions under which the deny holds. */
  readonly conditions?: (zone: LandingZone) => PolicyConditions;
  /**
   * What a request needs to gain what `opens` says, told by what the attacker does and never by how the deny stops him:
   * the proof asks whether some such request is allowed. Left out: any request for one of the actions on any resource.
   */
  readonly attack?: (zone: LandingZone, account: KnownAccount) => Attack;
  /** Who keeps the right; an exact role name each, nobody where it is empty. */
  readonly exempt: readonly Exemption[];
  /** The page, or the check, the entry rests on, with its date. */
  readonly source: string;
}

/** See `RequestSet` in iam/accessCheck.ts, whose fields of these names it sets. */
export type Attack = Partial<
  Pick<RequestSet, "actions" | "resources" | "context" | "present" | "absent">
>;

/** Operator -> key -> value, as in a policy document. */
export type PolicyConditions = Record<string, Record<string, string | readonly string[]>>;
