import { CompiledPolicy } from "../iam/compile";
import { CompiledStatement, PolicyKind, StatementReference } from "../iam/compiledStatement";
import { Policies } from "../iam/decision";
import { PreparedRequest, Question, Request } from "../iam/request";
import { isUnderResourceControl } from "../iam/resourceControl";
import { No, Yes } from "../iam/truth";
import { OrganizationPolicies } from "../guardrails/organizationPolicies";

/** What the policies of one kind, at one level of the organization, say to a request. */
export interface LevelAnswer {
  readonly kind: PolicyKind;
  /** `Root`, an OU's path or an account's name, of SCPs and RCPs. */
  readonly level?: string;
  /** Of several resources the worst. `may` stands where it hangs on what is not known. */
  readonly answer: Answer;
  /** The statements that answer so. */
  readonly statements: readonly StatementReference[];
}

const ranked = ["denies", "does not allow", "may deny", "may allow", "allows"] as const;

type Answer = (typeof ranked)[number];

/** The policies of a request with the names of their levels. */
export interface NamedPolicies {
  readonly policies: Policies;
  /** Of the caller's account; none where no SCP binds him. */
  readonly caller?: OrganizationPolicies;
  /** Of the resource's account. */
  readonly resource?: OrganizationPolicies;
}

/**
 * The answer of each policy that has a say, in the order in which a person looks for the one that denies. How they
 * come to a decision together is for `evaluate` to say.
 */
export function levelAnswers(
  request: Request,
  { policies, caller, resource }: NamedPolicies,
): LevelAnswer[] {
  const { questions } = new PreparedRequest(request);
  const answer = (kind: PolicyKind, some: readonly CompiledPolicy[], level?: string) => ({
    kind,
    ...(level !== undefined && { level }),
    ...worst(questions.map((question) => answerOf(some, question, kind))),
  });
  const { identity = [], boundary, session, scps = [], rcps = [] } = policies;
  const ofResource = policies.resource instanceof CompiledPolicy ? policies.resource : undefined;
  const reached = isUnderResourceControl(request.action.toLowerCase());
  return [
    ...scps.map((level, index) => answer("scp", level, caller?.levels[index])),
    ...(reached ? rcps.map((level, index) => answer("rcp", level, resource?.levels[index])) : []),
    ...(boundary === undefined ? [] : [answer("boundary", [boundary])]),
    ...(session === undefined ? [] : [answer("session", session)]),
    answer("identity", identity),
    ...(ofResource === undefined ? [] : [answer(ofResource.kind, [ofResource])]),
  ];
}

interface Said {
  readonly answer: Answer;
  readonly statements: readonly StatementReference[];
}

function worst(answers: readonly Said[]): Said {
  return answers.reduce((first, second) =>
    ranked.indexOf(second.answer) < ranked.indexOf(first.answer) ? second : first,
  );
}

function answerOf(policies: readonly CompiledPolicy[], question: Question, kind: PolicyKind): Said {
  const { action } = question;
  const found = (effect: "denies" | "allows", truth: "yes" | "maybe") =>
    policies
      .flatMap((policy) => policy.statementsFor(action)[effect])
      .filter((statement) => truthOf(statement, question) === truth)
      .map(({ reference }) => reference);
  const denies = found("denies", "yes");
  if (denies.length > 0) {
    return { answer: "denies", statements: denies };
  }
  const mayDeny = found("denies", "maybe");
  if (mayDeny.length > 0) {
    return { answer: "may deny", statements: mayDeny };
  }
  const allows = found("allows", "yes");
  // An RCP only denies: AWS's own one that allows cannot be detached.
  if (allows.length > 0 || kind === "rcp") {
    return { answer: "allows", statements: allows };
  }
  const mayAllow = found("allows", "maybe");
  return { answer: mayAllow.length > 0 ? "may allow" : "does not allow", statements: mayAllow };
}

function truthOf(statement: CompiledStatement, question: Question): "yes" | "no" | "maybe" {
  const truth = statement.applies(question);
  return truth === Yes ? "yes" : truth === No ? "no" : "maybe";
}
