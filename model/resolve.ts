import { AccountNames } from "./accountNames";
import { GuardrailTarget, LandingZone, OrganizationalUnit, OwnPolicy } from "./landingZone";
import { OsAccessInheritance, resolveNodes, resolveOsAccess } from "./osAccess";
import { inOrder, own } from "./records";
import { GrantInput } from "./schema/grants";
import { OrganizationInput } from "./schema/organization";
import { YamlSource } from "./yamlSource";

/** The landing zone of two checked files, in the order of the files, frozen. */
export function resolve(
  input: OrganizationInput,
  grants: readonly GrantInput[],
  source: YamlSource,
  ownPolicies: ReadonlyMap<string, OwnPolicy>,
): LandingZone {
  const inheritance = new OsAccessInheritance(input);
  const accounts = inOrder(input.accounts, source.keys("accounts"));
  const names = new AccountNames(accounts.map(([name, { ou }]) => [name, ou]));
  const [home] = input.regions as [string];
  return freeze({
    organization: input.organization,
    regions: input.regions,
    home,
    deploy: input.deploy,
    identity: input.identity,
    organizationalUnits: organizationalUnits(input, source),
    accounts: accounts.map(([name, account]) => ({
      name,
      ...account,
      osAccess: resolveOsAccess(inheritance.ofAccount(account)),
    })),
    guardrails: input.guardrails.attach.map((name) => guardrailTarget(name, input, ownPolicies)),
    roles: inOrder(input.roles, source.keys("roles")).map(([name, role]) => ({ name, ...role })),
    automationRoles: input.automationRoles,
    groups: inOrder(input.groups, source.keys("groups")).map(([name, { switchTo }]) => ({
      name,
      switchTo: switchTo.map((each) => ({ ...each, accounts: names.expand(each.accounts) })),
    })),
    users: inOrder(input.users, source.keys("users")).map(([name, user]) => ({ name, ...user })),
    grants: grants.map(({ nodes, ...grant }) => ({
      ...grant,
      accounts: names.expand(grant.accounts),
      ...(nodes === undefined ? {} : { nodes: resolveNodes(nodes) }),
    })),
    osAccessRole: input.osAccess.role,
  });
}

function organizationalUnits(input: OrganizationInput, source: YamlSource): OrganizationalUnit[] {
  const units = inOrder(input.organizationalUnits, source.keys("organizationalUnits"));
  const depth = (path: string) => path.split("/").length;
  // A stable sort: units of one depth stay in the order of the file.
  return units
    .sort(([a], [b]) => depth(a) - depth(b))
    .map(([path, { id, managed }]) => {
      const slash = path.lastIndexOf("/");
      return {
        path,
        name: path.slice(slash + 1),
        ...(slash < 0 ? {} : { parent: path.slice(0, slash) }),
        ...(id === undefined ? {} : { id }),
        managed,
      };
    });
}

function guardrailTarget(
  name: string,
  input: OrganizationInput,
  ownPolicies: ReadonlyMap<string, OwnPolicy>,
): GuardrailTarget {
  const account = own(input.accounts, name);
  const id = (account ?? own(input.organizationalUnits, name))?.id;
  const files = own(input.guardrails.policies, name) ?? [];
  return {
    name,
    kind: account === undefined ? "organizationalUnit" : "account",
    ...(id === undefined ? {} : { id }),
    ...(files.length === 0 ? {} : { policies: files.map((file) => ownPolicies.get(file)!) }),
  };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
