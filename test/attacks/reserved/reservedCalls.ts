import { Context } from "../../../iam/request";
import { RoleName } from "../world/people";
import { Place } from "../world/places";

/**
 * Calls that some roles keep for themselves, or nobody has. The lists are written from the Service Authorization Reference
 * and AWS's pages, not taken from the catalogue: what the catalogue forgets must show.
 */
export interface ReservedCalls {
  /** What somebody gains by them, after "to". */
  readonly aim: string;
  readonly calls: readonly string[];
  /** Sets of resources, each of which one call may name. */
  readonly on: (place: Place) => readonly (readonly string[])[];
  readonly context?: Context;
  /** The roles that keep the right, by their exact names. */
  readonly keptFor: readonly RoleName[];
  /** What everyone may still do the same to. */
  readonly free?: (place: Place) => readonly (readonly string[])[];
  /** Condition keys of what everyone may do, where they are others. */
  readonly freeContext?: Context;
  /** Where it is tried, if not in the two usual places. */
  readonly places?: readonly Place[];
}
