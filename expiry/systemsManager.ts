import { LiveSession } from "./sessionsToEnd";

/** Some of the live sessions. */
export interface Page {
  readonly sessions: readonly LiveSession[];
  /** What asks for the next page; none: this was the last. */
  readonly next?: string;
}

/** The calls that the function makes, in one region. Each throws AWS's own error, whose `name` is AWS's code. */
export interface SystemsManager {
  /** The live sessions, or the one of an id. A page that failed can be asked for again, which SDK paginators do not offer. */
  readonly activeSessions: (which: {
    readonly id?: string;
    readonly page?: string;
  }) => Promise<Page>;
  readonly terminate: (id: string) => Promise<void>;
}
