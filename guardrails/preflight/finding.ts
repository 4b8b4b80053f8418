/** Something to know before the guardrails are attached. */
export interface PreflightFinding {
  /** The OU's path or the account's name; none for the whole organization. */
  readonly target?: string;
  /** `refused`: attached like this, something stops working. `note`: to be read, or to be looked up where nobody can here. */
  readonly level: "refused" | "note";
  /** One sentence or two, without a line break. */
  readonly message: string;
}
