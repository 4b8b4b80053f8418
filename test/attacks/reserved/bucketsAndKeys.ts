import { Context } from "../../../iam/request";
import { bucket, factory, Place, sessionKey, sessionLogKey, transcript } from "../world/places";
import { ReservedCalls } from "./reservedCalls";
import { sessionLogs } from "./sessionLogs";

/** Of transcripts in S3. */
export const reads: ReservedCalls = {
  aim: "read a transcript",
  calls: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging"],
  on: (place) => [[transcript(place)]],
  keptFor: ["SessionAuditor"],
};

/** Calls without TLS, and from an account that left the organization. */
const unwanted: readonly Context[] = [
  { "aws:SecureTransport": "false" },
  { "aws:PrincipalOrgID": [] },
];

/** What a log bucket keeps for whom, by its own policy. */
export const bucketRows: readonly ReservedCalls[] = [
  {
    ...sessionLogs.find(({ calls }) => calls.includes("s3:PutBucketPolicy"))!,
    free: undefined,
  },
  { ...sessionLogs.find(({ calls }) => calls.includes("s3:DeleteObject"))!, free: undefined },
  reads,
  {
    aim: "forge a transcript",
    calls: [
      "s3:AbortMultipartUpload",
      "s3:PutObject",
      "s3:PutObjectAcl",
      "s3:PutObjectTagging",
      "s3:PutObjectVersionAcl",
      "s3:PutObjectVersionTagging",
      "s3:ReplicateObject",
      "s3:ReplicateTags",
    ],
    on: (place) => [[transcript(place)]],
    keptFor: ["SekishoNode", "SekishoHybridNode"],
  },
  {
    aim: "write a transcript under a role of one's own that nodes carry",
    calls: ["s3:PutObject"],
    on: (place) => [[transcript(place)]],
    keptFor: ["SekishoNode", "SekishoHybridNode", "FactoryGateway"],
    places: [{ account: factory, region: "ap-northeast-1" }],
  },
  {
    aim: "remove the bucket",
    calls: ["s3:DeleteBucket"],
    on: (place) => [[bucket(place)]],
    keptFor: [],
  },
  ...unwanted.map((context): ReservedCalls => ({
    aim: `use the bucket with ${JSON.stringify(context)}`,
    calls: ["s3:ListBucket", "s3:GetObject"],
    on: (place) => [[bucket(place)], [transcript(place)]],
    context,
    keptFor: [],
  })),
];

const inSession: Context = {
  "kms:EncryptionContext:aws:ssm:SessionId": "alice-0a",
  "kms:EncryptionContext:aws:ssm:TargetId": "i-0a",
};

const bothKeys = (place: Place) => [[sessionKey(place)], [sessionLogKey(place)]];

/** What the keys of sessions and their logs keep for whom, by their own policies. */
export const keyRows: readonly ReservedCalls[] = [
  {
    aim: "open a session's cipher",
    calls: ["kms:GenerateDataKey"],
    on: (place) => [[sessionKey(place)]],
    context: inSession,
    keptFor: ["OSAccess"],
  },
  {
    aim: "open a session's cipher where just-in-time access lets people in",
    calls: ["kms:GenerateDataKey"],
    on: (place) => [[sessionKey(place)]],
    context: inSession,
    keptFor: ["SSM-JustInTimeAccessTokenRole"],
    places: [{ account: factory, region: "ap-northeast-1" }],
  },
  {
    aim: "read along in a session",
    calls: ["kms:Decrypt"],
    on: (place) => [[sessionKey(place)]],
    context: inSession,
    keptFor: ["SekishoNode", "SekishoHybridNode"],
  },
  {
    aim: "read along in a session under a role of one's own that nodes carry",
    calls: ["kms:Decrypt"],
    on: (place) => [[sessionKey(place)]],
    context: inSession,
    keptFor: ["SekishoNode", "SekishoHybridNode", "FactoryGateway"],
    places: [{ account: factory, region: "ap-northeast-1" }],
  },
  ...Object.keys(inSession).flatMap((key): ReservedCalls[] =>
    ["kms:GenerateDataKey", "kms:Decrypt"].map((call) => ({
      aim: `use the session key without ${key}`,
      calls: [call],
      on: (place) => [[sessionKey(place)]],
      context: Object.fromEntries(Object.entries(inSession).filter(([each]) => each !== key)),
      keptFor: [],
    })),
  ),
  {
    aim: "administer the keys",
    calls: [
      "kms:CancelKeyDeletion",
      "kms:CreateAlias",
      "kms:DeleteAlias",
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:PutKeyPolicy",
      "kms:RevokeGrant",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
    ],
    on: bothKeys,
    keptFor: ["SekishoDeploy"],
  },
  {
    aim: "use the keys past their policies",
    calls: ["kms:CreateGrant", "kms:Encrypt", "kms:ReEncryptFrom", "kms:GenerateMac"],
    on: bothKeys,
    context: inSession,
    keptFor: [],
  },
  {
    aim: "hide the keys from their account",
    calls: [
      "kms:DescribeKey",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListGrants",
      "kms:ListKeyPolicies",
      "kms:ListResourceTags",
    ],
    on: () => [],
    keptFor: [],
    free: bothKeys,
  },
];
