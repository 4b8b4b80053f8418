import * as aws from "@pulumi/aws";
import { OsAccessRole } from "../../components/osAccessRole";
import { OsAccess } from "../../model/landingZone";
import { documentOf, named, register } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const policyType = "aws:iam/rolePolicy:RolePolicy";

/** Everything that OSAccess of the example account is made of, some settings changed. */
export function osAccessIn(changes: Partial<OsAccess> = {}) {
  return register(() => {
    const provider = new aws.Provider("account", {});
    new OsAccessRole(
      "os-access",
      { zone: zoneWith(), account: accountWith({ osAccess: osAccessWith(changes) }) },
      { providers: { aws: provider } },
    );
  });
}

/** What OSAccess is allowed beyond reading. */
export async function allowed(changes: Partial<OsAccess> = {}) {
  return documentOf(named(await osAccessIn(changes), policyType, "os-access-allow"), "policy");
}

/** What OSAccess is denied, whatever is attached to it. */
export async function denied(changes: Partial<OsAccess> = {}) {
  return documentOf(named(await osAccessIn(changes), policyType, "os-access-deny"), "policy");
}

/** The Sids of a document's statements. */
export const sids = ({ Statement }: { Statement: { Sid: string }[] }) =>
  Statement.map(({ Sid }) => Sid);
