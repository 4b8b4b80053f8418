/**
 * The landing zone as every other folder sees it: checked, resolved, frozen. `model/load.ts` makes it
 * from organization.yaml and grants.yaml; nobody else does. Lists are in the order of the file.
 */
export interface LandingZone {
  readonly organization: Organization;
  /** Regions in which sessions are possible; denied elsewhere. The first is home. */
  readonly regions: readonly string[];
  /** The first region: where global resources and the log buckets live. */
  readonly home: string;
  readonly deploy: Deploy;
  readonly identity: Identity;
  /** Parents before their children. */
  readonly organizationalUnits: readonly OrganizationalUnit[];
  readonly accounts: readonly Account[];
  readonly guardrails: readonly GuardrailTarget[];
  /** Switch-role targets besides OSAccess. */
  readonly roles: readonly SwitchRole[];
  /** Exact names of roles that may run remote commands. */
  readonly automationRoles: readonly string[];
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly grants: readonly Grant[];
  /** The name of the OSAccess role, one in the whole organization. */
  readonly osAccessRole: string;
}

export interface Organization {
  /** `o-` and 10 to 32 letters or digits. */
  readonly id: string;
  /** The root's id, `r-` and 4 to 32 letters or digits. */
  readonly root: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. Each ARN carries it. */
  readonly partition: Partition;
  /** The management account's name in `accounts`. */
  readonly management: string;
  /** The name in `accounts` of the account in which the IAM users live. */
  readonly identity: string;
}

export type Partition = "aws" | "aws-cn" | "aws-us-gov";

/** Who deploys: one role in each account, trusted by one CI role. */
export interface Deploy {
  readonly role: string;
  /** ARN of the CI role that alone may assume the deploy role. */
  readonly trustedBy: string;
}

export interface Identity {
  readonly source: "iam-users";
  readonly passwordPolicy: PasswordPolicy;
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  /** Days until a password expires; 0 is never. */
  readonly maxAge: number;
  /** How many earlier passwords may not be used again. */
  readonly reusePrevention: number;
}

export interface OrganizationalUnit {
  /** `Workloads/Production`: names from the root down. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Path of the parent OU; none for a child of the root. */
  readonly parent?: string;
  /** `ou-...`; none until AWS has given it and somebody wrote it here. */
  readonly id?: string;
  /** Created and kept by the organization stack, for good. */
  readonly managed: boolean;
}

export interface Account {
  readonly name: string;
  /** 12 digits; none until AWS has given it and somebody wrote it here. */
  readonly id?: string;
  readonly email: string;
  /** Path of its OU; none for an account directly under the root. */
  readonly ou?: string;
  /** Created and kept by the organization stack, for good. */
  readonly managed: boolean;
  /** Everything that the account, its OUs and the organization say of OS access, in one. */
  readonly osAccess: OsAccess;
  /** Regions whose preferences document already exists and is taken over. */
  readonly adopt: readonly string[];
  /** Existing roles of nodes that get the node role's rights on top of their own. */
  readonly nodeRoles: readonly string[];
}

/** An account whose id is known: one that stacks can be made for. */
export type KnownAccount = Account & { readonly id: string };

/** `shell` and `rdp` leave a record; `port-forward` and `ssh` leave no transcript. */
export type Channel = "shell" | "rdp" | "port-forward" | "ssh";

