import { Fault, quoted } from "../fault";
import { hybridNodeRole, justInTimeRole, nodeRole } from "../names";
import { inOrder } from "../records";
import { Path } from "../yamlSource";
import { Draft, FirstPlaces } from "./draft";

/** Names that AWS or Sekisho gives; IAM keeps role names unique without regard to case. */
const reserved = new Map(
  [
    [nodeRole, "Sekisho's node role"],
    [hybridNodeRole, "Sekisho's hybrid node role"],
    [justInTimeRole, "AWS's just-in-time node access"],
    ["OrganizationAccountAccessRole", "AWS's role for the management account"],
    ["AWSControlTowerExecution", "AWS Control Tower's role"],
  ].map(([name, what]) => [name!.toLowerCase(), what!]),
);

const reservedPrefixes = [
  ["awsreservedsso_", "a role of IAM Identity Center"],
  ["awsservicerolefor", "a service-linked role"],
] as const;

/**
 * No two roles of an account may have one name: the OSAccess role, the deploy role and the automation roles
 * are exempt from guardrails by name, so that whoever shares the name shares the exemption.
 */
export function* checkRoles(draft: Draft): Generator<Fault> {
  const { input, source } = draft;
  const uses = new FirstPlaces<string>();
  for (const { name, what, path, part } of declaredRoles(draft)) {
    const owner = reservedFor(name) ?? uses.add(name.toLowerCase(), what);
    if (owner !== undefined) {
      yield source.fault(path, taken(name, owner), part);
    }
  }
  for (const [account, { nodeRoles }] of inOrder(input.accounts, source.keys("accounts"))) {
    for (const [position, name] of nodeRoles.entries()) {
      const owner = reservedFor(name) ?? uses.add(name.toLowerCase(), "an existing role");
      if (owner !== undefined && owner !== "an existing role") {
        yield source.fault(["accounts", account, "nodeRoles", position], taken(name, owner));
      }
    }
  }
}

export interface DeclaredRole {
  readonly name: string;
  /** `the OSAccess role`. */
  readonly what: string;
  readonly path: Path;
  readonly part: "key" | "value";
}

/** Every role that the file names, but for existing roles of nodes, in the order in which a name is kept. */
export function declaredRoles({ input, source }: Draft): DeclaredRole[] {
  const value = (name: string | undefined, what: string, path: Path): DeclaredRole[] =>
    name === undefined ? [] : [{ name, what, path, part: "value" }];
  return [
    ...value(input.osAccess?.role, "the OSAccess role", ["osAccess", "role"]),
    ...value(input.deploy?.role, "the deploy role", ["deploy", "role"]),
    ...(input.automationRoles ?? []).flatMap((name, position) =>
      value(name, "an automation role", ["automationRoles", position]),
    ),
    ...source.keys("roles").map((name) => ({
      name,
      what: "a role of roles",
      path: ["roles", name],
      part: "key" as const,
    })),
  ];
}

/** Whose role has the name, if it is one that AWS or Sekisho gives: `Sekisho's node role`. */
export function reservedFor(name: string): string | undefined {
  const folded = name.toLowerCase();
  return (
    reserved.get(folded) ?? reservedPrefixes.find(([prefix]) => folded.startsWith(prefix))?.[1]
  );
}

function taken(name: string, owner: string): string {
  const found = `found the role name ${quoted(name)}, which is that of ${owner}`;
  return `${found}, allowed is a name that no other role has in any case: rename it.`;
}
