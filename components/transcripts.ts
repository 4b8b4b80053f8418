import { sessionLogReads } from "../guardrails/sessionLogReads";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { bucketArn, logBucket, regionalArn, sessionLogGroup } from "../model/names";

/** What the declared reader needs to list and read transcripts in S3 and CloudWatch Logs. */
export function readTranscripts(zone: LandingZone, account: KnownAccount) {
  const bucket = bucketArn(zone, logBucket(account));
  return [
    {
      Sid: "ListTranscripts",
      Effect: "Allow",
      Action: ["s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketLocation"],
      Resource: bucket,
    },
    {
      Sid: "ReadTranscripts",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention"],
      Resource: `${bucket}/*`,
    },
    {
      Sid: "FindSessionLogs",
      Effect: "Allow",
      Action: [
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:GetQueryResults",
        "s3:ListAllMyBuckets",
      ],
      Resource: "*",
    },
    {
      Sid: "ReadSessionLogs",
      Effect: "Allow",
      Action: ["logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery"],
      Resource: sessionLogArns(zone, account),
    },
  ];
}

/** Keeps transcripts from a role, whatever AWS managed policy is attached to it. */
export function denyTranscripts(zone: LandingZone, account: KnownAccount) {
  return [
    {
      Sid: "NoTranscriptsInS3",
      Effect: "Deny",
      Action: "s3:GetObject*",
      Resource: `${bucketArn(zone, logBucket(account))}/*`,
    },
    {
      Sid: "NoTranscriptsInCloudWatch",
      Effect: "Deny",
      Action: sessionLogReads,
      Resource: sessionLogArns(zone, account),
    },
  ];
}

function sessionLogArns(zone: LandingZone, account: KnownAccount): string[] {
  return zone.regions
    .map((region) => regionalArn(zone, "logs", region, account.id, `log-group:${sessionLogGroup}`))
    .flatMap((arn) => [arn, `${arn}:*`]);
}