export interface OsAccess {
  readonly channels: readonly Channel[];
  readonly nodes: NodeSelector;
  /** Minutes without input after which a session ends, 1 to 60. */
  readonly idleTimeout: number;
  /** Minutes after which a session ends, 1 to 1440. */
  readonly maxSession: number;
  /** Longest window that a grant may have, in minutes. */
  readonly maxGrant: number;
  /** CIDRs from which OSAccess may be assumed and used; empty is anywhere. */
  readonly sourceIp: readonly string[];
  readonly logs: SessionLogs;
  /** OS user that sessions run as on Linux; none is ssm-user. */
  readonly runAs?: string;
  /** Tag of the node that the prompt shows. */
  readonly promptTag: string;
  /** sudo rules of ssm-user; none leaves what the agent wrote. */
  readonly sudo?: Sudo;
  readonly mode: "grants" | "just-in-time-node-access";
  /**
   * Where the window of a grant holds. `sessions`: OSAccess itself starts and resumes sessions in it alone, on the nodes and over
   * the channels of the grant. `assume-role`: only taking the role needs it, and nodes and channels are the account's.
   */
  readonly windows: "sessions" | "assume-role";
  /** A function ends sessions whose window is over, every minute. */
  readonly sessionExpiry: boolean;
  /** Name of an SNS topic in each region of the account that is told when the function stops; none: only the console shows it. */
  readonly alarmTopic?: string;
  /** Names in `roles` that may ask for just-in-time access; none: every role that people switch to in the account. */
  readonly requesters?: readonly string[];
}

export type NodeSelector =
  | { readonly kind: "all" }
  | { readonly kind: "tag"; readonly key: string; readonly value: string }
  /** `i-...` and `mi-...`. */
  | { readonly kind: "ids"; readonly ids: readonly string[] };

export interface SessionLogs {
  readonly s3: {
    /** Days that a transcript is kept and cannot be deleted. */
    readonly retention: number;
    readonly objectLock: "governance" | "compliance";
  };
  /** None: S3 alone. */
  readonly cloudWatch?: {
    /** Days, one of the values that CloudWatch Logs takes. */
    readonly retention: number;
  };
  /** Name in `roles` of the one role that reads transcripts. */
  readonly reader: string;
}

export interface Sudo {
  /** Who ssm-user may become: `%admin` is the group admin. */
  readonly runAs: readonly string[];
  /** sudo asks for the target user's password. */
  readonly targetPassword: boolean;
}

/** An OU or an account that guardrails are attached to. */
export interface GuardrailTarget {
  /** The OU's path or the account's name, as declared. */
  readonly name: string;
  readonly kind: "organizationalUnit" | "account";
  /** `ou-...` or 12 digits; none until it is known. */
  readonly id?: string;
  /** The organization's own SCPs and RCPs for it; none where organization.yaml names none. */
  readonly policies?: readonly OwnPolicy[];
}

/** A policy that the organization wrote itself: as text, so that faults in it have a line and a column. */
export interface OwnPolicy {
  /** Its name in guardrails.policies, relative to organization.yaml: `policies/region-limit.json`. */
  readonly file: string;
  /** An RCP has a Principal, an SCP has none. */
  readonly type: ControlPolicyType;
  /** As the file holds it. `ownPolicyFaults` says whether it is a policy at all. */
  readonly text: string;
}

/** As AWS Organizations calls them. */
export type ControlPolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";

export interface SwitchRole {
  readonly name: string;
  /** ARNs of managed policies. */
  readonly policies: readonly string[];
  /** Longest role session, in minutes, 60 to 720. */
  readonly maxSession: number;
}

export interface Group {
  readonly name: string;
  readonly switchTo: readonly SwitchTo[];
}

/** What the members of a group may switch to. */
export interface SwitchTo {
  readonly role: string;
  /** Names of accounts; OUs and `*` are already expanded. */
  readonly accounts: readonly string[];
}

export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

/** The right of one user to enter the OSes of some accounts in one window. */
export interface Grant {
  readonly id: string;
  readonly user: string;
  /** Names of accounts; OUs are already expanded. */
  readonly accounts: readonly string[];
  /** None: the nodes that the account declares. */
  readonly nodes?: NodeSelector;
  /** None: those of the account that leave a record. */
  readonly channels?: readonly Channel[];
  /** First moment of the window, UTC, `2026-10-01T00:00:00Z`. */
  readonly from: string;
  /** First moment after the window, UTC. */
  readonly until: string;
  /** No session outlives the window: none starts later than the longest session before `until`. */
  readonly hardEnd?: boolean;
  /** From this moment on the grant opens nothing, and credentials taken before are refused. UTC. */
  readonly revoked?: string;
  readonly reason: string;
  readonly ticket?: string;
  readonly approver: string;
}
