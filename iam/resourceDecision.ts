import { CompiledPolicy, CompiledStatement, PolicyKind } from "./compile";
import { Level, Policies, Result } from "./decision";
import {
  boundByResourceControl,
  boundByServiceControl,
  isAssumption,
  needsResourcePolicy,
} from "./reach";
import { Question } from "./request";
import { and, No, not, or, Truth, Unknown, Yes } from "./truth";

/** The decision on one resource of a request. */
export class ResourceDecision {
  readonly result: Result;
  private readonly denying: CompiledStatement[] = [];
  private readonly allowing: CompiledStatement[] = [];
  /** Statements of which it is not known whether they apply, and which may matter. */
  private readonly open: CompiledStatement[] = [];
  private readonly withoutAllow: Level[] = [];
  private readonly resourcePolicy: CompiledPolicy | undefined;

  constructor(
    readonly question: Question,
    private readonly policies: Policies,
  ) {
    const { resource } = policies;
    this.resourcePolicy =
      resource instanceof CompiledPolicy ? resource : resource?.get(question.arn);
    this.result = this.decide();
  }

  get decidedBy(): readonly CompiledStatement[] {
    switch (this.result) {
      case "explicitly denied":
        return this.denying;
      case "implicitly denied":
        return [];
      case "unknown":
        return this.open;
      case "allowed":
        return this.allowing;
    }
  }

  get missing(): readonly Level[] {
    return this.result === "implicitly denied" || this.result === "unknown"
      ? this.withoutAllow
      : [];
  }

  /** What an unknown decision may hang on. */
  doubts(): Set<string> {
    const { question } = this;
    const doubts = question.context.doubtsOf(() => {
      for (const statement of this.open) {
        statement.applies(question);
      }
    });
    return question.caller.serviceLinked === Unknown ? doubts.add("aws:principalarn") : doubts;
  }

  private decide(): Result {
    const denied = this.isDenied();
    if (denied === Yes) {
      return "explicitly denied";
    }
    const allowed = and(this.passesServiceControl(), this.isGranted());
    if (allowed === No) {
      return "implicitly denied";
    }
    return and(allowed, not(denied)) === Yes ? "allowed" : "unknown";
  }

  private isDenied(): Truth {
    const { identity, boundary, session, scps, rcps, managementAccount } = this.policies;
    let answer: Truth = No;
    if (scps !== undefined) {
      const binding = boundByServiceControl(this.question, managementAccount);
      for (const level of scps) {
        answer = or(answer, this.deniedByAny(level, binding));
      }
    }
    if (rcps !== undefined) {
      const binding = boundByResourceControl(this.question, managementAccount);
      for (const level of rcps) {
        answer = or(answer, this.deniedByAny(level, binding));
      }
    }
    answer = or(answer, this.deniedByAny(identity));
    answer = or(answer, this.deniedByAny(session));
    answer = or(answer, this.deniedBy(boundary));
    return or(answer, this.deniedBy(this.resourcePolicy));
  }

  private deniedByAny(policies: readonly CompiledPolicy[] = [], binding: Truth = Yes): Truth {
    let answer: Truth = No;
    for (const policy of policies) {
      answer = or(answer, this.deniedBy(policy, binding));
    }
    return answer;
  }

  private deniedBy(policy: CompiledPolicy | undefined, binding: Truth = Yes): Truth {
    if (policy === undefined || binding === No) {
      return No;
    }
    const bounded = this.policies.boundary !== undefined;
    let answer: Truth = No;
    for (const statement of policy.statementsFor(this.question.action).denies) {
      const applies = and(binding, statement.applies(this.question, bounded));
      if (applies !== No) {
        (applies === Yes ? this.denying : this.open).push(statement);
        answer = or(answer, applies);
      }
    }
    return answer;
  }

  /** Every level above the caller's account must allow. */
  private passesServiceControl(): Truth {
    const { scps = [], managementAccount } = this.policies;
    const exempt = not(boundByServiceControl(this.question, managementAccount));
    let answer: Truth = Yes;
    for (let level = 0; exempt !== Yes && level < scps.length; level++) {
      answer = and(answer, or(exempt, this.allowedBy(scps[level]!, "scp", level)));
    }
    return answer;
  }

  /**
   * What identity and resource policies grant. In one account either may, and what the resource policy grants to a user,
   * a session or everyone itself needs neither boundary nor session policy, while what it grants to a role does. Between
   * accounts both sides must allow.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
   */
  private isGranted(): Truth {
    const { caller, account, action } = this.question;
    const byResource = this.grantedByResource();
    if (caller.account === undefined) {
      return this.found(byResource.itself, "resource");
    }
    if (caller.kind === "root" && isAssumption(action)) {
      return No;
    }
    const { ceilings, own } = this.grantedByOwnPolicies();
    const named = or(byResource.itself, and(byResource.role, ceilings));
    const delegated = or(named, byResource.account);
    if (account !== caller.account) {
      const anyhow = or(or(byResource.itself, byResource.role), byResource.account);
      return and(own, this.found(anyhow, "resource"));
    }
    return needsResourcePolicy(this.question)
      ? or(named, and(own, this.found(delegated, "resource")))
      : or(named, own);
  }

  private grantedByOwnPolicies(): { ceilings: Truth; own: Truth } {
    const { identity = [], boundary, session } = this.policies;
    const { kind } = this.question.caller;
    if (kind === "root") {
      return { ceilings: Yes, own: Yes };
    }
    // A federated user has nothing but what a session policy leaves of the user's rights.
    const passed = session ?? (kind === "federated user" ? [] : undefined);
    const ceilings = and(
      boundary === undefined ? Yes : this.allowedBy([boundary], "boundary"),
      passed === undefined ? Yes : this.allowedBy(passed, "session"),
    );
    return { ceilings, own: and(ceilings, this.allowedBy(identity, "identity")) };
  }

  private grantedByResource(): { itself: Truth; role: Truth; account: Truth } {
    const granted: { itself: Truth; role: Truth; account: Truth } = {
      itself: No,
      role: No,
      account: No,
    };
    const { allows = [] } = this.resourcePolicy?.statementsFor(this.question.action) ?? {};
    for (const statement of allows) {
      const { itself, role, account } = statement.grants(this.question);
      const best = or(itself, or(role, account));
      if (best !== No) {
        (best === Yes ? this.allowing : this.open).push(statement);
      }
      granted.itself = or(granted.itself, itself);
      granted.role = or(granted.role, role);
      granted.account = or(granted.account, account);
    }
    return granted;
  }

  /** Whether one of the policies allows; what remains open matters only if none does for certain. */
  private allowedBy(policies: readonly CompiledPolicy[], kind: PolicyKind, level?: number): Truth {
    let answer: Truth = No;
    let open: CompiledStatement[] | undefined;
    for (const policy of policies) {
      for (const statement of policy.statementsFor(this.question.action).allows) {
        const applies = statement.applies(this.question);
        if (applies === Yes) {
          this.allowing.push(statement);
        } else if (applies === Unknown) {
          (open ??= []).push(statement);
        }
        answer = or(answer, applies);
      }
    }
    if (answer !== Yes && open !== undefined) {
      this.open.push(...open);
    }
    return this.found(answer, kind, level);
  }

  private found(allows: Truth, kind: PolicyKind, level?: number): Truth {
    if (allows !== Yes) {
      this.withoutAllow.push(level === undefined ? { kind } : { kind, level });
    }
    return allows;
  }
}
