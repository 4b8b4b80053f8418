import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as yaml from "yaml";

interface Organization {
  accounts: Record<string, Account>;
  roles: Record<string, { policies: string[] }>;
  groups: Record<string, { switchTo: { role: string; accounts: string | string[] }[] }>;
  users: Record<string, { groups: string[] }>;
}

interface Account {
  id?: string;
  email: string;
  ou?: string;
  osAccess?: { mode?: string };
  [setting: string]: unknown;
}

/** Accounts that every organization has once. */
const central = ["management", "identity", "audit"];

/** A platform team's size: one person, and one grant, for so many accounts. */
const accountsPerUser = 20;

/**
 * Writes organization.yaml and grants.yaml of an organization that is the tests' example with its workload accounts
 * repeated until there are as many as asked for, so that each kind of account counts. Each account gets as many switch
 * roles on top as `roles` says.
 *
 * @returns the path of organization.yaml
 */
export function writeOrganization(folder: string, accounts: number, roles = 0): string {
  const example = yaml.parse(
    readFileSync(join(__dirname, "../test/example/organization.yaml"), "utf8"),
  ) as Organization;
  const workloads = Object.values(example.accounts).filter(
    ({ ou, id }) => id !== undefined && ou?.startsWith("Workloads"),
  );
  const grown: Record<string, Account> = Object.fromEntries(
    central.map((name) => [name, example.accounts[name]!]),
  );
  const users = { ...example.users };
  const grants: unknown[] = [];
  // An SCP names each account of just-in-time node access, so that one OU cannot hold hundreds of them.
  const common = workloads.filter(({ osAccess }) => osAccess?.mode === undefined);
  for (let number = central.length; number < accounts; number++) {
    const name = `workload-${number}`;
    grown[name] = {
      ...(workloads[number - central.length] ?? common[number % common.length]!),
      id: String(400_000_000_000 + number),
      email: `aws+${name}@example.com`,
    };
    if (number % accountsPerUser === 0) {
      users[`user-${number}`] = { groups: ["operators"] };
      grants.push(grantOf(`user-${number}`, name));
    }
  }
  for (const { switchTo } of Object.values(example.groups)) {
    // AWS lets a group have ten managed policies of 6,144 characters: they do not hold the ARNs of a thousand roles.
    for (const target of switchTo) {
      target.accounts = target.role === "Administrator" ? ["Workloads/Development"] : "*";
    }
  }
  for (let number = 1; number <= roles; number++) {
    example.roles[`Team${number}`] = {
      policies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
    };
    example.groups.operators!.switchTo.push({ role: `Team${number}`, accounts: "*" });
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "organization.yaml");
  // Without anchors: objects are shared between accounts, and people do not write such files.
  const text = (value: unknown) => yaml.stringify(value, { aliasDuplicateObjects: false });
  writeFileSync(file, text({ ...example, accounts: grown, users }));
  writeFileSync(join(folder, "grants.yaml"), text({ grants }));
  cpSync(join(__dirname, "../test/example/policies"), join(folder, "policies"), {
    recursive: true,
  });
  return file;
}

function grantOf(user: string, account: string) {
  return {
    id: `grant-of-${user}`,
    user,
    accounts: [account],
    from: "2026-12-01T09:00:00+09:00",
    until: "2026-12-01T10:00:00+09:00",
    reason: "Replace the certificate",
    approver: "carol",
  };
}
