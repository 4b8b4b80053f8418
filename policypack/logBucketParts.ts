import { Subject } from "./policy";
import { listOf, memberOf } from "./properties";

/** A resource without which a session log bucket is not guarded. */
interface BucketPart {
  readonly types: readonly string[];
  /** What it is called in a message. */
  readonly title: string;
  /** What it must be. */
  readonly must: string;
  readonly accepts: (part: Subject) => boolean;
}

const publicAccess = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
];

/** The parts beside the bucket and its policy, each a resource that names the bucket. */
export const bucketParts: readonly BucketPart[] = [
  {
    types: [
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:s3/bucketVersioningV2:BucketVersioningV2",
    ],
    title: "versioning",
    must: "be Enabled: a node may overwrite what it wrote",
    accepts: (part) => memberOf(first(part, "versioningConfiguration"), "status") === "Enabled",
  },
  {
    types: [
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ],
    title: "encryption",
    must: "be AES256 or aws:kms: the agent refuses sessions without it",
    accepts: (part) =>
      listOf(part, "rules").some((rule) =>
        ["AES256", "aws:kms", "aws:kms:dsse"].includes(
          String(memberOf(memberOf(rule, "applyServerSideEncryptionByDefault"), "sseAlgorithm")),
        ),
      ),
  },
  {
    types: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
    title: "public access block",
    must: `set ${publicAccess.join(", ")} to true`,
    accepts: ({ props }) => publicAccess.every((setting) => props[setting] === true),
  },
  {
    types: ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
    title: "ownership controls",
    must: "be BucketOwnerEnforced: with ACLs a node could give a transcript away",
    accepts: (part) => memberOf(first(part, "rule"), "objectOwnership") === "BucketOwnerEnforced",
  },
  {
    types: [
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
      "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
    ],
    title: "Object Lock",
    must: "have a default retention with a mode and days or years",
    accepts: (part) => {
      const retention = memberOf(first(part, "rule"), "defaultRetention");
      return (
        ["GOVERNANCE", "COMPLIANCE"].includes(String(memberOf(retention, "mode"))) &&
        (Number(memberOf(retention, "days")) >= 1 || Number(memberOf(retention, "years")) >= 1)
      );
    },
  },
  {
    types: [
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ],
    title: "lifecycle",
    must: "have an Enabled rule that expires transcripts after some days",
    accepts: (part) =>
      listOf(part, "rules").some(
        (rule) =>
          memberOf(rule, "status") === "Enabled" &&
          Number(memberOf(memberOf(rule, "expiration"), "days")) >= 1,
      ),
  },
];

function first(part: Subject, key: string): unknown {
  return listOf(part, key)[0];
}
