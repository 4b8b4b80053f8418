import { actionsOf, pathsOntoNodes } from "../guardrails/catalogue";
import { hardeningAssociation } from "../guardrails/hardeningAssociation";
import { sessionExpiryParts } from "../guardrails/sessionExpiryParts";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { rootArn } from "../model/names";
import { denyTranscripts } from "./transcripts";

/**
 * Trusted by the declared CI role alone. The principal is the CI role's account and the role stands in a condition: a trust
 * policy that names a role stores its unique id and breaks when the role is made again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function deployRoleTrust(zone: LandingZone): string {
  const { trustedBy } = zone.deploy;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DeclaredCiRole",
        Effect: "Allow",
        Principal: { AWS: rootArn(zone, trustedBy.split(":")[4]!) },
        Action: "sts:AssumeRole",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": trustedBy },
          StringEquals: { "aws:PrincipalOrgID": zone.organization.id },
        },
      },
    ],
  });
}

/** What the programs of this landing zone call, service by service; Organizations in the management account alone. */
export function deployRoleAllow(zone: LandingZone, account: KnownAccount): string {
  const management = account.name === zone.organization.management;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "LandingZoneServices",
        Effect: "Allow",
        Action: [
          "iam:*",
          "kms:*",
          "logs:*",
          "ssm:AddTagsToResource",
          "ssm:CreateAssociation",
          "ssm:CreateDocument",
          "ssm:DeleteAssociation",
          "ssm:DeleteDocument",
          "ssm:Describe*",
          "ssm:GetDocument",
          "ssm:List*",
          "ssm:ModifyDocumentPermission",
          "ssm:RemoveTagsFromResource",
          "ssm:UpdateAssociation",
          "ssm:UpdateDocument",
          "ssm:UpdateDocumentDefaultVersion",
          "ec2:Describe*",
          "s3:CreateBucket",
          "s3:GetBucket*",
          "s3:Get*Configuration",
          "s3:ListAllMyBuckets",
          "s3:ListBucket*",
          "s3:ListTagsForResource",
          "s3:PutBucket*",
          "s3:Put*Configuration",
          "s3:TagResource",
          "s3:UntagResource",
          "sts:GetCallerIdentity",
          ...(management ? ["organizations:*"] : []),
        ],
        Resource: "*",
      },
      {
        Sid: "SessionExpiry",
        Effect: "Allow",
        Action: [
          "cloudwatch:DeleteAlarms",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:ListTagsForResource",
          "cloudwatch:PutMetricAlarm",
          "cloudwatch:TagResource",
          "cloudwatch:UntagResource",
          "events:*",
          "lambda:*",
        ],
        // Whoever may make functions at will could make one with any role.
        Resource: sessionExpiryParts(zone, "*", account.id),
      },
    ],
  });
}

/** Actions of the catalogue that the program itself needs; the statement below narrows the associations. */
const needed = ["ssm:CreateAssociation", "ssm:UpdateAssociation", "ssm:DeleteAssociation"];

/**
 * What the deploy role may not do, though SCPs exempt it: open a node by any path, associate a document but ours, read
 * a transcript. It may rewrite these limits, since it deploys them; the SCPs on associations hold it all the same. It
 * may also rewrite the hardening document, which nodes run as root: that change is what a reviewer looks for.
 */
export function deployRoleLimits(zone: LandingZone, account: KnownAccount): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "NoAccessPath",
        Effect: "Deny",
        Action: actionsOf(
          pathsOntoNodes.filter(
            // The program writes documents and tags of its own: what is denied in part, the SCPs deny.
            ({ conditions, resources, notResources }) =>
              conditions === undefined && resources === undefined && notResources === undefined,
          ),
        ).filter((action) => !needed.includes(action)),
        Resource: "*",
      },
      {
        Sid: "OnlyOurAssociations",
        Effect: "Deny",
        Action: needed,
        NotResource: hardeningAssociation(zone),
      },
      ...denyTranscripts(zone, account),
    ],
  });
}
