import { Fault, quoted } from "../fault";
import { hybridNodeRole, nodeRole } from "../names";
import { inOrder } from "../records";
import { Path } from "../yamlSource";
import { Draft, FirstPlaces } from "./draft";

/** Names that AWS or Sekisho gives; IAM keeps role names unique without regard to case. */
const reserved = new Map(
  [
    [nodeRole, "Sekisho's node role"],
    [hybridNodeRole, "Sekisho's hybrid node role"],
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
export function* checkRoles({ input, source }: Draft): Generator<Fault> {
  const uses = new FirstPlaces<string>();
  for (const { name, what, path, part } of declaredRoles({ input, source })) {
    const owner = reservedFor(name) ?? uses.add(name.toLowerCase(), what);
    if (owner !== undefined) {
      yield source.fault(path, taken(name, owner), part);
    }
  }
  yield* checkTrusted({ input, source });
  for (const [account, { nodeRoles }] of inOrder(input.accounts, source.keys("accounts"))) {
    for (const [position, name] of nodeRoles.entries()) {
      const owner = reservedFor(name) ?? uses.add(name.toLowerCase(), "an existing role");
      if (owner !== undefined && owner !== "an existing role") {
        yield source.fault(["accounts", account, "nodeRoles", position], taken(name, owner));
      }
    }
  }
}

/** A role that people switch to may not be the one that deploys: what it may change has no guardrails. */
function* checkTrusted({ input, source }: Draft): Generator<Fault> {
  const [, accountId, name] =
    /:([0-9]{12}):role\/(?:.*\/)?([^/]+)$/.exec(input.deploy?.trustedBy ?? "") ?? [];
  const ours = Object.values(input.accounts ?? {}).some(({ id }) => id === accountId);
  const people = [...(input.osAccess ? [input.osAccess.role] : []), ...source.keys("roles")];
  const taken = people.find((role) => role.toLowerCase() === name?.toLowerCase());
  if (accountId !== undefined && ours && taken !== undefined) {
    const found = `found the role ${quoted(taken)}, which people take`;
    const allowed = "the ARN of a role of CI alone";
    yield source.fault(
      ["deploy", "trustedBy"],
      `${found}, allowed is ${allowed}: name another role.`,
    );
  }
}

interface DeclaredRole {
  readonly name: string;
  /** `the OSAccess role`. */
  readonly what: string;
  readonly path: Path;
  readonly part: "key" | "value";
}

function declaredRoles({ input, source }: Draft): DeclaredRole[] {
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

function reservedFor(name: string): string | undefined {
  const folded = name.toLowerCase();
  return (
    reserved.get(folded) ?? reservedPrefixes.find(([prefix]) => folded.startsWith(prefix))?.[1]
  );
}

function taken(name: string, owner: string): string {
  const found = `found the role name ${quoted(name)}, which is that of ${owner}`;
  return `${found}, allowed is a name that no other role has in any case: rename it.`;
}
