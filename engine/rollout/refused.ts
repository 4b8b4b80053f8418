/** Why a rollout does not begin, or cannot go on: one line a reason, for a person. */
export class RolloutRefused extends Error {
  override readonly name = "RolloutRefused";

  constructor(
    message: string,
    /** 1: the answer is no. 2: wrong use, or something that is missing. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}
