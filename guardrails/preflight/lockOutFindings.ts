import { PreflightFinding } from "./finding";
import { LandingZone } from "../../model/landingZone";
import { guardrailsOver } from "../coverage";
import type { LockOut } from "./lockOut";

/** What the control policies stop or may stop, told once for each account's target, caller and reason. */
export function lockOutFindings(
  zone: LandingZone,
  lockOuts: readonly LockOut[],
): PreflightFinding[] {
  const groups = new Map<string, { finding: Omit<PreflightFinding, "message">; all: LockOut[] }>();
  for (const lockOut of lockOuts) {
    const { need, stoppedBy } = lockOut;
    const target = guardrailsOver(zone, need.caller).find(({ id }) => id !== undefined)?.name;
    const level = "unknownKeys" in stoppedBy ? "note" : "refused";
    const key = JSON.stringify([target, need.who, reasonOf(stoppedBy)]);
    const group = groups.get(key) ?? { finding: { target, level }, all: [] };
    group.all.push(lockOut);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ finding, all }) => ({ ...finding, message: messageOf(all) }));
}

function messageOf(lockOuts: readonly LockOut[]): string {
  const [{ need, stoppedBy }] = lockOuts as [LockOut];
  const actions = [...new Set(lockOuts.map((each) => each.need.request.action))];
  const shown = actions.slice(0, 3).join(", ");
  const what = actions.length > 3 ? `${shown} and ${actions.length - 3} more` : shown;
  const accounts = new Set(lockOuts.map((each) => each.need.owner.name)).size;
  const others = accounts > 1 ? ` (the same in ${accounts - 1} other accounts)` : "";
  return "unknownKeys" in stoppedBy
    ? `Whether ${need.who} may ${what} depends on ${stoppedBy.unknownKeys.join(", ")}; if not, ${need.otherwise}${others}.`
    : `${reasonOf(stoppedBy)} stops ${need.who} from ${what}: ${need.otherwise}${others}.`;
}

function reasonOf(stoppedBy: LockOut["stoppedBy"]): string {
  if ("statement" in stoppedBy) {
    const { policy, sid, index } = stoppedBy.statement;
    return `${policy}, ${sid ?? `statement ${index + 1}`},`;
  }
  return "level" in stoppedBy
    ? `What the SCPs at ${stoppedBy.level} allow`
    : stoppedBy.unknownKeys.join(", ");
}
