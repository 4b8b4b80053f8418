import { withoutRcps, withoutRoleDenies, withoutScps } from "../world/people";
import { home, Place, places, role, web, windows } from "../world/places";
import { osAccess, deploy } from "../world/people";
import { Attack, Change, Use } from "../world/scenario";
import { raised } from "../world/tampered";
import { furtherServices } from "./furtherServices";
import { ontoNodes } from "./ontoNodes";
import { otherConsoles } from "./otherConsoles";
import { ReservedCalls } from "./reservedCalls";
import { attacksOn, usesOf } from "./reservedScenarios";
import { sessionDocuments } from "./sessionDocuments";
import { sessionLogs } from "./sessionLogs";
import { bucketRows, keyRows, reads } from "./bucketsAndKeys";

/* The policies of roles, buckets and keys alone: no SCP, no RCP, and AdministratorAccess on everybody. */

const alone: Change[] = [withoutScps, withoutRcps];

const withoutBuckets: Change = (world) =>
  world.with(
    new Map(world.titles(({ label }) => label === "log bucket").map((title) => [title, undefined])),
  );

/** Everything that the role is denied by itself, one attack for each call. */
function deniedTo(
  name: "OSAccess" | "SekishoDeploy",
  rows: readonly ReservedCalls[],
  at: readonly Place[],
): Attack[] {
  return at.flatMap((place) =>
    rows.flatMap(({ calls, on, context, aim }) =>
      on(place).flatMap((resources) =>
        calls.map((call) => ({
          name: `${name} of ${place.account} in ${place.region} with AdministratorAccess calls ${call} on ${resources.join(" and ") || "*"} to ${aim}, where nothing but its own policy is left`,
          given: [...alone, withoutBuckets, raised(role(place, name))],
          steps: [
            {
              as: name === "OSAccess" ? osAccess(place.account, "alice") : deploy(place.account),
              call,
              on: resources,
              context,
            },
          ],
          because: [],
        })),
      ),
    ),
  );
}

const logReads = sessionLogs.filter(({ calls }) => calls.includes("logs:FilterLogEvents"));
const notKeptFor = (name: "OSAccess" | "SekishoDeploy") => (row: ReservedCalls) =>
  !row.keptFor.includes(name) &&
  row.places === undefined &&
  // It opens nothing, so only the guardrails keep it.
  !row.calls.includes("ssm-guiconnect:UpdateConnectionRecordingPreferences");

/** Reads of logs that name no group. */
const queryResults: ReservedCalls = {
  aim: "read what somebody else's query found",
  calls: ["logs:GetQueryResults", "logs:GetLogFields", "logs:ListAnomalies"],
  on: () => [[]],
  keptFor: [],
};

const desktops = ontoNodes.filter(({ aim }) => aim === "open a desktop in the browser");
const keyPairs = otherConsoles.filter(({ aim }) => aim === "launch an instance with a key pair");
const newKeyPairs = furtherServices.filter(({ aim }) => aim.startsWith("make a key pair for"));
const documents = sessionDocuments.filter(
  ({ calls }) => !calls.includes("organizations:LeaveOrganization"),
);

const startsAssociations: ReservedCalls = {
  aim: "run associations beside the schedule",
  calls: ["ssm:StartAssociationsOnce", "ssm:CreateAssociationBatch"],
  on: () => [[]],
  keptFor: [],
};

/** Calls that the deploy role needs for other things, so that only guardrails hold it there. */
const leftToDeployRole = [
  ...keyPairs,
  ...documents.filter(({ calls }) => !/^config/.test(calls[0]!)),
];

const alsoAlone = (row: ReservedCalls): ReservedCalls => ({
  ...row,
  aim: `${row.aim}, where only buckets and keys are left`,
});

/** What roles, buckets and keys refuse by themselves. */
export const ownPolicyAttacks: readonly Attack[] = [
  ...deniedTo(
    "OSAccess",
    [
      ...[...ontoNodes, ...otherConsoles, ...furtherServices].filter(notKeptFor("OSAccess")),
      ...documents,
      ...keyPairs,
      ...newKeyPairs,
      queryResults,
    ],
    [...places, { account: web, region: "us-east-1" }],
  ),
  ...deniedTo("OSAccess", desktops, [home]),
  ...deniedTo(
    "SekishoDeploy",
    [
      ...[...ontoNodes, ...otherConsoles, ...furtherServices, ...documents]
        .filter(notKeptFor("SekishoDeploy"))
        .filter((row) => !leftToDeployRole.includes(row)),
      startsAssociations,
    ],
    [...places, { account: web, region: "us-east-1" }],
  ),
  ...deniedTo(
    "OSAccess",
    [reads, ...logReads],
    [
      ...places,
      { account: web, region: "us-east-1" },
      { account: windows, region: "ap-northeast-1" },
    ],
  ),
  ...deniedTo(
    "SekishoDeploy",
    [reads, ...logReads],
    [
      ...places,
      { account: web, region: "us-east-1" },
      { account: windows, region: "ap-northeast-1" },
    ],
  ),
  ...bucketRows.map(alsoAlone).flatMap((row) => attacksOn(row, [...alone, withoutRoleDenies])),
  ...keyRows.map(alsoAlone).flatMap((row) => attacksOn(row, alone)),
];

/** What they leave to whom it belongs. */
export const ownPolicyUses: readonly Use[] = [...bucketRows.slice(1), ...keyRows]
  .map(alsoAlone)
  .flatMap((row) => usesOf(row, alone));
