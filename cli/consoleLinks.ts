import type { LandingZone, Partition } from "../model/landingZone";
import { profileName, SwitchTarget } from "./switchTargets";

const signIn: Readonly<Record<Partition, string>> = {
  aws: "https://signin.aws.amazon.com",
  "aws-cn": "https://signin.amazonaws.cn",
  "aws-us-gov": "https://signin.amazonaws-us-gov.com",
};

/** The colours that the console offers; red for what opens an operating system. */
const colours = { osAccess: "F2B0A9", other: "99BCE3" };

/**
 * The link on which the console offers to switch, everything filled in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export function switchRoleUrl(zone: LandingZone, target: SwitchTarget): string {
  const parameters = new URLSearchParams({
    account: target.account.id,
    roleName: target.role,
    // The console takes at most 64 characters.
    displayName: profileName(target).slice(0, 64),
    color: target.openings === undefined ? colours.other : colours.osAccess,
  });
  return `${signIn[zone.organization.partition]}/switchrole?${parameters.toString()}`;
}
