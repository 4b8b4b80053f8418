import { KnownAccount, LandingZone } from "../../model/landingZone";
import {
  bucketArn,
  hardeningDocument,
  logBucket,
  preferencesDocument,
  regionalArn,
  sessionExpiryLogGroup,
  sessionKeyAlias,
  sessionLogGroup,
} from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { DeployedType } from "./deployedTypes";

const bucketOf = (zone: LandingZone, account: KnownAccount) => [
  bucketArn(zone, logBucket(account)),
];

const documentsOf = (zone: LandingZone, { id }: KnownAccount, region: string) =>
  [preferencesDocument, hardeningDocument].map((document) =>
    regionalArn(zone, "ssm", region, id, `document/${document}`),
  );

const associationOf = (zone: LandingZone, { id }: KnownAccount, region: string) => [
  regionalArn(zone, "ssm", region, id, `document/${hardeningDocument}`),
  regionalArn(zone, "ssm", region, id, "association/1"),
];

const logGroupsOf = (zone: LandingZone, account: KnownAccount, region: string) =>
  [
    ...(account.osAccess.logs.cloudWatch === undefined ? [] : [sessionLogGroup]),
    ...(endsSessions(account) ? [sessionExpiryLogGroup] : []),
  ].map((group) => regionalArn(zone, "logs", region, account.id, `log-group:${group}`));

/** What every account has in its regions: keys, documents, logs; and its log bucket, in the home region. */
export const deployedStores: readonly DeployedType[] = [
  {
    type: "aws:kms/key:Key",
    actions: [
      "kms:CreateKey",
      "kms:DescribeKey",
      "kms:EnableKeyRotation",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
    ],
    resources: (zone, { id }, region) => [regionalArn(zone, "kms", region, id, "key/*")],
  },
  {
    type: "aws:kms/alias:Alias",
    actions: ["kms:CreateAlias", "kms:DeleteAlias", "kms:ListAliases", "kms:UpdateAlias"],
    resources: (zone, { id }, region) => [regionalArn(zone, "kms", region, id, sessionKeyAlias)],
  },
  {
    type: "aws:ssm/document:Document",
    actions: [
      "ssm:AddTagsToResource",
      "ssm:CreateDocument",
      "ssm:DeleteDocument",
      "ssm:DescribeDocument",
      "ssm:GetDocument",
      "ssm:UpdateDocument",
      "ssm:UpdateDocumentDefaultVersion",
    ],
    resources: documentsOf,
  },
  {
    type: "aws:ssm/association:Association",
    actions: [
      "ssm:CreateAssociation",
      "ssm:DeleteAssociation",
      "ssm:DescribeAssociation",
      "ssm:UpdateAssociation",
    ],
    resources: associationOf,
    made: ({ osAccess }) => osAccess.sudo !== undefined,
  },
  {
    type: "aws:s3/bucket:Bucket",
    actions: ["s3:CreateBucket", "s3:GetBucketTagging", "s3:ListBucket", "s3:PutBucketTagging"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    actions: ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    actions: ["s3:GetBucketObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    actions: ["s3:GetBucketOwnershipControls", "s3:PutBucketOwnershipControls"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    actions: ["s3:GetBucketPolicy", "s3:PutBucketPolicy"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    actions: ["s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration"],
    resources: bucketOf,
  },
  {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    actions: ["s3:GetBucketVersioning", "s3:PutBucketVersioning"],
    resources: bucketOf,
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    actions: [
      "logs:AssociateKmsKey",
      "logs:CreateLogGroup",
      "logs:DescribeLogGroups",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
    ],
    resources: logGroupsOf,
    made: (account) => account.osAccess.logs.cloudWatch !== undefined || endsSessions(account),
  },
];
