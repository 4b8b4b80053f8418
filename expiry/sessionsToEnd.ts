import { Window, Windows } from "./window";

/** What DescribeSessions tells of a session; AWS promises none of the fields. */
export interface LiveSession {
  readonly id: string;
  /** ARN of whoever started it: `arn:aws:sts::111111111111:assumed-role/OSAccess/alice`. */
  readonly owner?: string;
  /** The node's id. */
  readonly target?: string;
  /** Name or ARN of the session document. */
  readonly document?: string;
  readonly started?: Date;
}

export interface SessionToEnd {
  readonly session: LiveSession;
  /** Why no window covers it, a clause for the log. */
  readonly because: string;
}

/**
 * How far this clock may be behind AWS IAM's, in milliseconds: a session that IAM let in at the first moment of a window may
 * seem to come before it. Lambda's clocks are said to be within milliseconds of each other; half a minute is plenty.
 */
export const clockSkew = 30_000;

/**
 * The sessions whose owner has no open window that covers them. Windows are half-open, `[from, until)`, by the clock that
 * says `now`: at `until` the session ends, and not a moment before. What is strange is ended: an owner that is no session of
 * OSAccess (another role, a user, root, nobody at all) has no window.
 */
export function sessionsToEnd(
  sessions: readonly LiveSession[],
  windows: Windows,
  now: Date,
): SessionToEnd[] {
  return sessions.flatMap((session) => {
    const because = whyUncovered(session, windows, now);
    return because === undefined ? [] : [{ session, because }];
  });
}

function whyUncovered(
  session: LiveSession,
  { account, owners, windows }: Windows,
  now: Date,
): string | undefined {
  const { owner = "", target = "", document } = session;
  if (!owner.startsWith(owners)) {
    return "its owner is no user of OSAccess";
  }
  const user = owner.slice(owners.length);
  const open = windows.filter((window) => window.user === user && isOpen(window, session, now));
  if (open.length === 0) {
    return `no window of ${user} is open`;
  }
  const onNode = open.filter(({ nodes }) => nodes === undefined || nodes.includes(target));
  if (onNode.length === 0) {
    return `no open window of ${user} has the node ${target}`;
  }
  // AWS leaves the document out of some sessions: nothing speaks against those.
  return document === undefined ||
    onNode.some(({ documents }) => documents.includes(nameOf(document, account)))
    ? undefined
    : `no open window of ${user} on that node has the document ${document}`;
}

/** Nothing is open when a moment cannot be read: comparisons with NaN are false. */
function isOpen({ from, until }: Window, { started }: LiveSession, now: Date): boolean {
  const [first, end, at] = [Date.parse(from), Date.parse(until), now.getTime()];
  if (!(at < end)) {
    return false;
  }
  // Only a session that has just begun is given the allowance: an older one had no window to begin in.
  const earliest = first - clockSkew;
  return at >= first || (at >= earliest && started !== undefined && started.getTime() >= earliest);
}

/** The name of a document of the account's own or of AWS's; that of any other is its whole ARN, which no window has. */
function nameOf(document: string, account: string): string {
  const [start, , service, , owner, resource, ...rest] = document.split(":");
  const isKnown = owner === account || owner === "";
  return start === "arn" && service === "ssm" && isKnown && rest.length === 0
    ? (resource ?? "").replace(/^document\//, "")
    : document;
}
