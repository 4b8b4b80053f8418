import { CompiledPolicy } from "../../../iam/compile";
import { Decision } from "../../../iam/decision";
import { evaluate } from "../../../iam/evaluate";
import { Context, PreparedRequest, RequestResource } from "../../../iam/request";
import { Actor } from "./actor";
import { accountOf, World } from "./world";

/** How a world differs from the one before. */
export type Change = (world: World) => World;

/** One API call. */
export interface Step {
  readonly as: Actor;
  readonly call: string;
  /** Every resource that the call touches; none for an action without. */
  readonly on?: readonly (string | RequestResource)[];
  readonly context?: Context;
  /** What the world is like once the call went through. */
  readonly then?: Change;
}

/** A sequence of calls that must break off. */
export interface Attack {
  readonly name: string;
  /** What went wrong before it begins. */
  readonly given?: readonly Change[];
  readonly steps: readonly Step[];
  /** Place of the step that must be refused, from 0; all before it go through. The last where it is not said. */
  readonly stopsAt?: number;
  /**
   * Sids of statements that refuse it, or who does not allow it: `no identity`, none of the caller's policies does;
   * `no resource`, the trust or other policy of the resource does not. Nothing: whoever it is.
   */
  readonly because: readonly string[];
}

/** Calls that must all go through. */
export interface Use {
  readonly name: string;
  readonly given?: readonly Change[];
  readonly steps: readonly Step[];
}

export type Scenario = Attack | Use;

/** The place of the step at which an attack must break off; undefined for a use. */
export function stopOf(scenario: Scenario): number | undefined {
  return "because" in scenario ? (scenario.stopsAt ?? scenario.steps.length - 1) : undefined;
}

/** How far a sequence of calls came. */
export interface Outcome {
  /** The place of the first step that did not go through. */
  readonly stoppedAt?: number;
  /** The decision on the last step that was tried. */
  readonly last: Decision;
}

/** Plays the steps until one is not allowed; an unknown decision stops it too. */
export function play(world: World, { given = [], steps }: Scenario): Outcome {
  let now = given.reduce((changed, change) => change(changed), world);
  let last: Decision | undefined;
  for (const [stoppedAt, step] of steps.entries()) {
    last = decide(now, step);
    if (last.result !== "allowed") {
      return { stoppedAt, last };
    }
    now = step.then?.(now) ?? now;
  }
  return { last: last! };
}

/** The decision on one call. */
export function decide(world: World, step: Step): Decision {
  return evaluate(requestOf(world, step), world.policiesFor(step.as.bearer, arnsOf(step)));
}

const requests = new WeakMap<Step, PreparedRequest>();

/** A step asks the same in every world of the organization. */
export function requestOf(world: World, step: Step): PreparedRequest {
  let request = requests.get(step);
  if (request === undefined) {
    const { as, call, on = [], context } = step;
    request = new PreparedRequest({
      principal: as.principal,
      role: as.role,
      action: call,
      resources: on.map((resource) => {
        const { arn, ...own } = typeof resource === "string" ? { arn: resource } : resource;
        return { arn, ...own, context: { ...ownership(world, arn), ...own.context } };
      }),
      resourceAccount: arnsOf(step)
        .map(accountOf)
        .find((id) => id !== undefined),
      context: { ...circumstances, ...membership(world, as), ...as.context, ...context },
    });
    requests.set(step, request);
  }
  return request;
}

function arnsOf({ on = [] }: Step): string[] {
  return on.map((resource) => (typeof resource === "string" ? resource : resource.arn));
}

/** Within alice's window, from the Tokyo office. */
export const circumstances: Context = {
  "aws:CurrentTime": "2026-12-01T01:00:00Z",
  "aws:RequestedRegion": "ap-northeast-1",
  "aws:SecureTransport": "true",
  "aws:SourceIp": "203.0.113.10",
  "aws:UserAgent": "aws-cli/2.31",
  "aws:ViaAWSService": "false",
};

function membership(world: World, { bearer }: Actor): Context {
  const organization = world.organizationOf(bearer?.account);
  return organization ? { "aws:PrincipalOrgID": organization } : {};
}

function ownership(world: World, arn: string): Context {
  const account = accountOf(arn);
  const organization = world.organizationOf(account);
  return {
    ...(account && { "aws:ResourceAccount": account }),
    ...(organization && { "aws:ResourceOrgID": organization }),
  };
}

/** The titles of the deployed documents that have a say in a call. */
export function titlesAsked(world: World, step: Step): string[] {
  const {
    scps = [],
    rcps = [],
    identity = [],
    boundary,
    resource,
  } = world.policiesFor(step.as.bearer, arnsOf(step));
  return [
    ...scps.flat(),
    ...rcps.flat(),
    ...identity,
    ...(boundary ? [boundary] : []),
    ...(resource instanceof CompiledPolicy ? [resource] : (resource?.values() ?? [])),
  ].flatMap(({ id }) => id ?? []);
}
