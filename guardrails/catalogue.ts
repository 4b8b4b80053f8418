import { AccessPath } from "./accessPath";
import { assumptionPaths } from "./accessPaths/assumption";
import { documentPaths } from "./accessPaths/documents";
import { identityPaths } from "./accessPaths/identity";
import { nodePaths } from "./accessPaths/nodes";
import { otherServicePaths } from "./accessPaths/otherServices";
import { pipelinePaths } from "./accessPaths/pipeline";
import { recordPaths } from "./accessPaths/records";
import { remoteCommandPaths } from "./accessPaths/remoteCommands";
import { rolePaths } from "./accessPaths/roles";
import { sessionExpiryPaths } from "./accessPaths/sessionExpiry";
import { sessionPaths } from "./accessPaths/sessions";

/** The paths that end on a node, without those that only protect the guardrails themselves. */
export const pathsOntoNodes: readonly AccessPath[] = [
  ...sessionPaths,
  ...remoteCommandPaths,
  ...documentPaths,
  ...nodePaths,
  ...otherServicePaths,
];

/** Every access path that a service control policy closes, in the order in which the SCPs list them. */
export const catalogue: readonly AccessPath[] = [
  ...pathsOntoNodes,
  ...rolePaths,
  ...assumptionPaths,
  ...identityPaths,
  ...pipelinePaths,
  ...recordPaths,
  ...sessionExpiryPaths,
];

/** The actions of some paths, each once: several paths may hold one action, on other resources. */
export function actionsOf(paths: readonly AccessPath[]): string[] {
  return [...new Set(paths.flatMap(({ actions }) => actions))];
}
