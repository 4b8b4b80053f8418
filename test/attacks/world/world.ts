import * as assert from "node:assert/strict";
import { compile, CompiledPolicy } from "../../../iam/compile";
import { PolicyKind } from "../../../iam/compiledStatement";
import { Policies } from "../../../iam/decision";
import { parsePolicy } from "../../../iam/parsePolicy";
import { faultText } from "../../../iam/policyJson";
import { LandingZone } from "../../../model/landingZone";
import { accountNamed, ouAndAncestors } from "../../../model/names";
import { PolicyDocument } from "../../support";
import { awsManagedPolicies, everything } from "./awsManagedPolicies";
import { DeployedPolicy } from "./deployedPolicies";

/** Whose policies a request is decided by. */
export interface Bearer {
  /** ARN of the user, or of the role behind the session. */
  readonly arn: string;
  readonly account: string;
  /** What it holds beside what the landing zone deploys: rights that somebody else's stack gave it. */
  readonly documents: readonly PolicyDocument[];
  /** Session policies, of a federated user. */
  readonly passed?: readonly PolicyDocument[];
}

/** The organization's policies at one moment. A change gives another world; documents are replaced one by one. */
export class World {
  private constructor(
    private readonly deployed: Deployed,
    /** By title; undefined for a document that is gone. */
    private readonly changed: ReadonlyMap<string, PolicyDocument | undefined>,
    /** What somebody attached, by the ARN of who holds it. */
    private readonly attached: ReadonlyMap<string, readonly PolicyDocument[]>,
  ) {}

  static of(zone: LandingZone, policies: readonly DeployedPolicy[]): World {
    return new World(new Deployed(zone, policies), new Map(), new Map());
  }

  /** The world with these documents, by title, instead of those that were there. */
  with(documents: ReadonlyMap<string, PolicyDocument | undefined>): World {
    return new World(this.deployed, new Map([...this.changed, ...documents]), this.attached);
  }

  /** The world in which a role or user holds one more policy. */
  attaching(bearer: string, document: PolicyDocument): World {
    const held = [...(this.attached.get(bearer) ?? []), document];
    return new World(this.deployed, this.changed, new Map([...this.attached, [bearer, held]]));
  }

  /** The titles of the deployed documents that pass the test. */
  titles(test: (policy: DeployedPolicy) => boolean): string[] {
    return this.deployed.policies.filter(test).map(({ title }) => title);
  }

  /** The organization's id for an account of it. */
  organizationOf(account: string | undefined): string | undefined {
    const { accounts, organization } = this.deployed.zone;
    return accounts.some(({ id }) => id !== undefined && id === account)
      ? organization.id
      : undefined;
  }

  /** Everything that has a say when the bearer, or somebody without an account, calls for these resources. */
  policiesFor(bearer: Bearer | undefined, resources: readonly string[]): Policies {
    const { zone } = this.deployed;
    const managementAccount = accountNamed(zone, zone.organization.management).id!;
    const resource = new Map(
      resources.flatMap((arn) => {
        const policy = this.guarding(arn);
        return policy ? [[arn, policy] as const] : [];
      }),
    );
    const owner = resources.map(accountOf).find((id) => id !== undefined) ?? bearer?.account;
    return {
      managementAccount,
      resource,
      ...(owner !== undefined && { rcps: this.levels("rcp", owner) }),
      ...(bearer !== undefined && {
        scps: this.levels("scp", bearer.account),
        identity: [
          ...this.heldBy("identity", bearer.arn),
          ...[...bearer.documents, ...(this.attached.get(bearer.arn) ?? [])].map((document) =>
            compiled("identity", document),
          ),
        ],
        ...(bearer.passed && {
          session: bearer.passed.map((document) => compiled("session", document)),
        }),
        boundary: this.heldBy("boundary", bearer.arn)[0],
      }),
    };
  }

  /** The trust policy of a role, the policy of a bucket or key; that of a bucket for its objects as well. */
  private guarding(arn: string): CompiledPolicy | undefined {
    const title = arn.includes(":s3:::") ? arn.split("/")[0]! : arn;
    return this.policy(title, arn.includes(":role/") ? "trust" : "resource");
  }

  private heldBy(kind: PolicyKind, holder: string): CompiledPolicy[] {
    return this.deployed.titlesAt(kind, holder).flatMap((title) => this.policy(title, kind) ?? []);
  }

  /** From the root down; AWS's own FullAWSAccess is attached everywhere, and RCPs need no Allow. */
  private levels(kind: "scp" | "rcp", accountId: string): CompiledPolicy[][] {
    return this.deployed
      .targetsAbove(accountId)
      .map((target) => [
        ...(kind === "scp" ? [compiled(kind, everything)] : []),
        ...this.heldBy(kind, target),
      ]);
  }

  private policy(title: string, kind: PolicyKind): CompiledPolicy | undefined {
    const document = this.changed.has(title)
      ? this.changed.get(title)
      : this.deployed.documentOf(title);
    return document && document.Statement.length > 0 ? compiled(kind, document, title) : undefined;
  }
}

/** What never changes: who holds which document, and which targets stand above which account. */
class Deployed {
  private readonly documents = new Map<string, PolicyDocument>();
  private readonly held = new Map<string, string[]>();
  private readonly targets = new Map<string, string[]>();

  constructor(
    readonly zone: LandingZone,
    readonly policies: readonly DeployedPolicy[],
  ) {
    for (const { title, kind, holders, document } of policies) {
      const known = document ?? awsManagedPolicies[title];
      assert.ok(known, `the text of ${title} is known`);
      this.documents.set(title, known);
      for (const holder of holders) {
        const key = `${kind} ${holder}`;
        this.held.set(key, [...(this.held.get(key) ?? []), title]);
      }
    }
    for (const { id, name, ou } of zone.accounts) {
      if (id !== undefined) {
        const ous = ouAndAncestors(zone, ou).map(({ path }) => path);
        this.targets.set(id, ["the root", ...ous.reverse(), name]);
      }
    }
  }

  documentOf(title: string): PolicyDocument | undefined {
    return this.documents.get(title);
  }

  titlesAt(kind: PolicyKind, holder: string): readonly string[] {
    return this.held.get(`${kind} ${holder}`) ?? [];
  }

  /** None for an account outside the organization. */
  targetsAbove(accountId: string): readonly string[] {
    return this.targets.get(accountId) ?? [];
  }
}

/** The account that owns what the ARN names; a log bucket bears it in its name. */
export function accountOf(arn: string): string | undefined {
  const account = arn.split(":")[4];
  return account ? account : /^arn:aws:s3:::.*-(\d{12})(\/|$)/.exec(arn)?.[1];
}

const compilations = new WeakMap<PolicyDocument, Map<PolicyKind, CompiledPolicy>>();

/** A document is compiled once, however many worlds have it. */
function compiled(kind: PolicyKind, document: PolicyDocument, title?: string): CompiledPolicy {
  const byKind = compilations.get(document) ?? new Map<PolicyKind, CompiledPolicy>();
  compilations.set(document, byKind);
  let policy = byKind.get(kind);
  if (policy === undefined) {
    const parsed = parsePolicy(document);
    assert.ok(parsed.ok, parsed.ok ? "" : `${title}: ${parsed.faults.map(faultText).join("; ")}`);
    policy = compile(parsed.document, kind, title);
    byKind.set(kind, policy);
  }
  return policy;
}
