import * as assert from "node:assert/strict";
import { logBucketPolicy } from "../../components/logBucketPolicy";
import { SessionLogBucket } from "../../components/sessionLogBucket";
import { Account } from "../../model/landingZone";
import { inventory, named, only } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { protectedNames, regions, underProvider, unknownInputs, waitsFor } from "./underProvider";

const bucketOf = (changes: Partial<Account> = {}) =>
  underProvider(
    (opts) =>
      new SessionLogBucket("logs", { zone: zoneWith(), account: accountWith(changes) }, opts),
  );

const lockType = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const lifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

describe("SessionLogBucket", () => {
  it("makes the bucket, what guards it, and nothing else", async () => {
    assert.deepEqual(
      inventory(await bucketOf()),
      [
        `${lifecycleType} logs-lifecycle`,
        `${lockType} logs-object-lock`,
        "aws:s3/bucket:Bucket logs-bucket",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls logs-ownership",
        "aws:s3/bucketPolicy:BucketPolicy logs-policy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock logs-public-access",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration logs-encryption",
        "aws:s3/bucketVersioning:BucketVersioning logs-versioning",
        "sekisho:components:SessionLogBucket logs",
      ].sort(),
    );
  });

  it("is in the home region, whole", async () => {
    assert.deepEqual(regions(await bucketOf()), ["ap-northeast-1"]);
  });

  it("protects the bucket and everything that guards it", async () => {
    assert.deepEqual(protectedNames(await bucketOf()), [
      "logs-bucket",
      "logs-encryption",
      "logs-lifecycle",
      "logs-object-lock",
      "logs-ownership",
      "logs-policy",
      "logs-public-access",
      "logs-versioning",
    ]);
  });

  it("is known in a preview", async () => {
    assert.deepEqual(unknownInputs(await bucketOf()), []);
  });

  it("is named for the account and locks its objects", async () => {
    const { inputs } = only(await bucketOf(), "aws:s3/bucket:Bucket");
    assert.deepEqual(inputs, {
      region: "ap-northeast-1",
      bucket: "sekisho-session-logs-333333333333",
      objectLockEnabled: true,
    });
  });

  const settings: { title: string; type: string; property: string; expected: unknown }[] = [
    {
      title: "keeps versions",
      type: "aws:s3/bucketVersioning:BucketVersioning",
      property: "versioningConfiguration",
      expected: { status: "Enabled" },
    },
    {
      title: "encrypts with S3's own key",
      type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      property: "rules",
      expected: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    },
    {
      title: "knows no ACLs",
      type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      property: "rule",
      expected: { objectOwnership: "BucketOwnerEnforced" },
    },
    ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map(
      (property) => ({
        title: `sets ${property}`,
        type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        property,
        expected: true,
      }),
    ),
    {
      title: "locks each version for the retention",
      type: lockType,
      property: "rule",
      expected: { defaultRetention: { mode: "GOVERNANCE", days: 400 } },
    },
    {
      title: "expires objects, overwritten versions and broken uploads",
      type: lifecycleType,
      property: "rules",
      expected: [
        {
          id: "expire",
          status: "Enabled",
          filter: {},
          expiration: { days: 400 },
          noncurrentVersionExpiration: { noncurrentDays: 400 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ],
    },
  ];
  for (const { title, type, property, expected } of settings) {
    it(title, async () => {
      const { inputs } = only(await bucketOf(), type);
      assert.equal(inputs.bucket, "sekisho-session-logs-333333333333");
      assert.deepEqual(inputs[property], expected);
    });
  }

  it("locks beyond any administrator in compliance mode, for the account's own retention", async () => {
    const { logs } = osAccessWith();
    const s3 = { retention: 30, objectLock: "compliance" as const };
    const made = await bucketOf({ osAccess: osAccessWith({ logs: { ...logs, s3 } }) });
    assert.deepEqual(only(made, lockType).inputs.rule, {
      defaultRetention: { mode: "COMPLIANCE", days: 30 },
    });
    const [rule] = only(made, lifecycleType).inputs.rules as { expiration: { days: number } }[];
    assert.equal(rule!.expiration.days, 30);
  });

  const orders = [
    { name: "logs-object-lock", type: lockType, after: ["logs-bucket", "logs-versioning"] },
    {
      name: "logs-lifecycle",
      type: lifecycleType,
      after: ["logs-bucket", "logs-object-lock", "logs-versioning"],
    },
    {
      name: "logs-policy",
      type: "aws:s3/bucketPolicy:BucketPolicy",
      after: ["logs-bucket", "logs-lifecycle", "logs-public-access"],
    },
  ];
  for (const { name, type, after } of orders) {
    it(`makes ${name} after ${after.join(", ")}`, async () => {
      assert.deepEqual(waitsFor(named(await bucketOf(), type, name)), after);
    });
  }

  it("carries the account's bucket policy", async () => {
    const { inputs } = only(await bucketOf(), "aws:s3/bucketPolicy:BucketPolicy");
    assert.equal(inputs.policy, logBucketPolicy(zoneWith(), accountWith()));
  });
});
