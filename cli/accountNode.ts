import type { Colors } from "picocolors/types";
import { guardrailsOver, Unguarded } from "../guardrails/coverage";
import type { Account, LandingZone, NodeSelector, OsAccess } from "../model/landingZone";
import type { TreeLine, TreeNode } from "./tree";
import { list } from "./words";

/** One account: its id, what guards it, how its OSes are entered; below it what its stacks make. */
export function accountNode(
  zone: LandingZone,
  account: Account,
  unguarded: readonly Unguarded[],
  stacks: readonly TreeNode[],
  colors: Colors,
): TreeNode {
  const open = unguarded.find(({ kind, name }) => kind === "account" && name === account.name);
  const guards = guardrailsOver(zone, account).filter(({ id }) => id !== undefined);
  const guarded = `guarded by ${list(guards.map(({ name }) => name))}`;
  const title = `${colors.bold(account.name)}  ${idOf(account, colors)}`;
  return {
    lines: [
      { text: open === undefined ? `${title}  ${colors.dim(guarded)}` : title },
      ...(open === undefined ? [] : [unguardedLine(open, colors)]),
      { text: entrance(account), style: colors.dim },
      ...(account.adopt.length === 0 ? [] : [{ text: adoption(account), style: colors.yellow }]),
    ],
    children: stacks,
  };
}

/** That no guardrail covers the target, and why. */
export function unguardedLine({ reason }: Unguarded, colors: Colors): TreeLine {
  return { text: `unguarded: ${reason}`, style: colors.yellow };
}

/** The id, or that AWS has not given it yet. */
export function idOf({ id }: { readonly id?: string }, colors: Colors): string {
  return id ?? colors.yellow("id not known yet");
}

/** How the account's OSes are entered, and what sets it apart in how that is logged. */
function entrance({ osAccess }: Account): string {
  const { sourceIp, logs } = osAccess;
  return [
    `${list(osAccess.channels)} on ${nodes(osAccess.nodes)}`,
    ...window(osAccess),
    ...(sourceIp.length === 0 ? [] : [`from ${list(sourceIp)}`]),
    ...(logs.s3.objectLock === "compliance" ? ["transcripts under compliance lock"] : []),
    ...(logs.cloudWatch === undefined ? ["transcripts in S3 alone"] : []),
  ].join(", ");
}

/** When they are entered; what a window does not hold by itself is said. */
function window({ mode, windows, sessionExpiry }: OsAccess): string[] {
  if (mode !== "grants") {
    return ["through just-in-time node access"];
  }
  return [
    "in a granted window",
    ...(windows === "assume-role" ? ["which holds on taking the role alone"] : []),
    ...(sessionExpiry ? [] : ["at whose end no function ends sessions"]),
  ];
}

/** While a document is being taken over its old content stands: not what this landing zone says of logs. */
function adoption({ adopt }: Account): string {
  return (
    `takes over the preferences of ${list(adopt)}: sessions there are logged as before until the ` +
    "region leaves adopt"
  );
}

function nodes(selector: NodeSelector): string {
  switch (selector.kind) {
    case "all":
      return "all nodes";
    case "tag":
      return `nodes tagged ${selector.key}=${selector.value}`;
    case "ids":
      return list(selector.ids);
  }
}
