import { compileCondition, ConditionTest } from "./compileCondition";
import { isAbout, PrincipalElement } from "./compilePrincipals";
import { compileResources } from "./compileResources";
import { ValueTest } from "./operators/test";
import { PolicyDocument, Statement } from "./policyDocument";
import { Question } from "./request";
import { RequestContext } from "./requestContext";
import { and, No, not, Truth, Unknown, Yes } from "./truth";

export type PolicyKind = "identity" | "boundary" | "session" | "scp" | "rcp" | "resource" | "trust";

/** Which statement of which policy. */
export interface StatementReference {
  readonly kind: PolicyKind;
  /** The name or ARN that the policy was compiled with. */
  readonly policy?: string;
  readonly sid?: string;
  /** Its place in the document, from 0. */
  readonly index: number;
}

/** A statement made ready to be asked about many requests for actions that it covers. */
export class CompiledStatement {
  readonly reference: StatementReference;
  private readonly principals: PrincipalElement | undefined;
  private readonly notPrincipals: PrincipalElement | undefined;
  private readonly resources: ValueTest | undefined;
  private readonly notResources: ValueTest | undefined;
  private readonly conditions: readonly ConditionTest[];
  private readonly everyResource: boolean;
  /** The answer for the last context: on every resource of a request it is the same. */
  private lastContext: RequestContext | undefined;
  private lastAnswer: Truth = No;

  constructor(
    readonly statement: Statement,
    version: PolicyDocument["version"],
    reference: Omit<StatementReference, "sid">,
  ) {
    const variables = version === "2012-10-17";
    const { sid, principals, notPrincipals, resources, notResources, conditions } = statement;
    this.reference = { ...reference, ...(sid !== undefined && { sid }) };
    const ofResource = reference.kind === "resource" || reference.kind === "trust";
    const missing = ofResource ? [] : undefined;
    this.principals = element(principals ?? (notPrincipals ? undefined : missing));
    this.notPrincipals = element(notPrincipals);
    this.resources = resources && compileResources(resources, variables);
    this.notResources = notResources && compileResources(notResources, variables);
    if (!this.resources && !this.notResources) {
      this.resources = ofResource ? () => Yes : withoutResource;
    }
    this.everyResource = resources?.includes("*") ?? false;
    this.conditions = conditions.map((condition) => compileCondition(condition, variables));
  }

  /**
   * Whether the statement applies to a request for an action that it covers. A Deny with NotPrincipal takes in whoever
   * has a permissions boundary, named or not.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
   */
  applies(question: Question, bounded = false): Truth {
    if (bounded && this.notPrincipals !== undefined && this.statement.effect === "Deny") {
      return this.isMet(question);
    }
    const { context } = question;
    if (!this.everyResource || context.isHeard) {
      return this.isAboutAndMet(question);
    }
    if (this.lastContext !== context) {
      this.lastAnswer = this.isAboutAndMet(question);
      this.lastContext = context;
    }
    return this.lastAnswer;
  }

  private isAboutAndMet(question: Question): Truth {
    const about = isAbout(this.principals, this.notPrincipals, question.caller, question.context);
    return about === No ? No : and(about, this.isMet(question));
  }

  /** How far an Allow of a resource policy reaches the caller, by the way in which it names him. */
  grants(question: Question): { itself: Truth; role: Truth; account: Truth } {
    const { caller, context } = question;
    const met = this.isMet(question);
    if (met === No || this.principals === undefined) {
      const itself = met === No ? No : this.applies(question);
      return { itself, role: No, account: No };
    }
    return {
      itself: and(met, this.principals.namesItself(caller, context)),
      role: and(met, this.principals.namesRole(caller, context)),
      account: and(met, this.principals.namesAccount(caller)),
    };
  }

  /** Resource and conditions, whoever asks. */
  isMet({ arn, context }: Question): Truth {
    let answer: Truth = this.resources?.(arn, context) ?? not(this.notResources!(arn, context));
    for (const condition of this.conditions) {
      if (answer === No) {
        break;
      }
      answer = and(answer, condition(context));
    }
    return answer;
  }
}

function element(principals: Statement["principals"]): PrincipalElement | undefined {
  return principals && new PrincipalElement(principals);
}

/** AWS takes no such document but for trust and some resource policies, so nobody knows what it would mean. */
const withoutResource: ValueTest = (_, context) => {
  context.doubt("Resource");
  return Unknown;
};
