import { retried, Sleep } from "./retried";
import { LiveSession, SessionToEnd, sessionsToEnd } from "./sessionsToEnd";
import { SystemsManager } from "./systemsManager";
import { Windows } from "./window";

/** What a run needs from outside; a test gives its own. */
export interface Surroundings {
  readonly ssm: SystemsManager;
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** One line of the log. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
}

/** Calls at a time: TerminateSession has a rate limit that people share with the function. */
const lanes = 5;

/**
 * One run: ends every live session without a window, page after page, so that a list that AWS throttles holds nothing back. A
 * call that fails stops no other; the run throws at its end if a session could not be ended or not all were listed, so that AWS
 * counts it as an error. The next run tries again.
 */
export async function endSessions(windows: Windows, around: Surroundings): Promise<void> {
  const failures: string[] = [];
  let [live, withoutWindow] = [0, 0];
  try {
    for await (const page of pages(around)) {
      const found = sessionsToEnd(page, windows, around.now());
      live += page.length;
      withoutWindow += found.length;
      await endAll(found, around, failures);
    }
  } catch (error) {
    failures.push(`not all sessions were listed: ${text(error)}`);
    around.log({ event: "list failed", error: text(error) });
  }
  const counts = { live, withoutWindow, failures: failures.length };
  around.log({ event: "run", ...counts, windows: windows.windows.length });
  if (failures.length > 0) {
    throw new Error(`${failures.length} failures: ${failures.join("; ")}`);
  }
}

async function endAll(found: readonly SessionToEnd[], around: Surroundings, failures: string[]) {
  const queue = [...found];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await end(next, around, failures);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function* pages(
  { ssm, sleep }: Surroundings,
  id?: string,
): AsyncGenerator<readonly LiveSession[]> {
  let page: string | undefined;
  do {
    const { sessions, next } = await retried(() => ssm.activeSessions({ id, page }), sleep);
    yield sessions;
    page = next;
  } while (page !== undefined);
}

async function end({ session, because }: SessionToEnd, around: Surroundings, failures: string[]) {
  const { ssm, sleep, log } = around;
  const { id, owner, target, document } = session;
  const about = { session: id, owner, target, document, because };
  try {
    await retried(() => ssm.terminate(id), sleep);
    log({ event: "ended", ...about });
  } catch (error) {
    if (await isOver(id, around)) {
      log({ event: "was over already", ...about });
    } else {
      failures.push(`${id} was not ended: ${text(error)}`);
      log({ event: "not ended", ...about, error: text(error) });
    }
  }
}

/**
 * Whether a session that could not be ended is over already. The answer does not tell: AWS says "access denied" of one that
 * is over, so it is told by the list.
 */
async function isOver(id: string, around: Surroundings): Promise<boolean> {
  try {
    for await (const page of pages(around, id)) {
      if (page.some((session) => session.id === id)) {
        return false;
      }
    }
    return true;
  } catch {
    return false;
  }
}

function text(error: unknown): string {
  const { name, message } = error as Error;
  return `${name}: ${message}`;
}
