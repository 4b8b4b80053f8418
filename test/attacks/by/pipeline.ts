import { session, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { deploy, withoutOwnDenies, withoutRcps, withoutScps } from "../world/people";
import {
  awsDocument,
  document,
  hardening,
  home,
  identity,
  instance,
  logGroup,
  preferences,
  role,
  sessionKey,
  stranger,
  transcript,
  web,
} from "../world/places";
import { Attack, Step } from "../world/scenario";
import { trustOf, trusting, ownAccount } from "../world/tampered";
import { getsDataKey } from "../world/entering";

const deployed = deploy(web);
const calls = (call: string, ...on: string[]): Step => ({ as: deployed, call, on });
const deployRole = role(home, "SekishoDeploy");
const takesDeployRole = (as: Step["as"]): Step => ({
  as,
  call: "sts:AssumeRole",
  on: [deployRole],
});
const ci = (account: string, name = "sekisho-ci") => session(account, name, "job", [everything]);

/** Author of a merged change: he has the deploy role at work for him. And whoever would like to have it. */
export const byPipelines: readonly Attack[] = [
  {
    name: "a deployment starts a session",
    given: [withoutScps],
    steps: [calls("ssm:StartSession", instance(home), preferences(home))],
    because: ["NoAccessPath"],
  },
  {
    name: "a deployment sends a command",
    steps: [calls("ssm:SendCommand", instance(home), awsDocument(home, "AWS-RunShellScript"))],
    because: ["NoAccessPath", "OnlyAutomationSendsCommands"],
  },
  ...["ssm:CreateAssociation", "ssm:UpdateAssociation", "ssm:DeleteAssociation"].map((call) => ({
    name: `a deployment calls ${call} with another document, where no SCP is attached`,
    given: [withoutScps],
    steps: [calls(call, instance(home), awsDocument(home, "AWS-RunShellScript"))],
    because: ["OnlyOurAssociations"],
  })),
  {
    name: "a deployment that took its own limits away associates another document",
    given: [withoutOwnDenies],
    steps: [calls("ssm:CreateAssociation", instance(home), document(home, "Mine"))],
    because: ["OnlyHardeningIsAssociated"],
  },
  {
    name: "a deployment that took its own limits away starts a session",
    given: [withoutOwnDenies],
    steps: [calls("ssm:StartSession", instance(home), preferences(home))],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "a deployment that made everything its own reads the session log",
    given: [withoutOwnDenies],
    steps: [calls("logs:GetLogEvents", logGroup(home))],
    because: ["OnlyReaderReadsTranscripts"],
  },
  {
    name: "a deployment reads a transcript",
    steps: [calls("s3:GetObject", transcript(home))],
    because: ["NoTranscriptsInS3", "TranscriptsOnlyToReader"],
  },
  {
    name: "a deployment reads the session log, where no SCP is attached",
    given: [withoutScps],
    steps: [calls("logs:GetLogEvents", logGroup(home))],
    because: ["NoTranscriptsInCloudWatch"],
  },
  {
    name: "a deployment deletes a transcript",
    steps: [calls("s3:DeleteObject", transcript(home))],
    because: ["KeepTranscripts", "NoDelete"],
  },
  {
    name: "a deployment gets a session's data key",
    steps: [getsDataKey(deployed, home)],
    because: ["no resource"],
  },
  ...["kms:Decrypt", "kms:CreateGrant", "kms:Encrypt"].map((call) => ({
    name: `a deployment calls ${call} with the session key that it administers`,
    steps: [calls(call, sessionKey(home))],
    because: ["no resource" as const],
  })),
  {
    name: "a deployment asks for just-in-time access",
    steps: [calls("ssm:StartAccessRequest", instance(home))],
    because: ["NoJustInTimeAccess", "NoAccessPath"],
  },
  {
    name: "a deployment launches instances",
    steps: [calls("ec2:RunInstances", instance(home))],
    because: ["no identity"],
  },
  {
    name: "another role of the CI's account takes the deploy role",
    steps: [takesDeployRole(ci(identity, "other-pipeline"))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "another role of the CI's account takes the deploy role, where neither SCP nor RCP is attached",
    given: [withoutScps, withoutRcps],
    steps: [takesDeployRole(ci(identity, "other-pipeline"))],
    because: ["no resource"],
  },
  {
    name: "a role of the CI's name in another account takes the deploy role",
    steps: [takesDeployRole(ci(web))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "a role of the CI's name with a path takes the deploy role, where neither SCP nor RCP is attached",
    given: [withoutScps, withoutRcps],
    steps: [takesDeployRole(ci(identity, "team/sekisho-ci"))],
    because: ["no resource"],
  },
  {
    name: "a user named like the CI role takes the deploy role",
    given: [withoutScps, withoutRcps],
    steps: [takesDeployRole(user(identity, "sekisho-ci", "MFA", [everything]))],
    because: ["no resource"],
  },
  {
    name: "the CI role, left over from an account that was sold, takes the deploy role",
    given: [withoutScps, withoutRcps],
    steps: [
      { ...takesDeployRole(ci(identity)), context: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } },
    ],
    because: ["no resource"],
  },
  {
    name: "the CI role takes OSAccess",
    steps: [{ as: ci(identity), call: "sts:AssumeRole", on: [role(home, "OSAccess")] }],
    because: ["OsAccessOnlyByUsers"],
  },
  {
    name: "a stranger takes the deploy role, whose trust somebody opened",
    given: [trusting(deployRole, trustOf("*"))],
    steps: [takesDeployRole(ci(stranger))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "an administrator takes the deploy role, whose trust somebody opened, where no RCP is attached",
    given: [trusting(deployRole, ownAccount(web)), withoutRcps],
    steps: [takesDeployRole(session(web, "TeamAdmin", "mallory", [everything]))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "an administrator takes the deploy role, whose trust somebody opened, where no SCP is attached",
    given: [trusting(deployRole, ownAccount(web)), withoutScps],
    steps: [takesDeployRole(session(web, "TeamAdmin", "mallory", [everything]))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "a pull request's author without a role rewrites the hardening",
    steps: [
      {
        as: { principal: { federated: "token.actions.githubusercontent.com" }, context: {} },
        call: "sts:AssumeRoleWithWebIdentity",
        on: [deployRole],
      },
      calls("ssm:UpdateDocument", hardening(home)),
    ],
    stopsAt: 0,
    because: ["ExemptRolesNotByFederation"],
  },
];
