import { AccountAnswers, RoleProof } from "./accountAnswers";
import { NamedAccounts, withoutAccount } from "../guardrails/namedAccounts";
import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { KnownAccount } from "../model/landingZone";
import { AccessPath } from "../guardrails/accessPath";
import { Exemption, exemptRoles, exemptions } from "../guardrails/exemptions";
import { OrganizationPolicies } from "../guardrails/organizationPolicies";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { likenessOf } from "./alike";
import { actionsOf, pathsOntoNodes } from "../guardrails/catalogue";
import { attackOf, exemptNames, pathsIn, provePath } from "./proofOfPath";
import { assumptionClaims, assumptions, proveClaim, RoleClaim } from "./proofOfRole";
import { openingsInto } from "../model/openings";
import { policiesAbout, SessionProver, sessionQuestions } from "./proofOfSessions";
import { proveOwnLimits, proveUse } from "./proofOfUse";
import { DecidingStatements, Numbers, worstOf } from "./proofSharing";

/** One account and what stands above it. */
interface Subject {
  readonly account: KnownAccount;
  readonly policies: OrganizationPolicies;
  readonly paths: readonly AskedPath[];
}

/** An access path as it is asked about in one account. */
interface AskedPath {
  readonly path: AccessPath;
  readonly requests: RequestSet;
  /** Equal for accounts in which the question and the statements that decide it are the same. */
  readonly key: string;
}

/** Proves account after account, and each question once. */
export class AccountProver {
  private readonly checks = new Map<string, AccessCheck>();
  private readonly unread = new Map<string, readonly string[]>();
  private readonly deciding = new Map<string, DecidingStatements>();
  private readonly sayings = new Map<string, string>();
  private readonly named = new Map<string, NamedAccounts>();
  private readonly numbers = new Numbers();

  private readonly sessions: SessionProver;

  constructor(private readonly organization: PlannedOrganization) {
    this.sessions = new SessionProver(organization);
  }

  /** The answers, and a key that is equal for accounts with equal answers. */
  prove(account: KnownAccount): { answers: AccountAnswers; key: string } {
    const { zone } = this.organization;
    const policies = this.organization.above(account);
    const asked = pathsIn(zone, account).map((path) => this.ask(path, account, policies));
    const subject = { account, policies, paths: asked };
    const paths = asked.map(({ path, requests, key }) => {
      const check = this.once(`path ${key}`, () => provePath(zone, requests, policies));
      return { path: path.id, exempt: exemptNames(zone, account, path), check };
    });
    const roles = exemptions.flatMap((exemption) => this.exemptRoles(subject, exemption));
    const key = JSON.stringify([
      paths.map(({ path, exempt, check }) => [path, exempt, this.numbers.of(check)]),
      roles.map(({ claims, ...role }) => [
        role,
        claims.map(({ claim, check }) => [claim, this.numbers.of(check)]),
      ]),
    ]);
    return { answers: { paths, roles }, key };
  }

  private ask(path: AccessPath, account: KnownAccount, policies: OrganizationPolicies): AskedPath {
    const requests = attackOf(this.organization.zone, account, path);
    const above = this.above(policies, "scps", path.id, requests.actions).keyFor(account.id);
    const question = withoutAccount(JSON.stringify(requests), account.id);
    return { path, requests, key: `${above} ${question}` };
  }

  private exemptRoles(subject: Subject, exemption: Exemption): RoleProof[] {
    const { account } = subject;
    const names = exemptRoles(this.organization.zone, exemption, account);
    return names.flatMap((name) => {
      const role = this.organization.identity(account, "role", name);
      return role === undefined ? [] : [this.proveRole(subject, exemption, role)];
    });
  }

