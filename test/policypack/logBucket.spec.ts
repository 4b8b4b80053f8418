import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { SessionLogBucket } from "../../components/sessionLogBucket";
import { sessionLogBucketComplete, sessionLogBucketGuarded } from "../../policypack/logBucket";
import { register } from "../support";
import { accountWith, zoneWith } from "../zone";
import { Given, stackViolations, violations } from "./support";

const name = "sekisho-session-logs-333333333333";

/** What the component makes, as a policy sees it. */
async function parts(): Promise<Given[]> {
  const resources = await register(() => {
    const provider = new aws.Provider("web-production", { region: "ap-northeast-1" });
    new SessionLogBucket("logs", { zone: zoneWith(), account: accountWith() }, { provider });
  });
  return resources
    .filter(({ type }) => type.startsWith("aws:"))
    .map(({ type, inputs, protect }) => ({ type, props: inputs, protect }));
}

/** The component's resource of that kind (`bucketVersioning`), some of it changed. */
async function part(kind: string, changes: object = {}, given: Partial<Given> = {}) {
  const found = (await parts()).find(({ type }) => type.startsWith(`aws:s3/${kind}:`));
  assert.ok(found, `the component makes no ${kind}`);
  return { ...found, props: { ...found.props, ...changes }, ...given };
}

const kinds = {
  bucketVersioning: "versioning",
  bucketServerSideEncryptionConfiguration: "encryption",
  bucketPublicAccessBlock: "public access block",
  bucketOwnershipControls: "ownership controls",
  bucketObjectLockConfiguration: "Object Lock",
  bucketLifecycleConfiguration: "lifecycle",
  bucketPolicy: "bucket policy",
};

