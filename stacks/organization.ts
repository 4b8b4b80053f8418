import { MemberAccounts } from "../components/memberAccounts";
import { OrganizationalUnits } from "../components/organizationalUnits";
import { LandingZone } from "../model/landingZone";
import { managementAccount } from "../model/names";
import { deployProvider } from "./provider";

/**
 * In the management account: the managed OUs and accounts. The Organization itself is not owned here; the
 * guardrails need both policy types enabled in it, which the outputs name.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_enable-disable.html
 */
export function organizationStack(zone: LandingZone) {
  const providers = { aws: deployProvider(zone, managementAccount(zone)) };
  const units = new OrganizationalUnits("organizational-units", { zone }, { providers });
  const accounts = new MemberAccounts(
    "accounts",
    { zone, organizationalUnits: units.ids },
    { providers },
  );
  return {
    requiredPolicyTypes: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
    organizationalUnits: Object.fromEntries(units.ids),
    accounts: Object.fromEntries(accounts.ids),
  };
}
