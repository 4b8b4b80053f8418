import * as pulumi from "@pulumi/pulumi";
import { DeployRole } from "../components/deployRole";
import { organizationAccessRole } from "../components/memberAccounts";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { accountProvider } from "./provider";

/**
 * In one account: its deploy role, made once by somebody who may assume OrganizationAccountAccessRole from the management
 * account. Under the guardrails that role may no longer touch the deploy role, which then deploys this stack itself:
 * `pulumi config set sekisho:bootstrapThrough SekishoDeploy`.
 */
export function bootstrapStack(zone: LandingZone, account: KnownAccount): void {
  const through =
    new pulumi.Config("sekisho").get("bootstrapThrough") ??
    // The management account has no such role: whoever bootstraps it is already in it.
    (account.name === zone.organization.management ? undefined : organizationAccessRole);
  const providers = { aws: accountProvider(zone, account, through) };
  new DeployRole("deploy-role", { zone, account }, { providers });
}