describe("session-log-bucket-guarded: the bucket and its parts", () => {
  it("accepts everything that the component makes", async () => {
    const made = await parts();
    assert.equal(made.length, 1 + Object.keys(kinds).length);
    for (const given of made) {
      assert.deepEqual(await violations(sessionLogBucketGuarded, given), []);
    }
  });

  const bucket = `The session log bucket '${name}' must`;
  const of = (title: string) => `The ${title} 'subject' of the session log bucket '${name}' must`;
  const publicAccess =
    `${of("public access block")} set blockPublicAcls, blockPublicPolicy, ignorePublicAcls, ` +
    "restrictPublicBuckets to true. Set it.";
  const lock = `${of("Object Lock")} have a default retention with a mode and at least 400 days. Set it.`;
  const lifecycle = `${of("lifecycle")} have an Enabled rule that expires transcripts, and none before 400 days. Set it.`;
  const cases: {
    title: string;
    kind: string;
    changes?: object;
    given?: Partial<Given>;
    expected: string[];
  }[] = [
    {
      title: "blocks a bucket that is not protected",
      kind: "bucket",
      given: { protect: false },
      expected: [
        `${bucket} be protected: deleting it loses the record of every session. Set the option protect to true.`,
      ],
    },
    {
      title: "blocks forceDestroy",
      kind: "bucket",
      changes: { forceDestroy: true },
      expected: [
        `${bucket} not set forceDestroy: it deletes transcripts with the bucket. Remove it.`,
      ],
    },
    {
      title: "blocks a bucket without Object Lock",
      kind: "bucket",
      changes: { objectLockEnabled: undefined },
      expected: [
        `${bucket} set objectLockEnabled to true: without it an administrator deletes transcripts. Set it.`,
      ],
    },
    {
      title: "leaves other buckets alone",
      kind: "bucket",
      changes: { bucket: "shop-assets", forceDestroy: true },
      given: { protect: false },
      expected: [],
    },
    {
      title: "blocks suspended versioning",
      kind: "bucketVersioning",
      changes: { versioningConfiguration: { status: "Suspended" } },
      expected: [`${of("versioning")} be Enabled: a node may overwrite what it wrote. Set it.`],
    },
    {
      title: "blocks it under the resource's old name too",
      kind: "bucketVersioning",
      changes: { versioningConfiguration: { status: "Suspended" } },
      given: { type: "aws:s3/bucketVersioningV2:BucketVersioningV2" },
      expected: [`${of("versioning")} be Enabled: a node may overwrite what it wrote. Set it.`],
    },
    {
      title: "blocks encryption without an algorithm",
      kind: "bucketServerSideEncryptionConfiguration",
      changes: { rules: [{}] },
      expected: [
        `${of("encryption")} be AES256 or aws:kms: the agent refuses sessions without it. Set it.`,
      ],
    },
    {
      title: "blocks a public access block with one setting off",
      kind: "bucketPublicAccessBlock",
      changes: { restrictPublicBuckets: false },
      expected: [publicAccess],
    },
    {
      title: "blocks a public access block with one setting left out",
      kind: "bucketPublicAccessBlock",
      changes: { blockPublicPolicy: undefined },
      expected: [publicAccess],
    },
    {
      title: "blocks ACLs",
      kind: "bucketOwnershipControls",
      changes: { rule: { objectOwnership: "ObjectWriter" } },
      expected: [
        `${of("ownership controls")} be BucketOwnerEnforced: with ACLs a node could give a transcript away. Set it.`,
      ],
    },
    {
      title: "blocks a lock without a default retention",
      kind: "bucketObjectLockConfiguration",
      changes: { rule: undefined },
      expected: [lock],
    },
    {
      title: "blocks a lock of no days",
      kind: "bucketObjectLockConfiguration",
      changes: { rule: { defaultRetention: { mode: "GOVERNANCE", days: 0 } } },
      expected: [lock],
    },
    {
      title: "blocks a lock of a day less than the account declares",
      kind: "bucketObjectLockConfiguration",
      changes: { rule: { defaultRetention: { mode: "GOVERNANCE", days: 399 } } },
      expected: [lock],
    },
    {
      title: "accepts a lock in years that is long enough",
      kind: "bucketObjectLockConfiguration",
      changes: { rule: { defaultRetention: { mode: "GOVERNANCE", years: 2 } } },
      expected: [],
    },
    {
      title: "blocks a second lifecycle rule that expires transcripts sooner",
      kind: "bucketLifecycleConfiguration",
      changes: {
        rules: [400, 30].map((days) => ({ status: "Enabled", expiration: { days } })),
      },
      expected: [lifecycle],
    },
    {
      title: "blocks a lock without a mode",
      kind: "bucketObjectLockConfiguration",
      changes: { rule: { defaultRetention: { days: 400 } } },
      expected: [lock],
    },
    {
      title: "blocks a lifecycle that is off",
      kind: "bucketLifecycleConfiguration",
      changes: { rules: [{ id: "expire", status: "Disabled", expiration: { days: 400 } }] },
      expected: [lifecycle],
    },
    {
      title: "blocks a lifecycle that expires nothing",
      kind: "bucketLifecycleConfiguration",
      changes: { rules: [{ id: "expire", status: "Enabled" }] },
      expected: [lifecycle],
    },
  ];
  for (const { title, kind, changes, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(
        await violations(sessionLogBucketGuarded, await part(kind, changes, given)),
        expected,
      ),
    );
  }
});

describe("session-log-bucket-complete", () => {
  it("accepts the stack that the component makes", async () =>
    assert.deepEqual(await stackViolations(sessionLogBucketComplete, await parts()), []));

  for (const [kind, title] of Object.entries(kinds)) {
    const isPart = ({ type }: Given) => type.startsWith(`aws:s3/${kind}:`);
    it(`blocks a bucket without its ${title}`, async () => {
      const others = (await parts()).filter((given) => !isPart(given));
      const [message, ...rest] = await stackViolations(sessionLogBucketComplete, others);
      assert.deepEqual(rest, []);
      assert.ok(
        message?.startsWith(
          `The session log bucket '${name}' must have its ${title} in the same stack. ` +
            `Add a resource of the type aws:s3/${kind}:`,
        ),
        message,
      );
    });

    it(`blocks a bucket whose ${title} belongs to another`, async () => {
      const given = (await parts()).map((each) =>
        isPart(each) ? { ...each, props: { ...each.props, bucket: "other" } } : each,
      );
      assert.equal((await stackViolations(sessionLogBucketComplete, given)).length, 1);
    });
  }

  it("asks nothing of other buckets", async () => {
    const assets = { type: "aws:s3/bucket:Bucket", props: { bucket: "shop-assets" } };
    assert.deepEqual(await stackViolations(sessionLogBucketComplete, [assets]), []);
  });
});
