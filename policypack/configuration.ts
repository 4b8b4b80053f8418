import { Context } from "../iam/request";

/** What the pack must know of the organization. `npm run pack` takes all of it from organization.yaml. */
export interface PackConfiguration {
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** `o-...`. */
  readonly organizationId: string;
  /** 12 digits: the account in which the IAM users live. */
  readonly identityAccount: string;
  /** Name of the one role through which sessions are started. */
  readonly osAccessRole: string;
  /** Name of the role with which the landing zone is deployed. */
  readonly deployRole: string;
  /** ARN of the CI role that alone may assume the deploy role. */
  readonly deployTrustedBy: string;
  /** Exact names of roles that may run remote commands. */
  readonly automationRoles: readonly string[];
  /** Names of the roles that may read transcripts. */
  readonly sessionLogReaders: readonly string[];
  /** Names of the roles behind just-in-time node access; none where no account has that mode. */
  readonly justInTimeRoles: readonly string[];
  /** How the name of every session log bucket starts; the account id follows. */
  readonly logBucketPrefix: string;
  /** Days that an account keeps its transcripts, by account id. */
  readonly transcriptRetention: Readonly<Record<string, number>>;
  /** The ways onto a node, and what passes an exempt role on. */
  readonly accessPaths: readonly JudgedPath[];
  /** The SCPs and RCPs that are declared. An account that is in none of them has none. */
  readonly guardrails: readonly GuardrailsInForce[];
  /** CIDRs from which ingress on 22 and 3389 is not from outside, beside the private ones. */
  readonly remoteIngress?: readonly string[];
  /**
   * Preferences that are being taken over, `<account id>/<region>` each: until the region leaves `adopt` the
   * engine shows the document as somebody else wrote it. Only the landing zone itself takes documents over.
   */
  readonly adoptedPreferences?: readonly string[];
}

/** One way onto a node, as the catalogue of the guardrails has it for this organization. */
export interface JudgedPath {
  /** The catalogue's id, `OnlyOsAccessStartsSessions`. */
  readonly id: string;
  /** The requests that gain it; several where accounts differ. */
  readonly attacks: readonly JudgedAttack[];
}

/** The fields of `RequestSet` in iam/accessCheck.ts that say what is asked for. */
export interface JudgedAttack {
  /** Ids of the accounts that it is for; all where left out. */
  readonly accounts?: readonly string[];
  /** Names of the roles that keep the right. */
  readonly exempt: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly context?: Context;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

/** Documents, as text, that are attached to the same targets. */
export interface GuardrailsInForce {
  /** Ids of the OUs and accounts that they are attached to. */
  readonly targets: readonly string[];
  /** Ids of the accounts that they reach. */
  readonly accounts: readonly string[];
  readonly serviceControlPolicies: readonly string[];
  readonly resourceControlPolicies: readonly string[];
}

/** A setting that `--policy-pack-config` may set. */
export type Setting = Exclude<keyof PackConfiguration, "adoptedPreferences">;

/** Names of the roles that some guardrail exempts. */
export function exemptRoleNames(configuration: PackConfiguration): string[] {
  const { osAccessRole, deployRole, automationRoles, sessionLogReaders, justInTimeRoles } =
    configuration;
  return [osAccessRole, deployRole, ...automationRoles, ...sessionLogReaders, ...justInTimeRoles];
}

/** The exempt role of that name as the guardrails spell it: AWS tells role names apart without letter case. */
export function exemptRole(configuration: PackConfiguration, name: unknown): string | undefined {
  const wanted = typeof name === "string" ? name.toLowerCase() : undefined;
  return exemptRoleNames(configuration).find((role) => role.toLowerCase() === wanted);
}