  private proveRole(
    { account, policies, paths }: Subject,
    exemption: Exemption,
    role: PlannedIdentity,
  ): RoleProof {
    const { zone } = this.organization;
    const own = this.documentsKey(account, role);
    const trusting = this.above(policies, "rcps", "assumption", assumptions).keyFor(account.id);
    const trust = this.textKey(account, role.trust?.text ?? "", (text) => [JSON.stringify(text)]);
    const claims = assumptionClaims(zone, account, exemption, role).map(({ claim, requests }) => {
      const asked = withoutAccount(JSON.stringify(requests), account.id);
      const check = this.once(`claim ${trusting} ${trust} ${asked}`, () =>
        proveClaim(this.organization, account, role, requests),
      );
      return { claim, check };
    });
    if (exemption === "osAccess") {
      const here = paths.map(({ path }) => path);
      const asked = this.numbers.of(paths.map(({ key }) => key).join());
      const saying = this.saying(
        account,
        role,
        own,
        actionsOf(pathsOntoNodes.filter(({ exempt }) => !exempt.includes("osAccess"))),
      );
      const check = this.once(`limits ${saying} ${asked}`, () =>
        proveOwnLimits(this.organization, account, role, here),
      );
      claims.push({ claim: "its own policies close every other path, without any SCP", check });
      claims.push(...this.sessionClaims(account, role));
    }
    const uses = paths
      .filter(({ path }) => path.exempt.includes(exemption))
      .filter(({ path, key }) => {
        if (exemption === "osAccess" && this.isOpenToOne(account, role, path, key)) {
          return true;
        }
        const prove = () => proveUse(this.organization, account, role, path);
        const { actions } = attackOf(zone, account, path);
        const saying = exemption === "osAccess" ? this.saying(account, role, own, actions) : own;
        return this.once(`use ${saying} ${key}`, prove).result !== "proved";
      });
    const unread = remembered(
      this.unread,
      own,
      () => this.organization.rightsOf(account, role).unread,
    );
    return { role: role.name, exemption, claims, uses: uses.map(({ path }) => path.id), unread };
  }

  /** What grants say of sessions: a claim of many people is proved when it is of each. */
  private sessionClaims(account: KnownAccount, role: PlannedIdentity): RoleClaim[] {
    const checks = new Map<string, AccessCheck[]>();
    for (const question of sessionQuestions(this.organization.zone, account, role.name)) {
      const check = this.sessions.prove(account, role, question);
      checks.set(question.claim, [...(checks.get(question.claim) ?? []), check]);
    }
    return [...checks].map(([claim, each]) => {
      const different = [...new Set(each)];
      const key = different.map((check) => this.numbers.of(check)).join();
      return { claim, check: this.once(`worst ${key}`, () => worstOf(different)) };
    });
  }

  /** Whether somebody with a grant uses the path: what the documents say of one person is alike in many accounts. */
  private isOpenToOne(
    account: KnownAccount,
    role: PlannedIdentity,
    path: AccessPath,
    key: string,
  ): boolean {
    const [first] = openingsInto(this.organization.zone, account);
    if (first === undefined) {
      return false;
    }
    const { user } = first.grant;
    const { identity, boundary } = this.organization.rightsOf(account, role);
    const asked = policiesAbout(user, identity);
    const { actions } = attackOf(this.organization.zone, account, path);
    const every = [...asked, ...(boundary ? [boundary] : [])];
    const alike = likenessOf(every, actions, boundary !== undefined, account.id, user);
    const check = this.once(`use by one ${alike} ${key}`, () =>
      proveUse(this.organization, account, role, path, asked),
    );
    return check.result === "refuted";
  }

  /** Equal for roles of which the documents say the same of these actions; `own` stands for the documents. */
  private saying(
    account: KnownAccount,
    role: PlannedIdentity,
    own: string,
    actions: readonly string[],
  ): string {
    return remembered(this.sayings, `${own} ${actions.join()}`, () => {
      const { identity, boundary } = this.organization.rightsOf(account, role);
      const all = [...identity, ...(boundary ? [boundary] : [])];
      return `${boundary !== undefined} ${likenessOf(all, actions, "", account.id)}`;
    });
  }

  private above(
    policies: OrganizationPolicies,
    kind: "scps" | "rcps",
    question: string,
    actions: readonly string[],
  ): DecidingStatements {
    const key = `${kind} ${question} ${policies.key} ${actions.join()}`;
    return remembered(
      this.deciding,
      key,
      () => new DecidingStatements(policies[kind], actions, this.numbers),
    );
  }

  /**
   * A short name for a role's documents. They do not hold their own account's id, and where a piece of a number beside a
   * wildcard might fit it, every account is asked about by itself.
   */
  private documentsKey(account: KnownAccount, role: PlannedIdentity): string {
    const held = [...role.attached, ...(role.boundary === undefined ? [] : [role.boundary])];
    const managed = this.organization
      .planned(account)
      .managed.filter(({ name }) => held.some((arn) => arn.endsWith(`:${name}`)));
    const others = this.textKey(account, JSON.stringify(managed), (text) => [text]);
    return `${others} ${this.textKey(account, role, (value) => [JSON.stringify(value)])}`;
  }

  private textKey<Value>(
    { id }: KnownAccount,
    value: Value,
    textsOf: (value: Value) => string[],
  ): string {
    const number = String(this.numbers.of(value));
    const named = remembered(this.named, number, () => new NamedAccounts(textsOf(value)));
    return `${number} ${named.groupOf(id)}`;
  }

  private once(key: string, prove: () => AccessCheck): AccessCheck {
    return remembered(this.checks, key, prove);
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
