import { StackProgram } from "../../stacks/stackPrograms";
import { PlannedStack } from "../stackReport";
import { Decision } from "./decision";
import { ListedStack } from "./pulumiCli";
import { WaveName } from "./waves";

/** One stack of a rollout before it begins. */
export interface PreparedStack {
  readonly program: StackProgram;
  readonly wave: WaveName;
  /** None where the stack cannot be planned. */
  readonly fingerprint?: string;
  /** None where no stack is to run and the records say that all would be planned as they were. */
  readonly planned?: PlannedStack;
  readonly listed?: ListedStack;
  readonly decision: Decision;
  /** Why it does not run though it should: the runner has not the credentials, or it was not asked for. */
  readonly left?: Left;
}

export interface Left {
  readonly why: string;
  /** Whether the rollout is complete without it. */
  readonly fine: boolean;
}

/** Whether the rollout is to run the stack when its turn comes. */
export function isToRun({ decision, left }: PreparedStack): boolean {
  return decision.run && left === undefined;
}
