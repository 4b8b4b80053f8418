import { Caller, callerOf, RequestPrincipal } from "./caller";
import { accountOfArn } from "./arn";
import { smallLetters } from "./remembered";
import { RequestContext } from "./requestContext";

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** What a request would do, and what is known of its circumstances. */
export interface Request {
  readonly principal: RequestPrincipal;
  /** The ARN of the role behind a session; without it the role's path is not known. */
  readonly role?: string;
  /** `ssm:StartSession`. */
  readonly action: string;
  /** Every resource that the call touches; all must be allowed. None is the same as `*`. */
  readonly resources: readonly (string | RequestResource)[];
  /** The account of the resources whose ARN has none; the caller's where it is not said. */
  readonly resourceAccount?: string;
  /** Condition keys, but for those that follow from the principal. A key that is not here is absent. */
  readonly context?: Context;
  /** Condition keys of which the value, or whether there is one, is not known. */
  readonly unknown?: readonly string[];
}

/** A resource with condition keys of its own, such as the tags of the node that a document lacks. */
export interface RequestResource {
  readonly arn: string;
  readonly context?: Context;
  readonly unknown?: readonly string[];
}

/** A request on one of its resources, as the statements of policies are asked about it. */
export interface Question {
  readonly caller: Caller;
  /** In small letters. */
  readonly action: string;
  readonly arn: string;
  /** Undefined where neither the ARN nor the request tells, and the caller has none. */
  readonly account: string | undefined;
  readonly context: RequestContext;
}

/** A request made ready to be decided under one set of policies after another. Throws for what is no principal. */
export class PreparedRequest {
  readonly questions: readonly Question[];

  constructor(request: Request) {
    const caller = callerOf(request.principal, request.role);
    const action = smallLetters(request.action);
    const context = new RequestContext(caller, request);
    const resources = request.resources.length === 0 ? ["*"] : request.resources;
    this.questions = resources.map((resource) => {
      const arn = typeof resource === "string" ? resource : resource.arn;
      return {
        caller,
        action,
        arn,
        account: accountOf(arn) ?? request.resourceAccount ?? caller.account,
        context: typeof resource === "string" ? context : contextOf(resource, context),
      };
    });
  }
}

function contextOf(resource: RequestResource, whole: RequestContext): RequestContext {
  return resource.context === undefined && resource.unknown === undefined
    ? whole
    : new RequestContext(whole.caller, resource, whole);
}

/** What AWS owns, such as `arn:aws:iam::aws:policy/x`, is in the account of whoever uses it. */
function accountOf(arn: string): string | undefined {
  const account = accountOfArn(arn);
  return account === undefined || account === "" || account === "aws" ? undefined : account;
}
