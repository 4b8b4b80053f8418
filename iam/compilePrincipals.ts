import { Caller } from "./caller";
import { readerOf } from "./conditionKeys";
import { Principal } from "./policyDocument";
import { RequestContext } from "./requestContext";
import { and, No, not, or, Truth, truthOf, Unknown, Yes } from "./truth";

const readUserId = readerOf("aws:userid");
const accountForm = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/**
 * The Principal or NotPrincipal element of a resource policy. How it names a caller matters: a session or a user by
 * itself, a role behind a session, or only the account, which hands the decision to that account's own policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export class PrincipalElement {
  private readonly everyone: boolean;
  private readonly accounts: ReadonlySet<string>;
  private readonly arns: ReadonlySet<string>;
  private readonly uniqueIds: readonly string[];
  private readonly services: ReadonlySet<string>;
  private readonly federated: ReadonlySet<string>;
  private readonly canonicalUsers: boolean;

  constructor(principals: readonly Principal[]) {
    const valuesOf = (wanted: Principal["type"]) =>
      principals.filter(({ type }) => type === wanted).map(({ value }) => value);
    const aws = valuesOf("AWS");
    const others = aws.filter((value) => !accountForm.test(value));
    this.everyone = aws.includes("*");
    this.accounts = new Set(aws.flatMap((value) => accountForm.exec(value)?.[1] ?? []));
    this.arns = new Set(others.filter((value) => value.startsWith("arn:")));
    this.uniqueIds = others.filter((value) => /^A[A-Z0-9]+$/.test(value));
    this.services = new Set(valuesOf("Service"));
    this.federated = new Set(valuesOf("Federated"));
    this.canonicalUsers = valuesOf("CanonicalUser").length > 0;
  }

  /** Whether the element names the caller in any way. */
  names(caller: Caller, context: RequestContext): Truth {
    return or(
      this.namesAccount(caller),
      or(this.namesItself(caller, context), this.namesRole(caller, context)),
    );
  }

  /** The caller's account, which is not the caller, but for the account's root. */
  namesAccount({ account }: Caller): Truth {
    return truthOf(account !== undefined && this.accounts.has(account));
  }

  /** The user, the session, the service, the provider; or everyone. */
  namesItself(caller: Caller, context: RequestContext): Truth {
    const { kind, id } = caller;
    if (this.everyone) {
      return Yes;
    }
    switch (kind) {
      case "service":
        return truthOf(this.services.has(id!));
      case "federated":
        return truthOf(this.federated.has(id!));
      case "anonymous":
        return No;
      case "root":
        return or(this.namesAccount(caller), this.canonical(context));
      case "role":
        return or(this.namesSession(caller, context), this.canonical(context));
      default:
        return or(
          or(truthOf(this.arns.has(id!)), this.namesUniqueId(context)),
          this.canonical(context),
        );
    }
  }

  /** The role behind a session, by ARN or by unique id. */
  namesRole({ kind, account, name, principalArn }: Caller, context: RequestContext): Truth {
    if (kind !== "role") {
      return No;
    }
    const byId = this.namesUniqueId(context);
    if (principalArn !== undefined) {
      return or(truthOf(this.arns.has(principalArn)), byId);
    }
    const perhaps = [...this.arns].some(
      (arn) => arn.includes(`:iam::${account}:role/`) && arn.endsWith(`/${name}`),
    );
    return perhaps ? this.unknown(context, "aws:PrincipalArn") : byId;
  }

  /**
   * Whether a NotPrincipal element leaves the caller out of a Deny. AWS wants the account named beside the user or the
   * role, and says of the user or role alone only that the Deny "might" hold.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
   */
  leavesOut(caller: Caller, context: RequestContext): Truth {
    if (this.everyone || caller.account === undefined || caller.kind === "root") {
      return this.namesItself(caller, context);
    }
    const named = or(this.namesItself(caller, context), this.namesRole(caller, context));
    const andAccount = and(named, this.namesAccount(caller));
    return named !== No && andAccount === No ? this.unknown(context, "NotPrincipal") : andAccount;
  }

  private namesSession({ id, account, name }: Caller, context: RequestContext): Truth {
    if (id !== undefined) {
      return truthOf(this.arns.has(id));
    }
    const start = `:sts::${account}:assumed-role/${name}/`;
    return [...this.arns].some((arn) => arn.includes(start))
      ? this.unknown(context, "aws:userid")
      : No;
  }

  /** `AIDA...` of a user; `AROA...` of a role, which begins the `aws:userid` of its sessions. */
  private namesUniqueId(context: RequestContext): Truth {
    if (this.uniqueIds.length === 0) {
      return No;
    }
    const values = readUserId(context);
    if (values === "unknown") {
      return Unknown;
    }
    const [id] = values?.[0]?.split(":") ?? [];
    return truthOf(id !== undefined && this.uniqueIds.includes(id));
  }

  /** A canonical user id is another name of an account, and only S3 knows which. */
  private canonical(context: RequestContext): Truth {
    return this.canonicalUsers ? this.unknown(context, "CanonicalUser") : No;
  }

  private unknown(context: RequestContext, name: string): Truth {
    context.doubt(name);
    return Unknown;
  }
}

/** Whether a statement with one of the two elements, or with neither, is about the caller. */
export function isAbout(
  principals: PrincipalElement | undefined,
  notPrincipals: PrincipalElement | undefined,
  caller: Caller,
  context: RequestContext,
): Truth {
  if (principals !== undefined) {
    return principals.names(caller, context);
  }
  return notPrincipals === undefined ? Yes : not(notPrincipals.leavesOut(caller, context));
}
