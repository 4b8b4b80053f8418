import { PolicyDocument } from "../../support";
import { DeployedPolicy } from "../world/deployedPolicies";
import {
  audit,
  identity,
  management,
  staging,
  stranger,
  web,
  webDevelopment,
} from "../world/places";
import { mutationsOf, Statement, Surroundings } from "./mutations";

/** Every document of the organization in which one and the same statement is wrong in one and the same way. */
export interface Mutant {
  /** `SCP OnlyOsAccessStartsSessions: without ssm:ResumeSession`. */
  readonly name: string;
  /** What the document is called in every account alike. */
  readonly label: string;
  /** What is wrong, by the title of the document. */
  readonly faults: Map<string, Fault>;
}

/** A statement before and after, and the document with it. */
export interface Fault {
  readonly before: Statement;
  /** Undefined where the statement is gone. */
  readonly after?: Statement;
  readonly document: PolicyDocument;
}

/**
 * One mutant for each way in which each statement can be wrong. Statements of one Sid come from one line of one generator, so
 * they are mutated together in all accounts and targets: a mutant is a fault in the program, not in one account. What is
 * only of an account like the others goes along and brings no mutant of its own.
 */
export function mutantsOf(policies: readonly DeployedPolicy[]): Mutant[] {
  const mutants = new Map<string, Mutant>();
  const distinct = [...new Map(policies.map((each) => [each.title, each])).values()];
  const own = distinct.filter((policy) => !isCopy(policy));
  const labels = new Set(own.map(({ label }) => label));
  const copies = distinct.filter(isCopy);
  for (const policy of [...own, ...copies]) {
    const joins = isCopy(policy) && labels.has(policy.label);
    for (const before of policy.document?.Statement ?? []) {
      for (const { title, statement: after } of mutationsOf(before, surroundings(policy))) {
        const name = withoutAccounts(policy, `${policy.label} ${before.Sid}: ${title}`);
        const mutant: Mutant | undefined =
          mutants.get(name) ??
          (joins ? undefined : { name, label: policy.label, faults: new Map() });
        if (mutant !== undefined) {
          mutants.set(name, mutant);
          mutant.faults.set(policy.title, {
            before,
            after,
            document: replaced(policy.document!, before, after),
          });
        }
      }
    }
  }
  return [...mutants.values()];
}

/** Accounts in which nothing stands that is not in another one as well, but for the users of the identity account. */
const copied = new Set([management, identity, audit, staging, webDevelopment]);

/** The grants of each account are its own. */
function isCopy({ title, label }: DeployedPolicy): boolean {
  return copied.has(/\d{12}/.exec(title)?.[0] ?? "") && !label.includes("/SessionGrants-");
}

function replaced(
  { Version, Statement }: PolicyDocument,
  before: Statement,
  after: Statement | undefined,
): PolicyDocument {
  return {
    Version,
    Statement: Statement.flatMap((each) => (each === before ? (after ?? []) : [each])),
  };
}

/** The account to which a document belongs; for that of a target two below it. */
function surroundings({ title, holders, kind }: DeployedPolicy): Surroundings {
  const owner = /\d{12}/.exec(title)?.[0];
  const account = owner ?? (holders[0] === "Workloads" ? web : identity);
  return {
    account,
    otherAccount: owner ? undefined : holders[0] === "Workloads" ? web : audit,
    // SCPs bind who is in the account, everything else who comes to it.
    callers: kind === "scp" || kind === "identity" ? [account] : [account, identity, stranger],
  };
}

/** The text with placeholders for the accounts that only differ from document to document. */
function withoutAccounts(policy: DeployedPolicy, text: string): string {
  const { account, otherAccount } = surroundings(policy);
  return /\d{12}/.test(policy.title)
    ? text.replaceAll(account, "ACCOUNT")
    : text.replaceAll(otherAccount!, "ONE-ACCOUNT");
}
