/** One right to be on nodes, as the function reads it from `windows.json`. */
export interface Window {
  /** Name of the user, which is the session name of OSAccess. */
  readonly user: string;
  /** First moment, UTC, `2026-10-01T00:00:00Z`. */
  readonly from: string;
  /** First moment after it. */
  readonly until: string;
  /** `i-...` and `mi-...`; none: every node, because the function can read no tags. */
  readonly nodes?: readonly string[];
  /** Names of the session documents that its channels start sessions with. */
  readonly documents: readonly string[];
}

/** What the function knows of one account: the content of `windows.json`. */
export interface Windows {
  /** 12 digits. */
  readonly account: string;
  /** Owners of sessions begin with it, the user's name follows: `arn:aws:sts::111111111111:assumed-role/OSAccess/`. */
  readonly owners: string;
  readonly windows: readonly Window[];
}
