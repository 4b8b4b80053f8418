import { denies } from "../iam/denials";
import { Condition, PolicyDocument } from "../iam/policyDocument";
import type { PackConfiguration } from "./configuration";

/** Something that a session log bucket's policy must deny to everyone. */
interface Denial {
  readonly actions: readonly string[];
  /** Where: the bucket itself, its objects, or both. */
  readonly on: readonly ("bucket" | "objects")[];
  /** What it is called in a message: "deny ... to anyone but the reader". */
  readonly title: string;
  /** The only conditions with which the Deny still does its work. */
  readonly allows: (condition: Condition, readers: readonly string[]) => boolean;
}

const unconditional = { allows: () => false };

const denials: readonly Denial[] = [
  {
    title: "requests without TLS",
    actions: ["s3:*"],
    on: ["bucket", "objects"],
    allows: ({ operator, key, values }) =>
      operator === "Bool" &&
      key.toLowerCase() === "aws:securetransport" &&
      values.length > 0 &&
      values.every((value) => value === "false"),
  },
  {
    title: "deletes",
    actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
    on: ["objects"],
    ...unconditional,
  },
  {
    title: "an end to the retention",
    actions: ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
    on: ["objects"],
    ...unconditional,
  },
  {
    title: "another key, which its owner may delete",
    actions: ["s3:UpdateObjectEncryption"],
    on: ["objects"],
    ...unconditional,
  },
  {
    title: "the end of the bucket",
    actions: ["s3:DeleteBucket"],
    on: ["bucket"],
    ...unconditional,
  },
  {
    title: "reads by anyone but the reader",
    actions: ["s3:GetObject", "s3:GetObjectVersion"],
    on: ["objects"],
    allows: ({ operator, key, values, quantifier }, readers) =>
      quantifier === undefined &&
      ["ArnNotEquals", "ArnNotLike", "StringNotEquals"].includes(operator) &&
      key.toLowerCase() === "aws:principalarn" &&
      values.length > 0 &&
      values.every((value) => readers.includes(awsPartition(value))),
  },
];

/** What the policy of the log bucket leaves open, in words: "deletes (s3:DeleteObject)". */
export function openIn(
  document: PolicyDocument,
  bucket: string,
  { logBucketPrefix, sessionLogReaders }: PackConfiguration,
): string[] {
  const account = bucket.slice(logBucketPrefix.length);
  const readers = sessionLogReaders.map((reader) => `arn:aws:iam::${account}:role/${reader}`);
  const statements = document.statements.map((statement) => ({
    ...statement,
    resources: statement.resources?.map(awsPartition),
  }));
  const arns = { bucket: `arn:aws:s3:::${bucket}`, objects: `arn:aws:s3:::${bucket}/*` };
  return denials.flatMap(({ title, actions, on, allows }) => {
    const effective = statements.filter(({ conditions }) =>
      conditions.every((condition) => allows(condition, readers)),
    );
    const open = actions.filter(
      (action) =>
        !on.every((where) => effective.some((statement) => denies(statement, action, arns[where]))),
    );
    return open.length > 0 ? [`${title} (${open.join(", ")})`] : [];
  });
}

/** The bucket's name is the same in each partition, and nobody has one account in two. */
function awsPartition(arn: string): string {
  return arn.replace(/^arn:aws-(cn|us-gov):/, "arn:aws:");
}
