import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { CompiledPolicy } from "../iam/compile";
import { evaluate } from "../iam/evaluate";
import { actionsOf, pathsOntoNodes } from "../guardrails/catalogue";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { managementAccount, roleArn } from "../model/names";
import { likenessOf } from "./alike";
import { Opening, openingsInto } from "../model/openings";
import {
  denying,
  exceptSinceRevocation,
  exceptOpenings,
  exceptPeople,
  exceptWindows,
} from "./grantedSessions";
import { someRoleId } from "./nodeSession";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { statementsAbout, statementsBeside } from "./statementsAbout";

/** What opens a session, takes one up again and carries what is typed, and what a desktop needs besides. */
export const sessionActions: readonly string[] = [
  "ssm:StartSession",
  "ssm:ResumeSession",
  "ssmmessages:OpenDataChannel",
  "ssm-guiconnect:StartConnection",
  "ec2:GetPasswordData",
];

/** One question about sessions of OSAccess. */
export interface SessionQuestion {
  /** The sentence that it belongs to; several questions may. */
  readonly claim: string;
  /** Whose sessions; everybody's where it is not said. */
  readonly user?: string;
  /** Who has grants, where the question is about everybody else. */
  readonly beside?: readonly string[];
  /** What is granted, and so is no part of the question. */
  readonly granted: ReturnType<typeof exceptWindows>;
  readonly requests: RequestSet;
  /** A question that leaves out less: where it is proved, so is this one. */
  readonly partOf?: SessionQuestion;
}

/**
 * What the grants of an account say of OSAccess there, as questions to its planned documents: none where the window holds on
 * taking the role alone. For one user the documents are asked about all times at once. The prover divides time at every date
 * that a statement names; between two of them no comparison changes its answer, so that one moment stands for each piece.
 */
export function sessionQuestions(
  zone: LandingZone,
  account: KnownAccount,
  role: string,
): SessionQuestion[] {
  if (account.osAccess.windows === "assume-role") {
    return [];
  }
  const openings = openingsInto(zone, account);
  const byUser = new Map<string, Opening[]>();
  for (const opening of openings) {
    const { user } = opening.grant;
    byUser.set(user, [...(byUser.get(user) ?? []), opening]);
  }
  const principals = [roleArn(zone, account.id, role)];
  const requests = { principals, actions: sessionActions, resources: ["*"] };
  const users = [...byUser.keys()];
  const each = [...byUser].map(([user, own]) => ({
    user,
    open: own.filter(({ from, startUntil }) => from < startUntil),
    revocations: [...new Set(own.flatMap(({ grant }) => grant.revoked ?? []))],
  }));
  return [
    {
      claim: "nobody without a grant starts, resumes or carries on a session",
      beside: users,
      granted: exceptPeople(users),
      requests,
    },
    ...each.flatMap(({ user, open }) => {
      const beyond = {
        claim: "in a window the nodes and channels of the grant alone are open",
        user,
        granted: exceptOpenings(zone, account, open),
        requests,
      };
      const outside = {
        claim: "nobody does so before, between or after their windows",
        user,
        granted: exceptWindows(open),
        requests,
        partOf: beyond,
      };
      return [outside, beyond];
    }),
    ...each.flatMap(({ user, revocations }) =>
      revocations.map((moment) => ({
        claim: "credentials from before a revocation do nothing",
        user,
        granted: exceptSinceRevocation(moment),
        requests: { ...requests, actions: anything, present: ["aws:TokenIssueTime"] },
      })),
    ),
  ];
}

/** Everything that lets somebody into an OS, and some of what OSAccess does besides. */
const anything = [
  ...new Set([
    ...sessionActions,
    ...actionsOf(pathsOntoNodes),
    "ec2:DescribeInstances",
    "kms:GenerateDataKey",
    "s3:GetObject",
    "ssm:TerminateSession",
  ]),
];

/** Asks of the planned documents of OSAccess, with no SCP at all, and of questions that are alike once. */
export class SessionProver {
  private readonly known = new Map<string, AccessCheck>();
  private readonly proved = new WeakMap<SessionQuestion, AccessCheck>();

  constructor(private readonly organization: PlannedOrganization) {}

  prove(account: KnownAccount, role: PlannedIdentity, question: SessionQuestion): AccessCheck {
    const { user, granted, beside, partOf } = question;
    const whole = partOf && this.prove(account, role, partOf);
    const before = whole?.result === "proved" ? whole : this.proved.get(question);
    if (before !== undefined) {
      return before;
    }
    const { identity, boundary } = this.organization.rightsOf(account, role);
    const all = { all: identity, boundary };
    if (user !== undefined) {
      const check = this.ask(
        account,
        { ...question, granted: [...granted, ...exceptOthers(user)] },
        { ...all, about: statementsAbout(user, identity) },
      );
      this.proved.set(question, check);
      return check;
    }
    // Of everybody at once more is proved, and the same in every account; where that fails the people with grants are left out.
    const policies = { ...all, about: statementsBeside(beside ?? [], identity) };
    const ofAll = this.ask(account, { ...question, granted: [] }, policies);
    return ofAll.result === "proved" ? ofAll : this.ask(account, question, policies);
  }

  private ask(
    { id }: KnownAccount,
    { user, requests, granted }: SessionQuestion,
    { all, about, boundary }: AskedPolicies,
  ): AccessCheck {
    const every = [...about, ...(boundary ? [boundary] : [])];
    const whole = { requests, granted, bounded: boundary !== undefined };
    const alike = likenessOf(every, requests.actions, whole, id, user);
    const known = this.known.get(alike);
    if (known !== undefined) {
      return known;
    }
    const rest = { boundary, managementAccount: managementAccount(this.organization.zone).id };
    const identity = [...about, ...denying(granted)];
    const check = checkAccessNotGranted({ ...rest, identity }, requests);
    if (check.result === "proved") {
      const shared = new Set(all.map(({ id }) => id));
      const changed = new Set(about.flatMap((policy) => (all.includes(policy) ? [] : [policy.id])));
      // What is called after one person is not named to another.
      const statements = check.statements.filter(
        ({ policy }) => shared.has(policy) && !changed.has(policy),
      );
      const proved = { ...check, statements };
      this.known.set(alike, proved);
      return proved;
    }
    if (check.result === "undecided") {
      return check;
    }
    // As it stands in the plan, with every statement at its place, and with a session that has an owner.
    const context = { "aws:userid": `${someRoleId}:somebody`, ...check.request.context };
    const request = { ...check.request, context };
    const decision = evaluate(request, { ...rest, identity: all });
    return decision.result === "allowed"
      ? { ...check, request, decision }
      : { result: "undecided", reason: "a request was found that the whole plan does not allow" };
  }
}

interface AskedPolicies {
  /** Everything that the role holds. */
  readonly all: readonly CompiledPolicy[];
  /** What of it has a say. */
  readonly about: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
}

/** What the policies say of the sessions of one person, and nothing of anybody else's. */
export function policiesAbout(user: string, policies: readonly CompiledPolicy[]): CompiledPolicy[] {
  return [...statementsAbout(user, policies), ...denying(exceptOthers(user))];
}

function exceptOthers(user: string): SessionQuestion["granted"] {
  const Condition = { StringNotLike: { "aws:userid": `*:${user}` } };
  return [{ Action: ["*"], Resource: ["*"], Condition }];
}
