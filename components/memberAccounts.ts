import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LandingZone } from "../model/landingZone";

export interface MemberAccountsArgs {
  zone: LandingZone;
  /** Ids of the OUs by path. */
  organizationalUnits: ReadonlyMap<string, pulumi.Input<string>>;
}

/** The role that Organizations makes in a new account; the deploy role is bootstrapped through it, once. */
export const organizationAccessRole = "OrganizationAccountAccessRole";

/** The accounts that the landing zone creates and keeps: never closed, never deleted. */
export class MemberAccounts extends pulumi.ComponentResource {
  /** Ids by name, of the managed accounts. */
  public readonly ids = new Map<string, pulumi.Output<string>>();

  constructor(name: string, args: MemberAccountsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:MemberAccounts", name, {}, opts);
    const { zone, organizationalUnits } = args;

    for (const account of zone.accounts.filter(({ managed }) => managed)) {
      const resource = new aws.organizations.Account(
        `${name}-${account.name}`,
        {
          name: account.name,
          email: account.email,
          parentId:
            account.ou === undefined
              ? zone.organization.root
              : organizationalUnits.get(account.ou)!,
          roleName: organizationAccessRole,
          iamUserAccessToBilling: "ALLOW",
          closeOnDeletion: false,
        },
        {
          parent: this,
          // A closed account is gone after 90 days, with everything in it.
          protect: true,
          retainOnDelete: true,
          // AWS does not tell these two afterwards; a difference would replace the account.
          // https://www.pulumi.com/registry/packages/aws/api-docs/organizations/account/#import
          ignoreChanges: ["roleName", "iamUserAccessToBilling"],
        },
      );
      this.ids.set(account.name, resource.id);
    }
    this.registerOutputs();
  }
}
