import { Command } from "commander";
import type { LandingZone, User } from "../model/landingZone";
import { readLandingZone } from "./landingZoneFiles";
import { Stop } from "./stop";
import type { SwitchTarget } from "./switchTargets";
import { grantsOption, organizationOption } from "./options";

/** What the three commands for the people who enter have in common. */
export interface UserOptions {
  readonly file: string;
  readonly grants?: string;
  readonly region?: string;
  readonly json?: boolean;
}

/** A user, what he may switch to today, and the region that was asked for. */
export interface UserTargets {
  readonly zone: LandingZone;
  readonly user: User;
  readonly targets: readonly SwitchTarget[];
  readonly region: string;
}

/** A command about one user, with the options of all of them. */
export function userCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .argument("<user>", "a name in users")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--region <region>", "a declared region (default: the first)");
}

/** Reads the files; stops where the user or the region is not declared, or where there is nothing to switch to. */
export async function userTargets(name: string, options: UserOptions): Promise<UserTargets> {
  const zone = await readLandingZone(options.file, options.grants);
  const { nearest, visible } = await import("../model/fault");
  const region = options.region ?? zone.home;
  if (!zone.regions.includes(region)) {
    const declared = zone.regions.join(", ");
    throw new Stop(`There is no region ${visible(region)}; declared are ${declared}.`, 2);
  }
  const user = zone.users.find((candidate) => candidate.name === name);
  if (user === undefined) {
    const near = nearest(
      name,
      zone.users.map((candidate) => candidate.name),
    );
    const guess = near === undefined ? "." : `; is ${near} meant?`;
    throw new Stop(`There is no user ${visible(name)} in ${options.file}${guess}`, 2);
  }
  const { switchTargets } = await import("./switchTargets");
  const { formatInstant } = await import("../model/instant");
  const now = formatInstant(new Date());
  const targets = switchTargets(zone, user, now);
  if (targets.length === 0) {
    throw new Stop(
      `${name} may switch to nothing: no group of ${name} names a role, and no grant is open or to come.`,
      1,
    );
  }
  return { zone, user, targets, region };
}
