import { Fault, quoted } from "../fault";
import { everyUserGroup } from "../names";
import { inOrder } from "../records";
import { Path, YamlSource } from "../yamlSource";
import { declares, Draft, FirstPlaces, unknownName } from "./draft";

/** Groups switch to roles and accounts that exist, users are in groups that exist. */
export function* checkPeople(draft: Draft): Generator<Fault> {
  const { input, source } = draft;
  const groups = source.keys("groups");
  yield* checkNames(groups, "groups", source);
  yield* checkNames(source.keys("users"), "users", source);
  for (const group of groups) {
    if (group.toLowerCase() === everyUserGroup.toLowerCase()) {
      const found = `found the group name ${quoted(group)}, which is that of Sekisho's group of all users`;
      const allowed = "a name that no other group has in any case";
      yield source.fault(["groups", group], `${found}, allowed is ${allowed}: rename it.`, "key");
    }
  }
  for (const [group, { switchTo }] of inOrder(input.groups, groups)) {
    const seen = new FirstPlaces<number>();
    for (const [position, target] of switchTo.entries()) {
      const at = ["groups", group, "switchTo", position];
      yield* checkRole(target.role, [...at, "role"], draft);
      yield* checkTargets(target.accounts, [...at, "accounts"], source);
      if (seen.add(target.role, position) !== undefined) {
        const found = `found ${quoted(target.role)} again`;
        yield source.fault([...at, "role"], `${found}, allowed is each role once: merge the two.`);
      }
    }
  }
  for (const [user, { groups: memberships }] of inOrder(input.users, source.keys("users"))) {
    for (const [position, group] of memberships.entries()) {
      if (!declares(source, "groups", group)) {
        const at = ["users", user, "groups", position];
        yield unknownName(source, at, group, "a group of groups", groups);
      }
    }
  }
}

/** Names of accounts or paths of OUs, in a list. */
export function* checkTargets(
  targets: "*" | readonly string[],
  path: Path,
  source: YamlSource,
  declaredIn: YamlSource = source,
): Generator<Fault> {
  for (const [position, name] of targets === "*" ? [] : targets.entries()) {
    if (
      !declares(declaredIn, "accounts", name) &&
      !declares(declaredIn, "organizationalUnits", name)
    ) {
      const names = [...declaredIn.keys("accounts"), ...declaredIn.keys("organizationalUnits")];
      const kind = "an account of accounts or an OU of organizationalUnits";
      yield unknownName(source, [...path, position], name, kind, names);
    }
  }
}

function* checkRole(role: string, path: Path, { input, source }: Draft): Generator<Fault> {
  if (role === input.osAccess?.role) {
    const found = `found ${quoted(role)}, the OSAccess role`;
    const allowed = "another role, because grants alone let people into an OS";
    yield source.fault(path, `${found}, allowed is ${allowed}: write a grant in grants.yaml.`);
  } else if (!declares(source, "roles", role)) {
    yield unknownName(source, path, role, "a role of roles", source.keys("roles"));
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: unique without regard to case. */
function* checkNames(names: readonly string[], section: string, source: YamlSource) {
  const seen = new FirstPlaces<string>();
  for (const name of names) {
    const first = seen.add(name.toLowerCase(), name);
    if (first !== undefined) {
      const found = `found the name ${quoted(name)} beside ${quoted(first)}`;
      const allowed = "names that differ by more than case, as IAM has it";
      yield source.fault([section, name], `${found}, allowed are ${allowed}: rename one.`, "key");
    }
  }
}
