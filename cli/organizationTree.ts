import type { Colors } from "picocolors/types";
import type { CheckReport, StackReport } from "../engine/report";
import type { Account, LandingZone, OrganizationalUnit } from "../model/landingZone";
import { accountNode, idOf, unguardedLine } from "./accountNode";
import { isRefused, stackNodes } from "./stackNode";
import type { TreeNode } from "./tree";
import { count, list } from "./words";

/** An organization of so many accounts is shown whole; of a larger one each OU shows its first few. */
const shownWhole = 50;
const firstFew = 3;

interface OrganizationTreeOptions {
  readonly colors: Colors;
  /** Show each account, however many there are. */
  readonly all: boolean;
}

/** The organization as the report found it: OUs, accounts, and at each what its stacks make. */
export function organizationTree(
  zone: LandingZone,
  report: CheckReport,
  options: OrganizationTreeOptions,
): TreeNode {
  const { colors } = options;
  const stacksAt = byPlace(zone, report.stacks);
  const stacksOf = (place: string) => stacksAt.get(place) ?? [];
  const stackNode = stackNodes(colors);
  const nodesOf = (place: string) => stacksOf(place).map(stackNode);
  const isWhole = options.all || zone.accounts.length <= shownWhole;

  const accountNodes = (ou: string | undefined): TreeNode[] => {
    const accounts = zone.accounts.filter((account) => account.ou === ou);
    const quiet = accounts.filter(({ name }) => !stacksOf(accountPlace(name)).some(isRefused));
    const hidden = new Set(isWhole ? [] : quiet.slice(firstFew));
    const shown = accounts.filter((account) => !hidden.has(account));
    const nodes = shown.map((account) =>
      accountNode(zone, account, report.unguarded, nodesOf(accountPlace(account.name)), colors),
    );
    return hidden.size === 0 ? nodes : [...nodes, restNode([...hidden], colors)];
  };
  const ouNode = (ou: OrganizationalUnit): TreeNode => ({
    lines: ouLines(zone, report, ou, colors),
    children: [...nodesOf(ouPlace(ou.path)), ...accountNodes(ou.path), ...ouNodes(ou.path)],
  });
  const ouNodes = (parent: string | undefined): TreeNode[] =>
    zone.organizationalUnits.filter((ou) => ou.parent === parent).map(ouNode);

  return {
    lines: [
      { text: `${colors.bold("Organization")}  ${zone.organization.id}` },
      { text: `sessions in ${list(zone.regions)}`, style: colors.dim },
    ],
    children: [...nodesOf(root), ...accountNodes(undefined), ...ouNodes(undefined)],
  };
}

/** Where stacks stand in the tree; an OU and an account may have one name. */
const root = "root";
const ouPlace = (path: string) => `ou ${path}`;
const accountPlace = (name: string) => `account ${name}`;

/** Each stack stands at what it is about; the users' stack in the account in which they live. */
function placeOf(zone: LandingZone, { kind, target }: StackReport): string {
  if (target === undefined) {
    return kind === "identity" ? accountPlace(zone.organization.identity) : root;
  }
  const isOu = zone.guardrails.some(
    (guarded) => guarded.name === target && guarded.kind === "organizationalUnit",
  );
  return kind === "guardrails" && isOu ? ouPlace(target) : accountPlace(target);
}

function byPlace(zone: LandingZone, stacks: readonly StackReport[]): Map<string, StackReport[]> {
  const places = new Map<string, StackReport[]>();
  for (const stack of stacks) {
    const place = placeOf(zone, stack);
    places.set(place, [...(places.get(place) ?? []), stack]);
  }
  return places;
}

function ouLines(
  zone: LandingZone,
  report: CheckReport,
  ou: OrganizationalUnit,
  colors: Colors,
): TreeNode["lines"] {
  const open = report.unguarded.find(
    ({ kind, name }) => kind === "organizationalUnit" && name === ou.path,
  );
  const managed = ou.managed ? colors.dim("  kept by the organization stack") : "";
  return [
    { text: `${colors.bold(`${ou.name}/`)}  ${idOf(ou, colors)}${managed}` },
    ...(open ? [unguardedLine(open, colors)] : []),
  ];
}

function restNode(hidden: readonly Account[], colors: Colors): TreeNode {
  const text = `and ${count(hidden.length, "account")} more without violations (--all shows each)`;
  return { lines: [{ text, style: colors.dim }], children: [] };
}
