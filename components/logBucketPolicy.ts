import { KnownAccount, LandingZone } from "../model/landingZone";
import { bucketArn, logBucket, roleArn } from "../model/names";
import { nodeRoleArns } from "./nodePolicy";

/**
 * What nobody may do to a transcript, an administrator of the account included: delete it, shorten its retention,
 * read it unless he is the declared reader, write one unless it is a node. Expiry by lifecycle is no request and goes
 * on. What no bucket policy can stop is the root user of the account, who may always put another policy in its place,
 * and the deploy role; the guardrails forbid the first and guard the second.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 *
 * It does not ask for an encryption header: old agents send none, and the bucket encrypts by itself
 * (https://github.com/aws/amazon-ssm-agent/issues/311).
 */
export function logBucketPolicy(zone: LandingZone, account: KnownAccount): string {
  const bucket = bucketArn(zone, logBucket(account));
  const objects = `${bucket}/*`;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      deny("TlsOnly", "s3:*", [bucket, objects], {
        Bool: { "aws:SecureTransport": "false" },
      }),
      deny("OnlyOrganization", "s3:*", [bucket, objects], {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": zone.organization.id },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      }),
      deny("NoDelete", endsTranscripts, objects),
      deny("NoDeleteBucket", "s3:DeleteBucket", bucket),
      deny("TranscriptsOnlyToReader", "s3:GetObject*", objects, {
        ArnNotEquals: {
          "aws:PrincipalArn": roleArn(zone, account.id, account.osAccess.logs.reader),
        },
      }),
      deny("TranscriptsOnlyFromNodes", writesTranscripts, objects, {
        ArnNotEquals: { "aws:PrincipalArn": nodeRoleArns(zone, account) },
      }),
      deny("SettingsOnlyByDeployRole", weakensBucket, bucket, {
        ArnNotEquals: { "aws:PrincipalArn": roleArn(zone, account.id, zone.deploy.role) },
      }),
    ],
  });
}

/** Ends a version's life, or the lock that keeps it. */
const endsTranscripts = [
  "s3:BypassGovernanceRetention",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutObjectLegalHold",
  "s3:PutObjectRetention",
  "s3:ReplicateDelete",
];

/** Makes an object or changes what is said of it. */
const writesTranscripts = [
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:PutObjectTagging",
  "s3:PutObjectVersionAcl",
  "s3:PutObjectVersionTagging",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];

/** Settings that a transcript's safety or its arrival hangs on. */
const weakensBucket = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketObjectLockConfiguration",
  "s3:PutBucketOwnershipControls",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration",
];

function deny(
  Sid: string,
  Action: string | string[],
  Resource: string | string[],
  Condition?: object,
) {
  return { Sid, Effect: "Deny", Principal: "*", Action, Resource, ...(Condition && { Condition }) };
}
