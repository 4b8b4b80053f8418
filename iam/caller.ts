import { splitArn } from "./arn";
import { remembered } from "./remembered";
import { No, Truth, truthOf, Unknown } from "./truth";

/**
 * Who makes a request: the ARN of a user, a role session, a role (some session of it), a federated user or an account
 * root; or somebody without an account.
 */
export type RequestPrincipal =
  | string
  | { readonly service: string }
  | { readonly federated: string }
  | { readonly anonymous: true };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export interface Caller {
  readonly kind:
    "root" | "user" | "role" | "federated user" | "service" | "federated" | "anonymous";
  /** Undefined where no account's policies stand behind the caller. */
  readonly account?: string;
  /** The ARN of the user or of the session, or the name of the service or the provider. */
  readonly id?: string;
  /** What `aws:PrincipalArn` holds. Not known of a session whose role may have a path. */
  readonly principalArn?: string;
  /** The name of the user or of the role, without its path. */
  readonly name?: string;
  /** Neither SCPs nor RCPs bind service-linked roles. */
  readonly serviceLinked: Truth;
}

/**
 * Reads a principal. A role session's ARN does not hold the role's path, so `role` says which role it is.
 * Throws an Error of one line for what is no principal.
 */
export function callerOf(principal: RequestPrincipal, role?: string): Caller {
  if (typeof principal !== "string") {
    return outsider(principal);
  }
  const { service, account, resource, type, path, name } = partsOf(principal);
  const base = { account, id: principal, principalArn: principal, serviceLinked: No } as const;
  if (account !== undefined) {
    if (service === "iam" && resource === "root") {
      return { ...base, kind: "root" };
    }
    if (service === "iam" && type === "user" && name) {
      return { ...base, kind: "user", name };
    }
    if (service === "iam" && type === "role" && name) {
      return session(account, name, undefined, principal);
    }
    if (service === "sts" && type === "federated-user" && name) {
      return { ...base, kind: "federated user", name };
    }
    if (service === "sts" && type === "assumed-role" && path.length === 2 && path[0]) {
      return session(account, path[0], principal, role);
    }
  }
  throw new Error(
    `The principal '${principal}' must be the ARN of a user, a role, a session, a federated user or an account root.`,
  );
}

/** An account is asked about with a few principals, again and again. */
const partsOf = remembered((principal) => {
  const [, , service, , account = "", resource = ""] = splitArn(principal) ?? [];
  const [type, ...path] = resource.split("/");
  const known = /^\d{12}$/.test(account) ? account : undefined;
  return { service, account: known, resource, type, path, name: path.at(-1) };
});

function session(account: string, name: string, id?: string, role?: string): Caller {
  if (role === undefined) {
    // A service's own role has a path that says so.
    const serviceLinked = name.startsWith("AWSServiceRoleFor") ? Unknown : No;
    return { kind: "role", account, id, name, serviceLinked };
  }
  const owner = `:iam::${account}:role/`;
  const start = role.indexOf(owner);
  if (!role.startsWith("arn:") || start < 0 || !role.endsWith(`/${name}`)) {
    throw new Error(`The role '${role}' must be that of the session '${id}'.`);
  }
  const serviceLinked = truthOf(role.startsWith("aws-service-role/", start + owner.length));
  return { kind: "role", account, id, principalArn: role, name, serviceLinked };
}

function outsider(principal: Exclude<RequestPrincipal, string>): Caller {
  if ("service" in principal) {
    return { kind: "service", id: principal.service, serviceLinked: No };
  }
  return "federated" in principal
    ? { kind: "federated", id: principal.federated, serviceLinked: No }
    : { kind: "anonymous", serviceLinked: No };
}
