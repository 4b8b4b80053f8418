import { Exemption } from "../guardrails/exemptions";
import { PathProof } from "./proofOfPath";
import { RoleClaim } from "./proofOfRole";

/** What can be said of an account without naming it. */
export interface AccountAnswers {
  /** Every access path of the catalogue, in its order. */
  readonly paths: readonly PathProof[];
  /** Every exempt role that is planned in the account. */
  readonly roles: readonly RoleProof[];
}

/** What is proved of one exempt role. */
export interface RoleProof {
  readonly role: string;
  readonly exemption: Exemption;
  /** Who can take it. */
  readonly claims: readonly RoleClaim[];
  /** The paths that exempt it and that its own policies do not close either. */
  readonly uses: readonly string[];
  /** Documents that could not be read; each is taken to allow everything. */
  readonly unread: readonly string[];
}
