import { KnownAccount, LandingZone } from "../model/landingZone";
import {
  bucketArn,
  hybridNodeRole,
  logBucket,
  nodeRole,
  regionalArn,
  roleArn,
  sessionKeyAlias,
  sessionLogGroup,
  transcriptPrefix,
} from "../model/names";

/**
 * ARNs of every role that a node of the account may carry: who writes transcripts, and who decrypts sessions. The
 * account's own `nodeRoles` are taken to have no path.
 */
export function nodeRoleArns(zone: LandingZone, account: KnownAccount): string[] {
  return [nodeRole, hybridNodeRole, ...account.nodeRoles].map((role) =>
    roleArn(zone, account.id, role),
  );
}

/** ARN of AWS's own policy for nodes: it has the agent's channels, but no S3, CloudWatch Logs or KMS. */
export function managedInstanceCore(zone: LandingZone): string {
  return `arn:${zone.organization.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`;
}

/**
 * What a node's role needs beside AmazonSSMManagedInstanceCore, so that the agent can check the log sinks, write to
 * them, decrypt the session and show the prompt. Reading a transcript is not among it, and the bucket refuses it.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
export function nodePolicy(zone: LandingZone, account: KnownAccount): string {
  const bucket = bucketArn(zone, logBucket(account));
  // Without it a bucket of that name in a stranger's account would take the transcripts.
  const ownBucket = { StringEquals: { "aws:ResourceAccount": account.id } };
  const perRegion = (service: string, resource: string) =>
    zone.regions.map((region) => regionalArn(zone, service, region, account.id, resource));

  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteTranscripts",
        Effect: "Allow",
        // The agent sends the ACL bucket-owner-full-control with each object (agent/s3util of amazon-ssm-agent).
        Action: ["s3:PutObject", "s3:PutObjectAcl"],
        Resource: `${bucket}/${transcriptPrefix}/*`,
        Condition: ownBucket,
      },
      {
        Sid: "CheckBucketEncryption",
        Effect: "Allow",
        Action: "s3:GetEncryptionConfiguration",
        Resource: bucket,
        Condition: ownBucket,
      },
      {
        Sid: "ReadTagsForPrompt",
        Effect: "Allow",
        Action: ["ec2:DescribeInstances", "ec2:DescribeTags"],
        // Neither action can be limited to a resource.
        Resource: "*",
      },
      ...(account.osAccess.logs.cloudWatch ? logStatements(perRegion) : []),
      {
        Sid: "DecryptSessions",
        Effect: "Allow",
        Action: "kms:Decrypt",
        // The key's id is unknown until it exists; its alias is not, and only the key's administrator can move it.
        Resource: perRegion("kms", "key/*"),
        Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [sessionKeyAlias] } },
      },
    ],
  });
}

function logStatements(perRegion: (service: string, resource: string) => string[]) {
  return [
    {
      Sid: "CheckLogGroupEncryption",
      Effect: "Allow",
      Action: ["logs:DescribeLogGroups", "logs:DescribeLogStreams"],
      // The agent lists groups by prefix, and listing cannot be limited to a group.
      Resource: "*",
    },
    {
      Sid: "WriteLogStreams",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: perRegion("logs", `log-group:${sessionLogGroup}:*`),
    },
  ];
}
