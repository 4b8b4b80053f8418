import type { LandingZone, User } from "../model/landingZone";
import type { Opening } from "../model/openings";
import { identityAccount, roleArn } from "../model/names";
import { profileName, SwitchTarget } from "./switchTargets";

export interface ProfileOptions {
  /** Name of the user's MFA device; whoever enrolled it chose the name. */
  readonly mfaDevice: string;
  /** The region that commands go to. */
  readonly region: string;
}

/** The profile that holds the user's own access key. */
export const ownProfile = "sekisho";

/**
 * A part of ~/.aws/config with a profile a target. The session name must be the user's: the trust policies demand it.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 */
export function awsProfiles(
  zone: LandingZone,
  user: User,
  targets: readonly SwitchTarget[],
  { mfaDevice, region }: ProfileOptions,
): string {
  const identity = identityAccount(zone).id;
  const serial = `arn:${zone.organization.partition}:iam::${identity}:mfa/${mfaDevice}`;
  const own = [
    `# For ${user.name}, by sekisho aws-config. The access key goes where the AWS CLI puts it, never in here:`,
    `#   aws configure --profile ${ownProfile}`,
    `[profile ${ownProfile}]`,
    `region = ${region}`,
  ];
  return [own, ...targets.map((target) => profile(zone, user, target, { serial, region }))]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function profile(
  zone: LandingZone,
  user: User,
  target: SwitchTarget,
  { serial, region }: { serial: string; region: string },
): string[] {
  return [
    ...(target.openings ?? []).map(windowLine),
    `[profile ${profileName(target)}]`,
    `role_arn = ${roleArn(zone, target.account.id, target.role)}`,
    `source_profile = ${ownProfile}`,
    `role_session_name = ${user.name}`,
    `mfa_serial = ${serial}`,
    `duration_seconds = ${target.longest}`,
    `region = ${region}`,
  ];
}

/** The window, and where it ends hard also the moment up to which a session starts. */
function windowLine({ grant, from, until, startUntil }: Opening): string {
  const hard = startUntil < until ? `; sessions start before ${startUntil}` : "";
  return `# ${grant.id}: ${from} to ${until}${hard}`;
}
