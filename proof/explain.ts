import { RequestSet } from "../iam/accessCheck";
import { Request } from "../iam/request";
import { KnownAccount } from "../model/landingZone";
import { identityAccount, roleArn } from "../model/names";
import { AccessPath } from "../guardrails/accessPath";
import { RoleTakers } from "./accessWindows";
import { Assumption, Circumstances, ExplainOptions } from "./assumption";
import {
  asInThePathProof,
  asInTheRoleProof,
  asInTheSessionProof,
  ExplainedPolicies,
  openResources,
  policiesFor,
} from "./explainedPolicies";
import { catalogue } from "../guardrails/catalogue";
import { Explanation, Step, exampleOf, explanationOf, stepOf, stepOfSet } from "./explanation";
import { nodeSession, RoleSession, sessionOf } from "./nodeSession";
import { windowNotes } from "./windowNotes";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { attackOf } from "./proofOfPath";

/** What is asked: an access path of the catalogue, or a single action. */
export type AskedPath = AccessPath | { readonly action: string };

/** Whether an administrator of the account who is none of the exempt roles gets through, whatever he does. */
export function explainAnyone(
  organization: PlannedOrganization,
  account: KnownAccount,
  path: AskedPath,
  options: ExplainOptions,
): Explanation {
  const requests = requestSet(organization, account, path, options);
  const named = asInThePathProof(organization, exampleOf(requests));
  return explanationOf([stepOfSet(`anyone in ${account.name}`, requests, named, named.notes)]);
}

/** Whether one principal, given by his ARN, gets through. */
export function explainPrincipal(
  organization: PlannedOrganization,
  principal: string,
  account: KnownAccount,
  path: AskedPath,
  options: ExplainOptions,
): Explanation {
  return explanationOf([pathStep(organization, principal, account, path, options)]);
}

/** One request of the proof, decided again as the proof decides it. */
export function explainRequest(organization: PlannedOrganization, request: Request): Explanation {
  const named =
    asInTheRoleProof(organization, request) ??
    asInTheSessionProof(organization, request) ??
    asInThePathProof(organization, request);
  return explanationOf([stepOf("the request", request, named, named.notes)]);
}

/**
 * Whether a user of the identity account gets through: he takes a role of the account and then makes the call. Of several
 * roles that he can take it is the one that gets furthest, OSAccess before others.
 */
export function explainUser(
  organization: PlannedOrganization,
  user: PlannedIdentity,
  account: KnownAccount,
  path: AskedPath,
  options: ExplainOptions,
): Explanation {
  const { zone } = organization;
  const roles = organization
    .planned(account)
    .identities.filter(({ kind, path, trust }) => kind === "role" && path !== undefined && trust)
    .filter(
      ({ name }) => name === zone.osAccessRole || zone.roles.some((role) => role.name === name),
    );
  if (roles.length === 0) {
    throw new Error(`${account.name} has no role that users take.`);
  }
  const ways = roles
    .sort((a, b) => Number(b.name === zone.osAccessRole) - Number(a.name === zone.osAccessRole))
    .map((role) => {
      const taken = assumptionStep(organization, user, account, role, options);
      const arn = roleArn(zone, account.id, role.name);
      const holds = role.name === zone.osAccessRole && account.osAccess.windows === "sessions";
      const then = (issued?: string) => {
        const session = holds
          ? { user: user.name, ...(issued !== undefined && { issued }) }
          : undefined;
        return pathStep(organization, arn, account, path, options, session);
      };
      if (taken.decision.result === "allowed") {
        return explanationOf([taken, then(options.at)]);
      }
      return holds && forOsAccess(path) && couldBefore(organization, user, account, role, options)
        ? explanationOf([taken, withOldCredentials(user, then())])
        : explanationOf([taken]);
    });
  const opened = ways.find(({ allowed }) => allowed);
  if (opened !== undefined || forOsAccess(path)) {
    return opened ?? ways[0]!;
  }
  const furthest = Math.max(...ways.map(({ steps }) => steps.length));
  return ways.find(({ steps }) => steps.length === furthest)!;
}

