import { ofAccount } from "../guardrails/namedAccounts";
import { awsManagedPolicy, titleOfVersion } from "../iam/awsManagedPolicies";
import { actions } from "../iam/awsManagedPoliciesData";
import { CompiledPolicy, compile } from "../iam/compile";
import { PolicyKind } from "../iam/compiledStatement";
import { compiledPolicy } from "../guardrails/compiledPolicy";
import { PlannedDocument, PlannedIdentities, PlannedIdentity } from "./plannedIdentities";

/** What the file of AWS's policies leaves out: whatever one of them says of it, it is taken to allow it. */
const unanswered = compiledPolicy(
  "identity",
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", NotAction: actions, Resource: "*" }],
  }),
  "actions that are not in the file of AWS managed policies",
);

/** What an identity may do by its own policies. */
export interface PlannedRights {
  readonly identity: readonly CompiledPolicy[];
  readonly boundary?: CompiledPolicy;
  /** Documents that could not be read: each is taken to allow everything. */
  readonly unread: readonly string[];
  /** The versions of AWS's own policies that the answers rest on: `ReadOnlyAccess v160 of 2026-08-21`. */
  readonly versions: readonly string[];
}

/** The rights of a role or a user, its groups' among them, as the stacks of its account plan them. */
export function rightsOf(
  identity: PlannedIdentity,
  planned: PlannedIdentities,
  accountId: string,
): PlannedRights {
  const reader = new DocumentReader(planned, accountId);
  const groups = planned.identities.filter(
    ({ kind, name }) => kind === "group" && identity.groups.includes(name),
  );
  const holders = [identity, ...groups];
  const { boundary } = identity;
  const rights = {
    identity: holders.flatMap(({ inline, attached }) => [
      ...inline.map((document) => reader.document(document, "identity")),
      ...attached.flatMap((arn) => reader.managed(arn, "identity")),
    ]),
    ...(boundary !== undefined && { boundary: reader.managed(boundary, "boundary")[0]! }),
  };
  const unknown = holders.flatMap((holder) => holder.unknown);
  return { ...rights, unread: [...unknown, ...reader.unread], versions: reader.versions };
}

class DocumentReader {
  readonly unread: string[] = [];
  readonly versions: string[] = [];

  constructor(
    private readonly planned: PlannedIdentities,
    private readonly accountId: string,
  ) {}

  document({ name, text }: PlannedDocument, kind: PolicyKind): CompiledPolicy {
    if (text === undefined) {
      this.unread.push(name);
      return everything(kind, name);
    }
    return compiledPolicy(kind, ofAccount(text, this.accountId), name);
  }

  /** A managed policy of the account's stacks, or of AWS. */
  managed(arn: string, kind: "identity" | "boundary"): CompiledPolicy[] {
    const own = this.planned.managed.find((document) => arn.endsWith(`:${document.name}`));
    if (own !== undefined) {
      return [this.document(own, kind)];
    }
    const aws = /^arn:aws:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
    const known = aws === undefined ? undefined : awsManagedPolicy(aws);
    // As a boundary, what is left out must not count as denied.
    if (known === undefined || kind === "boundary") {
      return [this.document({ name: ofAccount(arn, this.accountId) }, kind)];
    }
    this.versions.push(titleOfVersion(known));
    return [compile(known.document, kind, known.name), unanswered];
  }
}

function everything(kind: PolicyKind, name: string): CompiledPolicy {
  const Statement = [{ Effect: "Allow", Action: "*", Resource: "*" }];
  return compiledPolicy(kind, JSON.stringify({ Version: "2012-10-17", Statement }), name);
}
