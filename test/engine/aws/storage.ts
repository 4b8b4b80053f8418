import { createHash } from "node:crypto";
import { Inputs } from "./inputCheck";
import { Need, Place, ResourceFacts, text } from "./facts";

function needBucket(inputs: Inputs): Need[] {
  const id = text(inputs, "bucket");
  return [{ type: "aws:s3/bucket:Bucket", id, error: `NoSuchBucket: ${id} does not exist.` }];
}

/** A setting of a bucket: AWS keeps one a bucket, so a second resource overwrites the first. */
const setting: ResourceFacts = {
  id: (inputs) => text(inputs, "bucket"),
  replaces: ["bucket", "region"],
  needs: needBucket,
};

/** A key's id, made from its serial number and shaped as AWS shapes it. */
function keyId({ serial }: Place): string {
  const digits = createHash("sha256").update(`key ${serial}`).digest("hex");
  return [8, 4, 4, 4, 12].map((length, at) => digits.slice(at * 12, at * 12 + length)).join("-");
}

const kmsKey = "aws:kms/key:Key";

function needKey(keyIdOrArn: string): Need[] {
  const id = keyIdOrArn.split("/").pop()!;
  return [{ type: kmsKey, id, error: `NotFoundException: Key '${id}' does not exist.` }];
}

const regionalArn = (service: string, { region, account }: Place, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** S3, KMS and CloudWatch Logs as far as the landing zone uses them. */
export const storage: Readonly<Record<string, ResourceFacts>> = {
  "aws:s3/bucket:Bucket": {
    id: (inputs) => text(inputs, "bucket"),
    computed: (inputs, { region }) => {
      const bucket = text(inputs, "bucket");
      return {
        arn: `arn:aws:s3:::${bucket}`,
        bucketDomainName: `${bucket}.s3.amazonaws.com`,
        bucketRegion: region,
        bucketRegionalDomainName: `${bucket}.s3.${region}.amazonaws.com`,
      };
    },
    unique: { key: (inputs) => text(inputs, "bucket"), error: "BucketAlreadyOwnedByYou" },
    autoName: "bucket",
    replaces: ["bucket", "bucketPrefix", "objectLockEnabled", "region"],
  },
  "aws:s3/bucketVersioning:BucketVersioning": setting,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": setting,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting,
  "aws:s3/bucketPolicy:BucketPolicy": {
    ...setting,
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html: 20 KB
    documents: [{ property: "policy", limit: () => 20 * 1024, checksPrincipals: true }],
  },
  [kmsKey]: {
    id: (_, place) => keyId(place),
    computed: (_, place, id) => ({ keyId: id, arn: regionalArn("kms", place, `key/${id}`) }),
    replaces: ["customerMasterKeySpec", "keyUsage", "multiRegion", "region"],
    // https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html: 32 KB
    documents: [{ property: "policy", limit: () => 32 * 1024, checksPrincipals: true }],
  },
  "aws:kms/alias:Alias": {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => {
      const target = text(inputs, "targetKeyId").split("/").pop()!;
      return {
        arn: regionalArn("kms", place, text(inputs, "name")),
        targetKeyArn: regionalArn("kms", place, `key/${target}`),
      };
    },
    unique: { key: (inputs) => text(inputs, "name"), error: "AlreadyExistsException" },
    autoName: "name",
    replaces: ["name", "namePrefix", "region"],
    needs: (inputs) => needKey(text(inputs, "targetKeyId")),
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => ({
      arn: regionalArn("logs", place, `log-group:${text(inputs, "name")}`),
    }),
    unique: { key: (inputs) => text(inputs, "name"), error: "ResourceAlreadyExistsException" },
    autoName: "name",
    replaces: ["name", "namePrefix", "logGroupClass", "region"],
    needs: (inputs) => (inputs.kmsKeyId === undefined ? [] : needKey(text(inputs, "kmsKeyId"))),
  },
};
