import { Inputs } from "./inputCheck";
import { World } from "./world";

/** One configured provider: the account and the region that its resources go to. */
export interface Session {
  readonly account: string;
  readonly region: string;
  /** Tags that every resource of the provider gets. */
  readonly defaultTags: Readonly<Record<string, string>>;
}

/** Every account has it from its creation, and only the management account may assume it. */
const bornWith = "OrganizationAccountAccessRole";

/** The provider's own settings: nested ones travel as JSON text. */
export function decodeSettings(settings: Inputs): Inputs {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, decode(value)]));
}

function decode(value: unknown): unknown {
  if (typeof value !== "string") {
    return value;
  }
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/**
 * Logs in as the real provider does when it is configured: assumes the role if it is there, and refuses
 * an account that is not among the allowed ones.
 */
export function logIn(world: World, settings: Inputs): Session {
  const {
    region,
    assumeRoles = [],
    allowedAccountIds = [],
    defaultTags,
  } = settings as {
    region?: string;
    assumeRoles?: { roleArn?: string }[];
    allowedAccountIds?: string[];
    defaultTags?: { tags?: Record<string, string> };
  };
  const roleArn = assumeRoles.at(-1)?.roleArn;
  if (region === undefined) {
    throw new Error("invalid AWS Region: none is configured");
  }
  if (
    roleArn !== undefined &&
    !roleArn.endsWith(`role/${bornWith}`) &&
    !world.principalExists(roleArn)
  ) {
    throw new Error(`cannot assume IAM Role (${roleArn}): AccessDenied, there is no such role`);
  }
  const account = roleArn?.split(":")[4] ?? allowedAccountIds[0];
  if (account === undefined) {
    throw new Error("no account: the provider has neither assumeRoles nor allowedAccountIds");
  }
  if (allowedAccountIds.length > 0 && !allowedAccountIds.map(String).includes(account)) {
    throw new Error(`AWS account ID not allowed: ${account}`);
  }
  return { account, region, defaultTags: defaultTags?.tags ?? {} };
}
