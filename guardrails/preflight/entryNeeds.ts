import { Context } from "../../iam/request";
import { KnownAccount, LandingZone } from "../../model/landingZone";
import {
  identityAccount,
  osAccessPath,
  preferencesDocument,
  regionalArn,
  roleArn,
} from "../../model/names";
import { isJustInTime } from "../exemptions";
import { Call, globalRegion, Need, needsOfRole, requestOf } from "./need";

/** What a person does to get in: look after his MFA device, assume OSAccess, start a session and end it. */
export function entryNeeds(zone: LandingZone, account: KnownAccount): Need[] {
  if (isJustInTime(account)) {
    return [];
  }
  return [...enrolment(zone, account), ...assumption(zone, account), ...sessions(zone, account)];
}

function user(zone: LandingZone): string {
  const name = zone.users[0]?.name ?? "somebody";
  return `arn:${zone.organization.partition}:iam::${identityAccount(zone).id}:user${osAccessPath}${name}`;
}

/** The users are in the identity account alone. */
function enrolment(zone: LandingZone, account: KnownAccount): Need[] {
  if (account.name !== zone.organization.identity) {
    return [];
  }
  const self = user(zone);
  const region = globalRegion(zone);
  const device = self.replace(`user${osAccessPath}`, "mfa/");
  const enrolling: Call[] = [
    { action: "iam:CreateVirtualMFADevice", resources: [device], region },
    { action: "iam:EnableMFADevice", resources: [self], region },
    { action: "iam:ListMFADevices", resources: [self], region },
  ];
  const afterwards: Call[] = [
    { action: "iam:ChangePassword", resources: [self], region },
    { action: "iam:DeactivateMFADevice", resources: [self], region },
  ];
  const needs = (calls: readonly Call[], mfa: "true" | "false") =>
    calls.map((call) => ({
      who: "the users",
      otherwise: "nobody can enrol or change an MFA device",
      caller: account,
      owner: account,
      request: {
        principal: self,
        ...requestOf(zone, call, account, account),
        context: {
          ...requestOf(zone, call, account, account).context,
          "aws:MultiFactorAuthPresent": mfa,
        },
      },
    }));
  return [...needs(enrolling, "false"), ...needs(afterwards, "true")];
}

function assumption(zone: LandingZone, account: KnownAccount): Need[] {
  const caller = identityAccount(zone);
  const principal = user(zone);
  const call: Call = {
    action: "sts:AssumeRole",
    resources: [roleArn(zone, account.id, zone.osAccessRole)],
    region: zone.home,
    context: {
      "aws:MultiFactorAuthPresent": "true",
      "aws:MultiFactorAuthAge": "60",
      "sts:RoleSessionName": principal.slice(principal.lastIndexOf("/") + 1),
      ...addressOf(account),
    },
  };
  return [
    {
      who: "the users",
      otherwise: `no grant opens ${account.name}`,
      caller,
      owner: account,
      request: { principal, ...requestOf(zone, call, caller, account) },
    },
  ];
}

/** An address of the first network that people may come from; where all may, nobody knows which. */
function addressOf({ osAccess }: KnownAccount): Context {
  const [network] = osAccess.sourceIp;
  return network === undefined ? {} : { "aws:SourceIp": network.split("/", 1)[0]! };
}

function sessions(zone: LandingZone, account: KnownAccount): Need[] {
  const calls = zone.regions.flatMap((region) => sessionCalls(zone, account, region));
  const who = `the role ${zone.osAccessRole}`;
  const otherwise = `a grant for ${account.name} opens no session`;
  return needsOfRole(
    zone,
    account,
    zone.osAccessRole,
    { who, otherwise },
    calls.map((call) => ({
      ...call,
      context: { "aws:MultiFactorAuthPresent": "true", ...addressOf(account), ...call.context },
    })),
  );
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html */
function sessionCalls(zone: LandingZone, { id, osAccess }: KnownAccount, region: string): Call[] {
  const ssm = (resource: string, owner = id) => regionalArn(zone, "ssm", region, owner, resource);
  const { nodes, channels } = osAccess;
  const tags = nodes.kind === "tag" ? { [nodes.key]: nodes.value } : {};
  const node = {
    arn: regionalArn(zone, "ec2", region, id, "instance/i-0123456789abcdef0"),
    context: Object.fromEntries(
      Object.entries(tags).flatMap(([key, value]) =>
        ["ssm:resourceTag", "aws:ResourceTag"].map((prefix) => [`${prefix}/${key}`, value]),
      ),
    ),
  };
  const start = (document: string, context = {}): Call => ({
    action: "ssm:StartSession",
    resources: [node, document],
    region,
    context,
  });
  const viaGuiConnect = { "aws:CalledVia": ["ssm-guiconnect.amazonaws.com"] };
  const desktop: Call[] = [
    start(ssm("document/AWS-StartPortForwardingSession", ""), viaGuiConnect),
    { action: "ssm-guiconnect:StartConnection", region },
    { action: "ssm-guiconnect:GetConnection", region },
    { action: "ec2:GetPasswordData", resources: [node], region },
  ];
  return [
    { action: "ec2:DescribeInstances", region },
    { action: "ssm:DescribeSessions", region },
    { action: "ssm:GetConnectionStatus", region },
    ...(channels.includes("shell") ? [start(ssm(`document/${preferencesDocument}`))] : []),
    ...(channels.includes("port-forward")
      ? [start(ssm("document/AWS-StartPortForwardingSession", ""))]
      : []),
    ...(channels.includes("ssh") ? [start(ssm("document/AWS-StartSSHSession", ""))] : []),
    ...(channels.includes("rdp") ? desktop : []),
    { action: "ssm:ResumeSession", resources: [ssm("session/somebody-1")], region },
    { action: "ssm:TerminateSession", resources: [ssm("session/somebody-1")], region },
    { action: "ssmmessages:OpenDataChannel", resources: [ssm("session/somebody-1")], region },
    {
      action: "kms:GenerateDataKey",
      resources: [regionalArn(zone, "kms", region, id, "key/*")],
      region,
    },
  ];
}
