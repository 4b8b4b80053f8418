import { AccessPath } from "./accessPath";
import { otherServicePaths } from "./accessPaths/otherServices";
import { protectionPaths } from "./accessPaths/protection";
import { remoteCommandPaths } from "./accessPaths/remoteCommands";
import { sessionPaths } from "./accessPaths/sessions";

/** Every access path that a service control policy closes, in the order in which the SCPs list them. */
export const catalogue: readonly AccessPath[] = [
  ...sessionPaths,
  ...remoteCommandPaths,
  ...otherServicePaths,
  ...protectionPaths,
];

/** The actions of some paths, each once: several paths may hold one action, on other resources. */
export function actionsOf(paths: readonly AccessPath[]): string[] {
  return [...new Set(paths.flatMap(({ actions }) => actions))];
}

/** The paths that end on a node, without those that only protect the guardrails themselves. */
export const pathsOntoNodes: readonly AccessPath[] = [
  ...sessionPaths,
  ...remoteCommandPaths,
  ...otherServicePaths,
];
