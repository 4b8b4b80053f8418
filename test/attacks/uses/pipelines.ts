import { service, session } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { automation, deploy, teamAdministrator } from "../world/people";
import {
  awsDocument,
  bucket,
  data,
  document,
  hardening,
  home,
  identity,
  instance,
  logGroup,
  management,
  managedInstance,
  Place,
  preferences,
  role,
  sessionKey,
  sessionLogKey,
  web,
} from "../world/places";
import { Step, Use } from "../world/scenario";
import { trusting, trustOf } from "../world/tampered";

const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const regions: readonly Place[] = [home, { account: web, region: "us-east-1" }];
const second = regions[1]!;
const ci = session(identity, "sekisho-ci", "job", [everything]);
const deployed = deploy(web);
const team = teamAdministrator(web);
const patchRole = role(home, "PatchAutomation");

/** Pipelines, automation and teams at their work. */
export const byPipelinesAtWork: readonly Use[] = [
  {
    name: "the CI role takes the deploy role of every account",
    steps: [management, identity, web, data].map((account) =>
      calls(ci, "sts:AssumeRole", role({ account }, "SekishoDeploy")),
    ),
  },
  {
    name: "the deploy role deploys an account",
    steps: [
      ...[
        "iam:CreateRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:PutRolePolicy",
        "iam:AttachRolePolicy",
        "iam:TagRole",
      ].flatMap((call) =>
        ["OSAccess", "SessionAuditor", "SekishoNode", "SekishoHybridNode", "ReadOnly"].map((name) =>
          calls(deployed, call, role(home, name)),
        ),
      ),
      ...[
        "ssm:CreateDocument",
        "ssm:UpdateDocument",
        "ssm:UpdateDocumentDefaultVersion",
        "ssm:DeleteDocument",
        "ssm:ModifyDocumentPermission",
      ].flatMap((call) => [
        calls(deployed, call, preferences(home)),
        calls(deployed, call, hardening(home)),
      ]),
      ...["ssm:CreateAssociation", "ssm:UpdateAssociation", "ssm:DeleteAssociation"].flatMap(
        (call) => [
          calls(deployed, call, instance(home), hardening(home)),
          calls(deployed, call, managedInstance(home), hardening(home)),
          calls(deployed, call, `arn:aws:ssm:ap-northeast-1:${web}:association/0a`),
        ],
      ),
      ...[
        "s3:CreateBucket",
        "s3:PutBucketPolicy",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketObjectLockConfiguration",
        "s3:GetBucketPolicy",
        "s3:GetEncryptionConfiguration",
      ].map((call) => calls(deployed, call, bucket(home))),
      ...["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:AssociateKmsKey"].map((call) =>
        calls(deployed, call, logGroup(home)),
      ),
      ...[
        "kms:PutKeyPolicy",
        "kms:CreateAlias",
        "kms:EnableKeyRotation",
        "kms:DescribeKey",
        "kms:TagResource",
      ].flatMap((call) => [
        calls(deployed, call, sessionKey(home)),
        calls(deployed, call, sessionLogKey(home)),
      ]),
      ...[
        "ssm:DescribeAssociation",
        "ssm:GetDocument",
        "ssm:ListDocuments",
        "ec2:DescribeRegions",
        "sts:GetCallerIdentity",
      ].map((call) => calls(deployed, call)),
    ],
  },
  {
    name: "the deploy role hardens nodes in the second region",
    steps: ["ssm:CreateAssociation", "ssm:UpdateAssociation", "ssm:DeleteAssociation"].flatMap(
      (call) => [
        calls(deployed, call, instance(second), hardening(second)),
        calls(deployed, call, managedInstance(second), hardening(second)),
        calls(deployed, call, `arn:aws:ssm:us-east-1:${web}:association/0a`),
      ],
    ),
  },
  {
    name: "the deploy role deploys the users of the identity account",
    steps: [
      ...[
        "iam:CreateUser",
        "iam:AttachUserPolicy",
        "iam:PutUserPermissionsBoundary",
        "iam:DeleteUser",
      ].map((call) =>
        calls(deploy(identity), call, `arn:aws:iam::${identity}:user/os-access/frank`),
      ),
      ...[
        "iam:CreateGroup",
        "iam:AddUserToGroup",
        "iam:PutGroupPolicy",
        "iam:AttachGroupPolicy",
      ].map((call) => calls(deploy(identity), call, `arn:aws:iam::${identity}:group/operators`)),
      ...["iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicyVersion"].map((call) =>
        calls(deploy(identity), call, `arn:aws:iam::${identity}:policy/os-access/Grants-frank-1`),
      ),
      calls(deploy(identity), "iam:UpdateAccountPasswordPolicy"),
    ],
  },
  {
    name: "the deploy role attaches guardrails in the management account",
    steps: [
      "organizations:CreatePolicy",
      "organizations:AttachPolicy",
      "organizations:DetachPolicy",
    ].map((call) => calls(deploy(management), call)),
  },
  {
    name: "Systems Manager takes the patching role, which patches",
    given: [trusting(patchRole, trustOf({ Service: "ssm.amazonaws.com" }))],
    steps: [
      calls(service("ssm.amazonaws.com"), "sts:AssumeRole", patchRole),
      calls(
        automation(web),
        "ssm:SendCommand",
        instance(home),
        awsDocument(home, "AWS-RunPatchBaseline"),
      ),
      calls(automation(web), "ssm:StartAutomationExecution", document(home, "TeamRunbook")),
      calls(
        automation(web),
        "ssm:CreateAssociation",
        instance(home),
        awsDocument(home, "AWS-UpdateSSMAgent"),
      ),
    ],
  },
  {
    name: "the patching role takes itself, in its own and in another account",
    given: [
      trusting(
        patchRole,
        trustOf({ AWS: [`arn:aws:iam::${web}:root`, `arn:aws:iam::${data}:root`] }),
      ),
    ],
    steps: [
      calls(automation(web), "sts:AssumeRole", patchRole),
      calls(automation(data), "sts:AssumeRole", patchRole),
    ],
  },
  {
    name: "a team works in its account",
    steps: [
      calls(team, "ec2:RunInstances", instance(home), `arn:aws:ec2:ap-northeast-1::image/ami-0a`),
      calls(team, "iam:PassRole", role(home, "SekishoNode")),
      calls(team, "ssm:TerminateSession", `arn:aws:ssm:ap-northeast-1:${web}:session/alice-0a`),
      calls(team, "ssm:GetParameter", `arn:aws:ssm:ap-northeast-1:${web}:parameter/team`),
      calls(team, "ecs:UpdateService", `arn:aws:ecs:ap-northeast-1:${web}:service/web/web`),
      calls(team, "codebuild:StartBuild", `arn:aws:codebuild:ap-northeast-1:${web}:project/web`),
      calls(
        team,
        "logs:PutLogEvents",
        `arn:aws:logs:ap-northeast-1:${web}:log-group:/team/app:log-stream:a`,
      ),
    ],
  },
];
