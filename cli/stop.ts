/** Ends the command with a message for a person and an exit code; no stack trace. */
export class Stop extends Error {
  constructor(
    message: string,
    /** 1: the answer is no. 2: wrong use, or files that cannot be read or do not check. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
