import type { PackConfiguration } from "./configuration";
import { bucketParts } from "./logBucketParts";
import { openIn } from "./logBucketDenials";
import { Subject, resourcePolicy, stackPolicy } from "./policy";
import { documentOr, textOf } from "./properties";

const bucketTypes = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
const bucketPolicyTypes = ["aws:s3/bucketPolicy:BucketPolicy"];

/** Transcripts are the only record of what somebody did in a session: nobody may read, change or delete them unseen. */
export const sessionLogBucketGuarded = resourcePolicy({
  name: "session-log-bucket-guarded",
  description:
    "A session log bucket must keep its transcripts: locked, encrypted, private, read by the reader only.",
  severity: "critical",
  remediationSteps:
    "Make the bucket with the component SessionLogBucket, or set what the message names.",
  checks: [
    { types: bucketTypes, violations: bucket },
    { types: bucketPolicyTypes, violations: bucketPolicy },
    ...bucketParts.map(({ types, title, must, accepts }) => ({
      types,
      *violations(part: Subject, configuration: PackConfiguration) {
        const name = logBucketOf(part, configuration.logBucketPrefix);
        const days = name === undefined ? 0 : retentionOf(name, configuration);
        if (name !== undefined && !accepts(part, days)) {
          yield `The ${title} '${part.name}' of the session log bucket '${name}' must ${must(days)}. Set it.`;
        }
      },
    })),
  ],
});

/** A bucket alone has none of it: the parts are resources of their own, and S3's defaults are weaker. */
export const sessionLogBucketComplete = stackPolicy({
  name: "session-log-bucket-complete",
  description: "A session log bucket must have each of its guards in the same stack.",
  severity: "critical",
  remediationSteps:
    "Make the bucket with the component SessionLogBucket, or add the resource that the message names.",
  checks: [...bucketParts, { types: bucketPolicyTypes, title: "bucket policy" }].map(
    ({ types, title }) => ({
      types: bucketTypes,
      *violations(
        bucket: Subject,
        { logBucketPrefix }: PackConfiguration,
        stack: readonly Subject[],
      ) {
        const name = logBucketOf(bucket, logBucketPrefix);
        const has = ({ type, props }: Subject) => types.includes(type) && props.bucket === name;
        if (name !== undefined && !stack.some(has)) {
          yield (
            `The session log bucket '${name}' must have its ${title} in the same stack. ` +
            `Add a resource of the type ${types[0]}.`
          );
        }
      },
    }),
  ),
});

function* bucket(subject: Subject, { logBucketPrefix }: PackConfiguration) {
  const name = logBucketOf(subject, logBucketPrefix);
  if (name === undefined) {
    return;
  }
  const must = `The session log bucket '${name}' must`;
  if (!subject.opts.protect) {
    yield `${must} be protected: deleting it loses the record of every session. Set the option protect to true.`;
  }
  if (subject.props.forceDestroy === true) {
    yield `${must} not set forceDestroy: it deletes transcripts with the bucket. Remove it.`;
  }
  if (subject.props.objectLockEnabled !== true) {
    yield `${must} set objectLockEnabled to true: without it an administrator deletes transcripts. Set it.`;
  }
}

function* bucketPolicy(subject: Subject, configuration: PackConfiguration) {
  const name = logBucketOf(subject, configuration.logBucketPrefix);
  if (name === undefined) {
    return;
  }
  const thing = `policy '${subject.name}' of the session log bucket '${name}'`;
  const read = documentOr(thing, subject.props.policy);
  if ("violation" in read) {
    yield read.violation;
    return;
  }
  for (const open of openIn(read.document, name, configuration)) {
    yield `The ${thing} must deny ${open}. Add a Deny statement for Principal *.`;
  }
}

/** The name of the session log bucket that the resource is or belongs to; none if it is another bucket. */
function logBucketOf(subject: Subject, prefix: string): string | undefined {
  const name = textOf(subject, "bucket");
  return name?.startsWith(prefix) ? name : undefined;
}

/** Days for which the bucket's account keeps transcripts; of an account that nobody declared, as short as any does. */
function retentionOf(
  bucket: string,
  { logBucketPrefix, transcriptRetention }: PackConfiguration,
): number {
  const declared = transcriptRetention[bucket.slice(logBucketPrefix.length)];
  return declared ?? Math.max(1, Math.min(...Object.values(transcriptRetention), 36_500));
}
