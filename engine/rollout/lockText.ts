/** A lock of Pulumi's own backends (file, S3, ...), as it is written and as the CLI tells of it. */
export interface Lock {
  readonly username: string;
  readonly hostname: string;
  readonly pid: number;
  /** RFC 3339. */
  readonly timestamp: string;
}

/** `created by root@runner-1 (pid 4711) at 2026-11-28T14:04:21Z` (backend/diy/lock.go of pulumi 3.259). */
const ownLock = /created by ([^@\s]*)@(\S+) \(pid (\d+)\) at (\S+)/g;

/** Pulumi Cloud names nobody. */
const cloudLock = /\[409\] Conflict: Another update is currently in progress/;

/** The locks that an error message of the CLI names. */
export function locksIn(text: string): Lock[] {
  // The CLI says it more than once.
  const distinct = new Map([...text.matchAll(ownLock)].map((match) => [match[0], match]));
  return [...distinct.values()].map(([, username, hostname, pid, timestamp]) => ({
    username: username!,
    hostname: hostname!,
    pid: Number(pid),
    timestamp: timestamp!,
  }));
}

/** Who keeps a stack from being updated. */
export interface Locked {
  /** For a sentence. */
  readonly holder: string;
  /** Empty where the backend does not name them. */
  readonly locks: readonly Lock[];
}

/** Who holds a stack; undefined where the text does not speak of a lock. */
export function lockedBy(text: string): Locked | undefined {
  const locks = locksIn(text);
  if (locks.length > 0) {
    const holder = locks
      .map(
        ({ username, hostname, pid, timestamp }) =>
          `${username}@${hostname} (pid ${pid}) since ${timestamp}`,
      )
      .join(" and ");
    return { holder, locks };
  }
  return cloudLock.test(text) ? { holder: "another update in Pulumi Cloud", locks } : undefined;
}
