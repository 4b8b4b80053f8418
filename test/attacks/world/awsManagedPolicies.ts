import { PolicyDocument } from "../../support";

const allow = (...Action: string[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Sid: "AwsManaged", Effect: "Allow", Action, Resource: "*" }],
});

/** What AdministratorAccess and FullAWSAccess hold. */
export const everything = allow("*");

/**
 * AWS's policies that the landing zone attaches, as far as they touch what the attacks and uses are about.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html (2026-08-22)
 */
export const awsManagedPolicies: Readonly<Record<string, PolicyDocument>> = {
  "arn:aws:iam::aws:policy/AdministratorAccess": everything,
  "arn:aws:iam::aws:policy/ReadOnlyAccess": allow(
    "codebuild:BatchGet*",
    "codebuild:List*",
    "ec2:Describe*",
    "ec2:Get*",
    "ecs:Describe*",
    "gamelift:Get*",
    "iam:Get*",
    "iam:List*",
    "kms:Describe*",
    "kms:Get*",
    "kms:List*",
    "lightsail:Get*",
    "logs:Describe*",
    "logs:FilterLogEvents",
    "logs:Get*",
    "logs:List*",
    "logs:StartQuery",
    "s3:Get*",
    "s3:List*",
    "ssm:Describe*",
    "ssm:Get*",
    "ssm:List*",
  ),
  "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess": allow(
    "ec2:Describe*",
    "ecs:List*",
    "iam:GetAccountSummary",
    "iam:List*",
    "kms:List*",
    "logs:Describe*",
    "s3:ListAllMyBuckets",
    "s3:ListBucket",
    "ssm:DescribeInstanceInformation",
    "ssm:List*",
  ),
  "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore": allow(
    "ec2messages:AcknowledgeMessage",
    "ec2messages:GetMessages",
    "ec2messages:SendReply",
    "ssm:DescribeAssociation",
    "ssm:GetDocument",
    "ssm:GetParameter",
    "ssm:ListAssociations",
    "ssm:ListInstanceAssociations",
    "ssm:PutInventory",
    "ssm:UpdateInstanceAssociationStatus",
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
  ),
};
