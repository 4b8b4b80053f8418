import { Subject } from "./policy";
import { listOf, memberOf } from "./properties";

/** A resource without which a session log bucket is not guarded. */
interface BucketPart {
  readonly types: readonly string[];
  /** What it is called in a message. */
  readonly title: string;
  /** What it must be, in words. */
  readonly must: (retention: number) => string;
  /** `retention` is how many days the bucket's account keeps transcripts. */
  readonly accepts: (part: Subject, retention: number) => boolean;
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
    must: () => "be Enabled: a node may overwrite what it wrote",
    accepts: (part) => memberOf(first(part, "versioningConfiguration"), "status") === "Enabled",
  },
  {
    types: [
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ],
    title: "encryption",
    must: () => "be AES256 or aws:kms: the agent refuses sessions without it",
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
    must: () => `set ${publicAccess.join(", ")} to true`,
    accepts: ({ props }) => publicAccess.every((setting) => props[setting] === true),
  },
  {
    types: ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
    title: "ownership controls",
    must: () => "be BucketOwnerEnforced: with ACLs a node could give a transcript away",
    accepts: (part) => memberOf(first(part, "rule"), "objectOwnership") === "BucketOwnerEnforced",
  },
  {
    types: [
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
      "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
    ],
    title: "Object Lock",
    must: (days) => `have a default retention with a mode and at least ${days} days`,
    accepts: (part, least) => {
      const retention = memberOf(first(part, "rule"), "defaultRetention");
      const [days, years] = ["days", "years"].map((unit) => Number(memberOf(retention, unit) ?? 0));
      return (
        ["GOVERNANCE", "COMPLIANCE"].includes(String(memberOf(retention, "mode"))) &&
        (days! >= least || years! * 365 >= least)
      );
    },
  },
  {
    types: [
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ],
    title: "lifecycle",
    must: (days) => `have an Enabled rule that expires transcripts, and none before ${days} days`,
    accepts: (part, least) => {
      const expiring = listOf(part, "rules").filter(
        (rule) => memberOf(rule, "status") === "Enabled" && memberOf(rule, "expiration"),
      );
      const days = expiring.map((rule) => Number(memberOf(memberOf(rule, "expiration"), "days")));
      return days.length > 0 && days.every((day) => day >= least);
    },
  },
];

function first(part: Subject, key: string): unknown {
  return listOf(part, key)[0];
}
