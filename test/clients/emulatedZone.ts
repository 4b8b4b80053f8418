import { AwsClient } from "aws4fetch";
import * as assert from "node:assert/strict";
import { planAccounts } from "../../engine/check";
import { ofAccount } from "../../guardrails/namedAccounts";
import { KnownAccount, LandingZone } from "../../model/landingZone";
import { accountNamed, identityAccount } from "../../model/names";
import { PlannedOrganization } from "../../proof/plannedOrganization";
import { Credentials, credentialsIn, mustCall } from "../emulators/awsCalls";
import { withoutMfa } from "./withoutMfa";

/** The zone with the organization's id that the emulator made up: the trust policies demand it. */
async function inItsOrganization(url: string, zone: LandingZone): Promise<LandingZone> {
  const client = new AwsClient({
    ...root(identityAccount(zone)),
    service: "organizations",
    region: "us-east-1",
  });
  const answer = await client.fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSOrganizationsV20161128.DescribeOrganization",
    },
    body: "{}",
  });
  const { Organization } = (await answer.json()) as { Organization: { Id: string } };
  return { ...zone, organization: { ...zone.organization, id: Organization.Id } };
}

/**
 * Makes one user in the emulator, with everything that the stacks plan for that user, and the OSAccess roles of some
 * accounts; answers with an access key of the user. The emulator knows no policy variables, so the user's name stands
 * in their place, and no MFA, which `withoutMfa` takes out.
 */
export async function emulateUser(
  url: string,
  declared: LandingZone,
  name: string,
  accounts: readonly string[],
): Promise<Credentials> {
  const zone = await inItsOrganization(url, declared);
  const targets = accounts.map((account) => accountNamed(zone, account) as KnownAccount);
  const planned = await planAccounts(zone, targets);
  const document = (text: string | undefined, { id }: KnownAccount) => {
    assert.ok(text !== undefined, "a document that only an update knows");
    return withoutMfa(ofAccount(text, id).replaceAll("${aws:username}", name));
  };
  for (const account of targets) {
    const role = planned.identity(account, "role", zone.osAccessRole);
    await mustCall(url, root(account), "iam", "CreateRole", {
      RoleName: zone.osAccessRole,
      AssumeRolePolicyDocument: document(role?.trust?.text, account),
    });
  }
  return new Person(url, planned, identityAccount(zone), document).make(name);
}

/** A user with groups, policies and boundary. */
class Person {
  constructor(
    private readonly url: string,
    private readonly planned: PlannedOrganization,
    private readonly account: KnownAccount,
    private readonly document: (text: string | undefined, account: KnownAccount) => string,
  ) {}

  async make(name: string): Promise<Credentials> {
    for (const { name: resource, text } of this.planned.planned(this.account).managed) {
      const [, path, policy] = /^policy(\/.*\/|\/)([^/]+)$/.exec(resource)!;
      await this.iam("CreatePolicy", {
        PolicyName: policy!,
        Path: path!,
        PolicyDocument: this.document(text, this.account),
      });
    }
    const user = this.planned.identity(this.account, "user", name)!;
    await this.iam("CreateUser", {
      UserName: name,
      Path: user.path!,
      PermissionsBoundary: ofAccount(user.boundary!, this.account.id),
    });
    await this.attach("AttachUserPolicy", { UserName: name }, user.attached);
    for (const group of user.groups) {
      await this.joinGroup(name, group);
    }
    return credentialsIn(await this.iam("CreateAccessKey", { UserName: name }));
  }

  private async joinGroup(user: string, group: string): Promise<void> {
    const { inline, attached, path } = this.planned.identity(this.account, "group", group)!;
    await this.iam("CreateGroup", { GroupName: group, Path: path! });
    for (const { name, text } of inline) {
      const PolicyDocument = this.document(text, this.account);
      await this.iam("PutGroupPolicy", { GroupName: group, PolicyName: name, PolicyDocument });
    }
    await this.attach("AttachGroupPolicy", { GroupName: group }, attached);
    await this.iam("AddUserToGroup", { GroupName: group, UserName: user });
  }

  private async attach(
    action: string,
    to: Record<string, string>,
    policies: readonly string[],
  ): Promise<void> {
    for (const policy of policies) {
      await this.iam(action, { ...to, PolicyArn: ofAccount(policy, this.account.id) });
    }
  }

  private iam(action: string, parameters: Record<string, string>): Promise<string> {
    return mustCall(this.url, root(this.account), "iam", action, parameters);
  }
}

/** The emulator takes an account's id for the access key of its root. */
function root({ id }: KnownAccount): Credentials {
  return { accessKeyId: id, secretAccessKey: "any" };
}
