import type { Command } from "commander";
import type { Grant, LandingZone } from "../../model/landingZone";
import { knownName } from "../names";
import { grantsOption, organizationOption } from "../options";
import { Stop } from "../stop";
import { print, terminalOf } from "../terminal";
import {
  checkedWith,
  edited,
  filesWith,
  GrantsFilesOptions,
  outcome,
  printDifference,
  readGrantsFiles,
  writeChanges,
} from "./grantsFiles";
import { endOf } from "../../model/openings";
import { accountsOf, holdsOnTakingTheRole, stateOf } from "./states";

interface RevokeOptions extends GrantsFilesOptions {
  readonly user?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  $ sekisho grant revoke alice-web-production-2026-12-01-0900
  $ sekisho grant revoke --user alice                     every grant of hers that is open or to come
  $ sekisho grant revoke certificate-2026-12 --at 2026-12-01T11:00+09:00

It writes 'revoked' into the grant. Nothing closes in AWS before the stacks that it names are deployed: deploy first and talk
later. Removing the block closes the window too, but leaves credentials that were taken before alive for up to an hour where
windows hold on taking the role alone; 'revoked' has them refused.

Exit code: 0 written, 1 nothing to revoke: it is over, or revoked already, 2 wrong use, or the files do not check. With 1 and 2
nothing is written.`;

/** `sekisho grant revoke`: closes grants now. */
export function addGrantRevoke(grant: Command): void {
  grant
    .command("revoke")
    .summary("close grants now")
    .description(
      "Writes the moment of now into grants as the end of what they open, and prints the difference, the stacks to deploy in the " +
        "order that closes fastest, and what goes on until then.",
    )
    .argument("[ids...]", "ids of grants")
    .option("--user <name>", "every grant of one user that is open or to come, instead of ids")
    .option("--at <moment>", "close at a moment to come, not now")
    .option("--zone <zone>", "the zone of the moment that is written (default: this machine's)")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--dry-run", "only show what would change")
    .addHelpText("after", examples)
    .action(revoke);
}

async function revoke(ids: readonly string[], options: RevokeOptions): Promise<void> {
  if ((ids.length === 0) === (options.user === undefined)) {
    throw new Stop("Say what to revoke: either ids of grants, or --user.", 2);
  }
  const { formatInstant, parseInstant } = await import("../../model/instant");
  const { knownZone, momentOf } = await import("./window");
  const { thisMoment } = await import("../when");
  const zone = knownZone(options.zone);
  const now = new Date();
  const moment =
    options.at === undefined ? thisMoment("second", zone, now)! : momentOf(options.at, zone);
  const instant = parseInstant(moment);
  if (instant === undefined || (options.at !== undefined && instant <= formatInstant(now))) {
    throw new Stop(`${moment} is no moment to come: leave --at out to close now.`, 2);
  }
  const files = await readGrantsFiles(options);
  const chosen =
    options.user === undefined
      ? await grantsNamed(files.zone, ids)
      : await liveGrantsOf(files.zone, options.user, instant);
  refuseClosed(files.zone, chosen, instant, formatInstant(now));

  const { withRevoked } = await import("../../model/grantsText");
  const closed = new Set(chosen.map(({ id }) => id));
  const changes = new Map<string, string>();
  for (const { file, text } of await filesWith(files, closed)) {
    changes.set(
      file,
      edited(file, () => withRevoked(text, closed, moment)),
    );
  }
  const after = await checkedWith(options.file, files, changes);
  const { changedStacks } = await import("./changedStacks");
  const stacks = await changedStacks(files.zone, after);
  // Written although a stack may not be planned: what closes must never wait for what is too large.
  if (!options.dryRun) {
    writeChanges(changes);
  }
  await printDifference(files, changes);
  const { closingLines } = await import("./closingLines");
  const written = outcome(changes, options.dryRun === true);
  const revoked = after.grants.filter(({ id }) => closed.has(id));
  const { wrappedLines } = await import("../tree");
  const lines = [written, ...closingLines(after, revoked, stacks, formatInstant(now))];
  await print(wrappedLines(lines, terminalOf(process.stdout).width).join("\n"));
}

async function grantsNamed(zone: LandingZone, ids: readonly string[]): Promise<Grant[]> {
  const { nearest, visible } = await import("../../model/fault");
  const known = zone.grants.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    const lines = unknown.map((id) => {
      const near = nearest(id, known) ?? known.find((each) => each.startsWith(id));
      const guess = near === undefined ? "." : `; is ${near} meant?`;
      return `There is no grant ${visible(id)}${guess} 'sekisho grant list' shows them.`;
    });
    throw new Stop(lines.join("\n"), 2);
  }
  return zone.grants.filter(({ id }) => ids.includes(id));
}

async function liveGrantsOf(zone: LandingZone, name: string, instant: string): Promise<Grant[]> {
  const user = await knownName("user", name, zone.users);
  const live = zone.grants.filter((grant) => grant.user === user.name && endOf(grant) > instant);
  if (live.length === 0) {
    throw new Stop(`${name} has no grant that is open or to come at ${instant}.`, 1);
  }
  return live;
}

/**
 * A moment that is written although the window is over by then would look like a closed door. Where windows hold on taking the
 * role alone a later one does close something: credentials that were taken between the first and its deployment.
 */
function refuseClosed(
  zone: LandingZone,
  grants: readonly Grant[],
  instant: string,
  now: string,
): void {
  const lines = grants.flatMap((grant) => {
    const { id, until, revoked } = grant;
    if (
      (stateOf(grant, now) === "revoked" || (revoked !== undefined && revoked <= instant)) &&
      !(revoked! < instant && holdsOnTakingTheRole(accountsOf(zone, grant)))
    ) {
      return [`${id} is revoked already, from ${revoked} on.`];
    }
    return until <= instant ? [`${id} is over at ${until}; nothing of it is left to revoke.`] : [];
  });
  if (lines.length > 0) {
    throw new Stop([...lines, "Nothing is written."].join("\n"), 1);
  }
}
