import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { logBucket } from "../model/names";
import { logBucketPolicy } from "./logBucketPolicy";

export interface SessionLogBucketArgs {
  zone: LandingZone;
  /** The account of the nodes; each account keeps its own transcripts. */
  account: KnownAccount;
}

/**
 * The bucket, in the home region, that the account's nodes write the transcripts of their sessions to. Versions are
 * kept because a node may overwrite what it wrote, and locked for the retention because an administrator may delete.
 */
export class SessionLogBucket extends pulumi.ComponentResource {
  constructor(name: string, args: SessionLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionLogBucket", name, {}, opts);
    const { zone, account } = args;
    const { retention, objectLock } = account.osAccess.logs.s3;
    const region = zone.home;

    // Losing the bucket loses the record of every session of the retention period; losing what guards it opens or
    // shortens that record. So every part is protected, not the bucket alone.
    const kept = { parent: this, protect: true };
    const bucket = new aws.s3.Bucket(
      `${name}-bucket`,
      {
        region,
        // The nodes' rights, the preferences and the guardrails name it before it exists.
        bucket: logBucket(account),
        objectLockEnabled: true,
      },
      kept,
    );
    const target = { region, bucket: bucket.bucket };

    const publicAccess = new aws.s3.BucketPublicAccessBlock(
      `${name}-public-access`,
      {
        ...target,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      kept,
    );
    new aws.s3.BucketOwnershipControls(
      `${name}-ownership`,
      { ...target, rule: { objectOwnership: "BucketOwnerEnforced" } },
      kept,
    );
    // The agent refuses a session if the bucket it should write to is not encrypted; S3's own key asks nothing of nodes.
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { ...target, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      kept,
    );
    const versioning = new aws.s3.BucketVersioning(
      `${name}-versioning`,
      { ...target, versioningConfiguration: { status: "Enabled" } },
      kept,
    );
    const lock = new aws.s3.BucketObjectLockConfiguration(
      `${name}-object-lock`,
      { ...target, rule: { defaultRetention: { mode: lockMode[objectLock], days: retention } } },
      // Object Lock works on versions only.
      { ...kept, dependsOn: [versioning] },
    );
    const lifecycle = new aws.s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      {
        ...target,
        rules: [
          {
            id: "expire",
            status: "Enabled",
            filter: {},
            expiration: { days: retention },
            // An overwritten transcript is kept for as long as one that was not.
            noncurrentVersionExpiration: { noncurrentDays: retention },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
          },
        ],
      },
      // Rules on noncurrent versions need versioning, and the lock must stand before anything can expire.
      { ...kept, dependsOn: [versioning, lock] },
    );
    new aws.s3.BucketPolicy(
      `${name}-policy`,
      { ...target, policy: logBucketPolicy(zone, account) },
      // S3 refuses changes of one bucket that come at the same moment.
      { ...kept, dependsOn: [publicAccess, lifecycle] },
    );

    this.registerOutputs();
  }
}

const lockMode = { governance: "GOVERNANCE", compliance: "COMPLIANCE" };
