import { KnownAccount, LandingZone } from "../../model/landingZone";
import { nodeRole, roleArn, sessionExpiry } from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { deployedRoles, deployedUsers } from "./deployedIdentities";
import { deployedSessionExpiry } from "./deployedSessionExpiry";
import { deployedStores } from "./deployedStores";
import { DeployedType } from "./deployedTypes";
import { Call, globalRegion, Need, needsOfRole } from "./need";

/** What the deploy role does in an account, for each type of resource that its stacks have. */
export function deployNeeds(zone: LandingZone, account: KnownAccount): Need[] {
  const everywhere = globalRegion(zone);
  const callsFor = (types: readonly DeployedType[], region: string): Call[] =>
    types
      .filter(({ made }) => made?.(account) ?? true)
      .flatMap(({ actions, resources }) =>
        actions.map((action) => ({ action, resources: resources(zone, account, region), region })),
      );
  const isInHomeAlone = ({ type }: DeployedType) => type.startsWith("aws:s3/");
  const calls: Call[] = [
    {
      action: "iam:PassRole",
      resources: [roleArn(zone, account.id, nodeRole)],
      region: everywhere,
    },
    ...(endsSessions(account)
      ? [
          {
            action: "iam:PassRole",
            resources: [roleArn(zone, account.id, sessionExpiry)],
            region: everywhere,
          },
        ]
      : []),
    ...callsFor(deployedRoles, everywhere),
    ...(account.name === zone.organization.identity ? callsFor(deployedUsers, everywhere) : []),
    ...callsFor(deployedStores.filter(isInHomeAlone), zone.home),
    ...zone.regions.flatMap((region) =>
      callsFor(
        [...deployedStores.filter((each) => !isInHomeAlone(each)), ...deployedSessionExpiry],
        region,
      ),
    ),
  ];
  const who = `the deploy role ${zone.deploy.role}`;
  const otherwise = `${account.name} can no longer be deployed`;
  return needsOfRole(zone, account, zone.deploy.role, { who, otherwise }, calls);
}
