import { CompiledStatement } from "./compiledStatement";
import { Level, Policies, Result } from "./decision";
import { Findings } from "./findings";
import { isDenied, passesServiceControl } from "./organizationControls";
import { isGranted } from "./permission";
import { Question } from "./request";
import { and, No, not, Unknown, Yes } from "./truth";

/** The decision on one resource of a request. */
export class ResourceDecision {
  readonly result: Result;
  private readonly findings: Findings;

  constructor(
    readonly question: Question,
    policies: Policies,
  ) {
    this.findings = new Findings(question, policies);
    this.result = decide(this.findings);
  }

  get decidedBy(): readonly CompiledStatement[] {
    switch (this.result) {
      case "explicitly denied":
        return this.findings.denying;
      case "implicitly denied":
        return [];
      case "unknown":
        return this.findings.open;
      case "allowed":
        return this.findings.allowing;
    }
  }

  get missing(): readonly Level[] {
    return this.result === "implicitly denied" || this.result === "unknown"
      ? this.findings.withoutAllow
      : [];
  }

  /** What an unknown decision may hang on. */
  doubts(): Set<string> {
    const { question } = this;
    const doubts = question.context.doubtsOf(() => {
      for (const statement of this.findings.open) {
        statement.applies(question, this.findings.bounded);
      }
    });
    const { rcps, managementAccount } = this.findings.policies;
    if (rcps && question.account === undefined && managementAccount !== undefined) {
      doubts.add("Resource");
    }
    // Whether a role is service-linked shows in the path of its ARN.
    return question.caller.serviceLinked === Unknown ? doubts.add("aws:principalarn") : doubts;
  }
}

function decide(findings: Findings): Result {
  const denied = isDenied(findings);
  if (denied === Yes) {
    return "explicitly denied";
  }
  const allowed = and(passesServiceControl(findings), isGranted(findings));
  if (allowed === No) {
    return "implicitly denied";
  }
  return and(allowed, not(denied)) === Yes ? "allowed" : "unknown";
}
