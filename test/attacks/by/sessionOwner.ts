import { Context, RequestResource } from "../../../iam/request";
import { osAccess, withoutOsAccessDeny, withoutRcps, withoutScps } from "../world/people";
import { Place, preferences, sessionOf } from "../world/places";
import { Attack, Change, Step, Use } from "../world/scenario";
import { othersThan, SessionRight, sessionRights } from "./sessionRights";

/* Inside OSAccess: a session of the role was taken in time and lives for its hour, whatever the grants say meanwhile. */

/** What AWS says in a policy of its own is not ours to judge. */
export const withoutReadOnlyAccess: Change = (world) =>
  world.with(new Map([["arn:aws:iam::aws:policy/ReadOnlyAccess", undefined]]));

/** The statements of grants alone: no SCP, no RCP, no Deny of the role, nothing of AWS's. */
export const grantsAlone: readonly Change[] = [
  withoutScps,
  withoutRcps,
  withoutOsAccessDeny,
  withoutReadOnlyAccess,
];

const byName = { "ssm:SessionDocumentAccessCheck": "true" };
const regions = ["ap-northeast-1", "us-east-1"];

/** Another region, so that a statement about one is not asked about it alone. */
export const placesOf = ({ account }: SessionRight): Place[] =>
  regions.map((region) => ({ account, region }));

interface Attempt {
  readonly place: Place;
  readonly name?: string;
  readonly at?: string;
  readonly node?: RequestResource;
  readonly document?: string;
  readonly call?: string;
  readonly context?: Context;
}

export function starts(right: SessionRight, attempt: Attempt): Step {
  const { place, name = right.user, at = right.inside[0], call = "ssm:StartSession" } = attempt;
  const { node = right.nodes(place)[0]!, document = right.documents(place)[0]! } = attempt;
  const context = { "aws:CurrentTime": at, ...byName, ...attempt.context };
  return { as: osAccess(right.account, name), call, on: [node, document], context };
}

/** Takes up a session of his own again, or carries what is typed in it. */
function carriesOn(
  { user, inside: [first] }: SessionRight,
  call: string,
  { place, name = user, at = first, context }: Attempt,
): Step {
  const tag = `AROA${place.account}OSACCESS:${name}`;
  return {
    as: osAccess(place.account, name),
    call,
    on: [
      {
        arn: sessionOf(place, name),
        context: { "ssm:resourceTag/aws:ssmmessages:session-id": tag },
      },
    ],
    context: { "aws:CurrentTime": at, ...context },
  };
}

const carrying = ["ssm:ResumeSession", "ssmmessages:OpenDataChannel"];

/** Every call that a window opens, each in both regions. */
function everyCall(right: SessionRight, attempt: Omit<Attempt, "place">): Step[] {
  return placesOf(right).flatMap((place) => [
    ...right.nodes(place).flatMap((node) => {
      const step = starts(right, { ...attempt, place, node });
      // AWS looks at node and document each by itself, and both must pass: so a test does.
      return [step, { ...step, on: [node] }];
    }),
    ...carrying.map((call) => carriesOn(right, call, { ...attempt, place })),
  ]);
}

export const said = ({ user, account }: SessionRight) => `${user}, given sessions in ${account},`;
const nameOf = (arn: string) => arn.split(":").slice(3).join(":");

/** Once as deployed, and once with nothing left but the statements of grants, so that none of them rests on another. */
function bothWays(name: string, step: Step): Attack[] {
  return [
    { name, steps: [step], because: ["no identity"] },
    {
      name: `${name}, where only grants are left`,
      given: grantsAlone,
      steps: [step],
      because: ["no identity"],
    },
  ];
}

function timesAndNames(right: SessionRight): Attack[] {
  return [
    ...right.outside.flatMap((at) =>
      everyCall(right, { at }).flatMap((step) =>
        bothWays(`${said(right)} calls ${step.call} on ${targetOf(step)} at ${at}`, step),
      ),
    ),
    ...othersThan(right.user)
      .filter((name) => !hasOwn(right, name))
      .flatMap((name) =>
        everyCall(right, { name }).flatMap((step) =>
          bothWays(
            `${name} calls ${step.call} on ${targetOf(step)} in the window of ${said(right)}`,
            step,
          ),
        ),
      ),
  ];
}

/** Whether somebody else has a window of his own there at that time. */
function hasOwn({ account, inside: [at] }: SessionRight, name: string): boolean {
  return sessionRights.some(
    ({ user, account: where, inside: [from, until] }) =>
      user === name && where === account && from <= at && at <= until,
  );
}

function targetOf({ on = [] }: Step): string {
  return on.map((each) => nameOf(typeof each === "string" ? each : each.arn)).join(" and ");
}

function nodesAndChannels(right: SessionRight): Attack[] {
  return placesOf(right).flatMap((place) => {
    const alone = (what: string, step: Step): Attack => ({
      name: `${said(right)} ${what} in ${place.region}, where only grants are left`,
      given: grantsAlone,
      steps: [step],
      because: ["no identity"],
    });
    return [
      ...Object.entries(right.otherNodes(place)).map(([what, node]) =>
        alone(`enters a node ${what}`, starts(right, { place, node })),
      ),
      ...right
        .otherDocuments(place)
        .map((document) => alone(`opens ${nameOf(document)}`, starts(right, { place, document }))),
      alone("sends a command to a node of the grant", {
        ...starts(right, { place, call: "ssm:SendCommand" }),
        on: right.nodes(place).slice(0, 1),
      }),
      ...(right.documents(place).includes(preferences(place))
        ? []
        : [
            alone("names no document, which is a shell to old clients,", {
              ...starts(right, { place, context: { "ssm:SessionDocumentAccessCheck": "false" } }),
              on: [right.nodes(place)[0]!],
            }),
          ]),
      alone("ends the session of somebody else", {
        ...carriesOn(right, "ssm:TerminateSession", { place }),
        on: [sessionOf(place, "mallory")],
      }),
    ];
  });
}

/** Of two people who may be in the same account at the same time each has his own nodes and channels. */
const together: readonly Attack[] = sessionRights.flatMap((right) =>
  sessionRights
    .filter(({ user, account }) => user !== right.user && account === right.account)
    .flatMap((other) =>
      placesOf(right).flatMap((place) => {
        const at = right.inside[0] > other.inside[0] ? right.inside[0] : other.inside[0];
        const strange = other
          .documents(place)
          .filter((each) => !right.documents(place).includes(each));
        return strange.map((document): Attack => ({
          name: `${said(right)} uses ${nameOf(document)}, which is open to ${other.user} at the same time`,
          steps: [starts(right, { place, at, document, node: other.nodes(place)[0] })],
          because: [],
        }));
      }),
    ),
);

/** Whoever has credentials of OSAccess and wants to start, resume or carry on a session beyond his grant. */
export const bySessionOwners: readonly Attack[] = [
  ...sessionRights.flatMap((right) => [...timesAndNames(right), ...nodesAndChannels(right)]),
  ...together,
];

/** Everybody starts, resumes and carries on in the first and the last second of his window, in both regions. */
export const ofSessionOwners: readonly Use[] = sessionRights.map((right) => ({
  name: `${said(right)} uses them from the first second to the last`,
  given: [withoutReadOnlyAccess],
  steps: right.inside.flatMap((at) => [
    ...everyCall(right, { at }),
    ...placesOf(right).flatMap((place) =>
      right.documents(place).map((document) => starts(right, { place, at, document })),
    ),
  ]),
}));
