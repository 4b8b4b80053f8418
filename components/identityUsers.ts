import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Group, LandingZone } from "../model/landingZone";
import { everyUserGroup, identityAccount, osAccessPath, osAccessPolicyArn } from "../model/names";
import { switchRolePolicies } from "./switchRolePolicies";
import { selfServicePolicy, userBoundary } from "./userPolicies";

export interface IdentityUsersArgs {
  zone: LandingZone;
}

/** Name of the boundary that every user is made with. */
const boundaryName = "SekishoUserBoundary";

/**
 * The users of the organization, in the identity account: users, groups, and what they may switch to. No password and no
 * access key is made here: either would stand in Pulumi's state.
 */
export class IdentityUsers extends pulumi.ComponentResource {
  /** The users by name. */
  public readonly users = new Map<string, aws.iam.User>();

  constructor(name: string, args: IdentityUsersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:IdentityUsers", name, {}, opts);
    const { zone } = args;
    const { passwordPolicy } = zone.identity;

    new aws.iam.AccountPasswordPolicy(
      `${name}-password-policy`,
      {
        minimumPasswordLength: passwordPolicy.minimumLength,
        passwordReusePrevention: passwordPolicy.reusePrevention,
        ...(passwordPolicy.maxAge > 0 && { maxPasswordAge: passwordPolicy.maxAge }),
        requireLowercaseCharacters: true,
        requireUppercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        // The right comes from the group's policy, which demands MFA; this switch would give it without.
        allowUsersToChangePassword: false,
      },
      { parent: this },
    );
    const boundary = new aws.iam.Policy(
      `${name}-boundary`,
      {
        name: boundaryName,
        path: osAccessPath,
        description: "The most a user of the identity account can ever do.",
        policy: userBoundary(zone),
      },
      { parent: this },
    );
    const all = new aws.iam.Group(`${name}-group`, { name: everyUserGroup }, { parent: this });
    const selfService = new aws.iam.GroupPolicy(
      `${name}-group-policy`,
      { name: "SelfService", group: all.name, policy: selfServicePolicy(zone) },
      { parent: this },
    );
    const groups = new Map(
      zone.groups.map((group) => [group.name, this.switchGroup(name, zone, group)]),
    );

    for (const user of zone.users) {
      const resource = new aws.iam.User(
        `${name}-user-${user.name}`,
        {
          name: user.name,
          path: osAccessPath,
          permissionsBoundary: osAccessPolicyArn(zone, identityAccount(zone).id, boundaryName),
        },
        { parent: this, dependsOn: [boundary, selfService] },
      );
      this.users.set(user.name, resource);
      new aws.iam.UserGroupMembership(
        `${name}-membership-${user.name}`,
        {
          user: resource.name,
          groups: [all.name, ...user.groups.map((group) => groups.get(group)!.name)],
        },
        { parent: this },
      );
    }
    this.registerOutputs();
  }

  private switchGroup(name: string, zone: LandingZone, group: Group): aws.iam.Group {
    const resource = new aws.iam.Group(
      `${name}-group-${group.name}`,
      { name: group.name },
      { parent: this },
    );
    switchRolePolicies(zone, group).forEach((document, index) => {
      const policyName = `SwitchRoles-${group.name}-${index + 1}`;
      const policy = new aws.iam.Policy(
        `${name}-switch-${group.name}-${index + 1}`,
        {
          name: policyName,
          path: osAccessPath,
          description: `Roles that ${group.name} may switch to.`,
          policy: document,
        },
        { parent: this },
      );
      new aws.iam.GroupPolicyAttachment(
        `${name}-switch-attachment-${group.name}-${index + 1}`,
        {
          group: resource.name,
          policyArn: osAccessPolicyArn(zone, identityAccount(zone).id, policyName),
        },
        { parent: this, dependsOn: [policy] },
      );
    });
    return resource;
  }
}
