/*
 * Actions on a log bucket and its transcripts, for the SCPs and for the bucket's own policy.
 * Service Authorization Reference, Amazon S3 (iam-data, September 2026).
 */

/**
 * Ends a version's life or the lock that keeps it, or puts it under another key: whoever owns that key can make
 * the transcript unreadable for good. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
 */
export const endsTranscripts: readonly string[] = [
  "s3:BypassGovernanceRetention",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutObjectLegalHold",
  "s3:PutObjectRetention",
  "s3:ReplicateDelete",
  "s3:UpdateObjectEncryption",
];

/** Settings that a transcript's safety or its arrival hangs on. */
export const weakensLogBucket: readonly string[] = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketLogging",
  "s3:PutBucketObjectLockConfiguration",
  "s3:PutBucketOwnershipControls",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration",
];
