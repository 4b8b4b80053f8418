import { PolicyDocument } from "../../support";
import { Actor, service, session } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { withoutScps } from "../world/people";
import { bucket, logGroup, logStream, Place, places, stranger, transcript } from "../world/places";
import { Attack, Change, Use } from "../world/scenario";

/** A resource policy that lets everybody in. */
const open: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "Open", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};

/** Somebody opened a log bucket or a log group to the world. */
const opened =
  (arn: string): Change =>
  (world) =>
    world.with(new Map([[arn, open]]));

const eve = session(stranger, "Admin", "eve", [everything]);
const internet: Actor = { principal: { anonymous: true }, context: {} };

const reads = (place: Place) => [
  { call: "s3:GetObject", on: transcript(place), opened: bucket(place) },
  { call: "s3:ListBucket", on: bucket(place), opened: bucket(place) },
  { call: "logs:FilterLogEvents", on: logGroup(place), opened: logGroup(place) },
  { call: "logs:GetLogEvents", on: logStream(place), opened: logStream(place) },
];

/** Where only RCPs are left between the world and the transcripts. */
export const byStrangers: readonly Attack[] = places.flatMap((place) =>
  reads(place).flatMap(({ call, on, opened: arn }) =>
    [
      { who: "a stranger", as: eve },
      { who: "the internet", as: internet },
    ].map(({ who, as }) => ({
      name: `${who} calls ${call} on ${on}, which somebody opened`,
      given: [opened(arn), withoutScps],
      steps: [{ as, call, on: [on] }],
      because: ["TranscriptsStayInOrganization"],
    })),
  ),
);

/** RCPs hold neither AWS's services nor the organization's own from what resource policies give them. */
export const byServices: readonly Use[] = places.flatMap((place) =>
  reads(place).map(({ call, on, opened: arn }) => ({
    name: `a service of AWS calls ${call} on ${on}, which was opened to it`,
    given: [opened(arn), withoutScps],
    steps: [{ as: service("access-analyzer.amazonaws.com"), call, on: [on] }],
  })),
);
