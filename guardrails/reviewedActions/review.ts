/**
 * What follows from calling an action that no access path of the catalogue holds. The words stand in the table of
 * docs/reviewed-actions.md.
 */
export const consequences = {
  reads: "only reads: configuration, state, names",
  showsContent: "shows what is on a node or in a secret, opens nothing",
  elsewhere: "works on other things than nodes",
  nodeLifecycle: "starts, stops, sizes or ends nodes; nobody gets in",
  endsAccess: "takes access away; stays open for incident response",
  agent: "called by the agent on the node; denying it cuts the node off",
  callersRights: "acts with the rights of the caller or of a role passed, which the SCPs bind",
  closedOtherwise:
    "closed by an RCP, by a resource's own policy or by belonging to another account",
  network: "open by nature: a way through the network; a key or password on the node still decides",
  disk: "open by nature: copies, moves or replaces a disk",
  delivery: "open by nature: delivers code or a role to nodes by design",
  otherMachine:
    "opens a terminal or a sandbox on a machine of AWS's that is no node of the account",
  notClosed: "an access path that no guardrail closes yet",
} as const;

export type Consequence = keyof typeof consequences;

/** Actions of one service that somebody looked at and judged alike. */
export interface ReviewedGroup {
  readonly consequence: Consequence;
  /** Why these actions belong there, as a sentence that an auditor reads. */
  readonly reason: string;
  /** Names without the service prefix, exactly as AWS writes them: a wildcard would hide a new action. */
  readonly actions: readonly string[];
}

/** Every action of a service that no access path holds. */
export interface ServiceReview {
  /** The prefix of the service's actions. */
  readonly service: string;
  readonly groups: readonly ReviewedGroup[];
}

/** The names of a text, apart by white space: lists of hundreds stay readable. */
export function names(text: string): string[] {
  return text.trim().split(/\s+/);
}
