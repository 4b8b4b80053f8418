import { AccessCheck } from "../accessCheck";
import { Decision, Level, Policies } from "../decision";
import { Request } from "../request";

/** What is found of one request, some of whose keys may be unknown. */
export type Verdict =
  /** Nothing that fits it is what is looked for; with the denial, if that is why. */
  | { readonly kind: "closed"; readonly denial?: Decision }
  /** It is. */
  | { readonly kind: "open"; readonly decision: Decision }
  /** It hangs on these keys. Where they cannot be split any further, it counts as open if a decision is given. */
  | { readonly kind: "unknown"; readonly keys: readonly string[]; readonly decision?: Decision };

export type Judge = (request: Request, policies: readonly Policies[]) => Verdict;

/** What a search has come to. */
export interface Found {
  readonly denials: Decision[];
  /** Why it could not look everywhere. */
  readonly reasons: Set<string>;
  /** How many decisions it has asked for. */
  decisions: number;
  open?: { readonly request: Request; readonly decision: Decision };
}

export function answerOf({ open, reasons, denials }: Found): AccessCheck {
  if (open !== undefined) {
    return { result: "refuted", ...open };
  }
  const [reason] = reasons;
  return reason === undefined ? proof(denials) : { result: "undecided", reason };
}

/** What closes all requests, each statement and each level once. */
function proof(denials: readonly Decision[]): AccessCheck {
  const references = new Set(
    denials.flatMap(({ result, decidedBy }) => (result === "explicitly denied" ? decidedBy : [])),
  );
  const levels = new Set(denials.flatMap(({ missing }) => missing.map(nameOfLevel)));
  // The same statement of a policy that was compiled twice has two references.
  const statements = new Map([...references].map((one) => [JSON.stringify(one), one]));
  return {
    result: "proved",
    statements: [...statements.values()],
    missing: [...levels].map((name) => JSON.parse(name) as Level),
  };
}

function nameOfLevel({ kind, level }: Level): string {
  return JSON.stringify(level === undefined ? { kind } : { kind, level });
}
