import * as aws from "@pulumi/aws";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { roleArn } from "../model/names";

/** The provider of a deployed account: through its deploy role. */
export function deployProvider(zone: LandingZone, account: KnownAccount): aws.Provider {
  return accountProvider(zone, account, zone.deploy.role);
}

/**
 * The one AWS provider of a stack: into one account, by one role (none: by the caller's own credentials), in the home
 * region. A call that lands elsewhere is refused by `allowedAccountIds`. Regional resources name their region themselves.
 * https://www.pulumi.com/registry/packages/aws/installation-configuration/
 */
export function accountProvider(
  zone: LandingZone,
  account: KnownAccount,
  role: string | undefined,
): aws.Provider {
  return new aws.Provider(account.name, {
    region: zone.home as aws.Region,
    allowedAccountIds: [account.id],
    ...(role && {
      assumeRoles: [{ roleArn: roleArn(zone, account.id, role), sessionName: "sekisho" }],
    }),
    defaultTags: { tags: { ManagedBy: "sekisho" } },
  });
}
