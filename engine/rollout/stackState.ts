import type { Stack } from "@pulumi/pulumi/automation";
import { runCommand } from "./command";

/** An operation that an update was killed in: AWS may have done it or not. */
export interface PendingOperation {
  /** `creating`, `updating`, `deleting`, ... */
  readonly type: string;
  readonly resource: {
    readonly urn: string;
    readonly type: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
  };
}

/** A resource in a state; what is not named here is kept as it is. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Why the engine does not take it for finished: a read of the real resource clears them. */
  readonly initErrors?: readonly string[];
  readonly [key: string]: unknown;
}

/** A stack's state as `pulumi stack export` writes it; what is not named here is kept as it is. */
export interface StackState {
  readonly version: number;
  readonly deployment: {
    readonly resources?: readonly StateResource[];
    readonly pending_operations?: readonly PendingOperation[];
    readonly [key: string]: unknown;
  };
}

/** The stack's state, secrets as they are: the SDK's `exportStack` would decrypt them. */
export async function readState({ name, workspace }: Stack): Promise<StackState> {
  return JSON.parse(
    await runCommand(workspace, ["stack", "export", "--stack", name]),
  ) as StackState;
}
