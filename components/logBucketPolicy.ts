import { endsTranscripts, weakensLogBucket } from "../guardrails/logBucketActions";
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
      deny("SettingsOnlyByDeployRole", weakensLogBucket, bucket, {
        ArnNotEquals: { "aws:PrincipalArn": roleArn(zone, account.id, zone.deploy.role) },
      }),
    ],
  });
}

/** Makes an object, keeps one from being made, or changes what is said of it. */
const writesTranscripts = [
  "s3:AbortMultipartUpload",
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:PutObjectTagging",
  "s3:PutObjectVersionAcl",
  "s3:PutObjectVersionTagging",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];

function deny(
  Sid: string,
  Action: string | readonly string[],
  Resource: string | string[],
  Condition?: object,
) {
  return { Sid, Effect: "Deny", Principal: "*", Action, Resource, ...(Condition && { Condition }) };
}
