import { RequestSet } from "../iam/accessCheck";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { Exemption } from "./exemptions";

/**
 * One way to run code or open a console on a node, or to tamper with what stops that. The catalogue of them
 * is data: SCPs are rendered from it, OSAccess's own deny list is, and so are the proof and the table in the docs.
 */
export interface AccessPath {
  /** Statement id in the SCPs, PascalCase. */
  readonly id: string;
  /** What the statement stops, as a sentence a reviewer reads. */
  readonly title: string;
  /** What somebody does through it, in the words after "can": a reader of the matrix knows no statement ids. */
  readonly can: string;
  /** What somebody gains through it where it is open. */
  readonly opens: string;
  readonly actions: readonly string[];
  /** ARN patterns the deny is for; all resources where left out, no statement at all where it gives none. */
  readonly resources?: PartOfStatement<string[]>;
  /** ARN patterns that the deny spares; instead of `resources`. */
  readonly notResources?: PartOfStatement<string[]>;
  /** Further conditions under which the deny holds. */
  readonly conditions?: PartOfStatement<PolicyConditions>;
  /** Whether the path exists in any of these accounts; in every account where left out. */
  readonly exists?: PartOfStatement<boolean>;
  /**
   * Accounts that need the path for what they declare, so that it is none there. The statement spares them by id and no
   * others: an account that these files do not know may stand in the same OU.
   */
  readonly spares?: (account: KnownAccount) => boolean;
  /**
   * What a request needs to gain what `opens` says, told by what the attacker does and never by how the deny stops him:
   * the proof asks whether some such request is allowed. Left out: any request for one of the actions on any resource.
   */
  readonly attack?: (zone: LandingZone, account: KnownAccount) => Attack;
  /** Who keeps the right; an exact role name each, nobody where it is empty. */
  readonly exempt: readonly Exemption[];
  /** What stops working for people who meant no harm, where there is something. */
  readonly breaks?: string;
  /** In the one SCP that break-glass detaches. */
  readonly emergency?: true;
  /** The page, or the check, the entry rests on, with its date. */
  readonly source: string;
}

/** `accounts` are those that one guardrail reaches, their ids known. */
type PartOfStatement<Part> = (zone: LandingZone, accounts: readonly KnownAccount[]) => Part;

/**
 * See `RequestSet` in iam/accessCheck.ts, whose fields of these names it sets; `except` are principals for whom it is no
 * attack, beside the exempt roles.
 */
export type Attack = Partial<
  Pick<RequestSet, "except" | "actions" | "resources" | "context" | "present" | "absent">
>;

/** Operator -> key -> value, as in a policy document. */
export type PolicyConditions = Record<string, Record<string, string | readonly string[]>>;