/** Whether the time alone keeps the user from the role, so that he may hold credentials of an hour ago. */
function couldBefore(
  organization: PlannedOrganization,
  user: PlannedIdentity,
  account: KnownAccount,
  role: PlannedIdentity,
  { at, ...options }: ExplainOptions,
): boolean {
  const taker = new RoleTakers(organization)
    .of(account, role)
    .find((each) => each.user === user.name);
  return (
    at !== undefined &&
    (taker?.windows ?? []).some(({ from }) => {
      const inside = { ...options, ...(from !== undefined && { at: from }) };
      return (
        assumptionStep(organization, user, account, role, inside).decision.result === "allowed"
      );
    })
  );
}

function withOldCredentials({ name }: PlannedIdentity, step: Step): Step {
  return { ...step, title: `${step.title} with credentials that ${name} took earlier` };
}

/** Whether OSAccess is the way that is meant for the path, so that it is shown also where it ends early. */
function forOsAccess(path: AskedPath): boolean {
  return "action" in path ? path.action === "ssm:StartSession" : path.exempt.includes("osAccess");
}

function assumptionStep(
  organization: PlannedOrganization,
  user: PlannedIdentity,
  account: KnownAccount,
  role: PlannedIdentity,
  circumstances: Circumstances,
): Step {
  const { request, policies } = new Assumption(organization, user, account, role, circumstances);
  const caller = organization.above(identityAccount(organization.zone));
  const named = { policies, caller, resource: organization.above(account) };
  const title = `${user.name} takes ${role.name} of ${account.name}`;
  const step = stepOf(title, request, named);
  return step.decision.result === "allowed"
    ? step
    : { ...step, notes: [windowNote(organization, user, account, role)] };
}

/** When the user could take the role, if ever. */
function windowNote(
  organization: PlannedOrganization,
  user: PlannedIdentity,
  account: KnownAccount,
  role: PlannedIdentity,
): string {
  const taker = new RoleTakers(organization)
    .of(account, role)
    .find((each) => each.user === user.name);
  const windows = (taker?.windows ?? []).map(
    ({ from = "ever", until = "ever" }) => `from ${from} until ${until}`,
  );
  return windows.length === 0
    ? `No planned policy of ${user.name} ever lets them take ${role.name} there.`
    : `With MFA the planned policies of ${user.name} let them take it ${windows.join(", ")}.`;
}

function pathStep(
  organization: PlannedOrganization,
  principal: string,
  account: KnownAccount,
  path: AskedPath,
  options: ExplainOptions,
  session?: RoleSession,
): Step {
  const name = principal
    .split("/")
    .at(-1)!
    .replace(/^arn:.*:/, "");
  const requests = {
    ...requestSet(organization, account, path, options, session),
    principals: [principal],
    except: [],
  };
  if (requests.actions.includes("ssm:StartSession")) {
    const request = nodeSession(organization.zone, account, principal, options, session);
    const named = withoutResourcePolicy(policiesFor(organization, request));
    const step = stepOf(`${name} starts a session`, request, named, named.notes);
    return step.decision.result === "implicitly denied"
      ? { ...step, notes: [...step.notes, ...windowNotes(request, named.policies)] }
      : step;
  }
  const named = policiesFor(organization, exampleOf(requests));
  return stepOfSet(`${name} in ${account.name}`, requests, named, named.notes);
}

function requestSet(
  { zone }: PlannedOrganization,
  account: KnownAccount,
  path: AskedPath,
  { at, context }: ExplainOptions,
  session?: RoleSession,
): RequestSet {
  const requests = attackOf(zone, account, "action" in path ? pathOf(path.action) : path);
  return {
    ...requests,
    context: {
      ...requests.context,
      ...sessionOf(session, at),
      ...context,
    },
  };
}

/**
 * A node has no policy of its own that could open it, to another account least of all.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html
 */
function withoutResourcePolicy(named: ExplainedPolicies): ExplainedPolicies {
  return {
    ...named,
    policies: { ...named.policies, resource: undefined },
    notes: named.notes.filter((note) => note !== openResources),
  };
}

/** Any call of an action, on whatever there is, by whoever no path with that action exempts. */
function pathOf(action: string): AccessPath {
  const exempt = catalogue
    .filter(({ actions }) => actions.includes(action))
    .flatMap((path) => path.exempt);
  return {
    id: action,
    title: "",
    can: action,
    opens: "",
    actions: [action],
    exempt: [...new Set(exempt)],
    source: "",
  };
}
