import { RequestPrincipal } from "../../../iam/caller";
import { Context } from "../../../iam/request";
import { PolicyDocument } from "../../support";
import { everything } from "./awsManagedPolicies";
import { Bearer } from "./world";

/** Somebody who calls AWS, with the condition keys that his credentials bring along. */
export interface Actor {
  readonly principal: RequestPrincipal;
  /** ARN of the role behind a session. */
  readonly role?: string;
  /** Undefined for services and for whoever comes without an account of ours or another's. */
  readonly bearer?: Bearer;
  readonly context: Context;
}

/** A session of a role, `team/Role` for one with a path; `documents` are rights that the landing zone did not give it. */
export function session(
  account: string,
  role: string,
  name: string,
  documents: readonly PolicyDocument[] = [],
): Actor {
  const plain = role.split("/").at(-1)!;
  const arn = `arn:aws:iam::${account}:role/${role}`;
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${plain}/${name}`,
    role: arn,
    bearer: { arn, account, documents },
    context: { "aws:userid": `AROA${account}${plain.toUpperCase()}:${name}` },
  };
}

/** How a user signed his request. */
export type Credentials =
  "MFA" | "access key" | "session token without MFA" | "console without MFA";

const mfaKeys: Readonly<Record<Credentials, Context>> = {
  MFA: { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "600" },
  "access key": {},
  "session token without MFA": { "aws:MultiFactorAuthPresent": "false" },
  "console without MFA": { "aws:MultiFactorAuthPresent": "false" },
};

/** A user of an account, by `path/name`. */
export function user(
  account: string,
  pathAndName: string,
  credentials: Credentials,
  documents: readonly PolicyDocument[] = [],
): Actor {
  const arn = `arn:aws:iam::${account}:user/${pathAndName}`;
  return {
    principal: arn,
    bearer: { arn, account, documents },
    context: { "aws:userid": `AIDA${pathAndName}`, ...mfaKeys[credentials] },
  };
}

/** The root user of an account. */
export function root(account: string): Actor {
  const arn = `arn:aws:iam::${account}:root`;
  return { principal: arn, bearer: { arn, account, documents: [] }, context: {} };
}

/** Whoever a user of the account made a federated user, with every right that he has himself. */
export function federatedUser(account: string, name: string): Actor {
  const arn = `arn:aws:sts::${account}:federated-user/${name}`;
  return {
    principal: arn,
    bearer: { arn, account, documents: [everything], passed: [everything] },
    context: {},
  };
}

/** An AWS service that acts in its own name, for a resource of somebody's account. */
export function service(name: string, context: Context = {}): Actor {
  return { principal: { service: name }, context };
}

/** Whoever an identity provider vouches for. */
export function federated(provider: string): Actor {
  return { principal: { federated: provider }, context: {} };
}

/** The same actor, with other condition keys. */
export function under(actor: Actor, context: Context): Actor {
  return { ...actor, context: { ...actor.context, ...context } };
}
