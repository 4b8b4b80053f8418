import { PrincipalSet, RequestSet } from "../iam/accessCheck";
import { compile } from "../iam/compile";
import { PolicyDocument, Statement } from "../iam/policyDocument";
import { administrator } from "./accountGuardrails";
import type { PackConfiguration } from "./configuration";
import { roleArn } from "./openPaths";
import { sharedChecks } from "./sharedChecks";

/** Something that a session log bucket's policy must deny to everyone. */
interface Denial {
  readonly actions: readonly string[];
  /** Where: the bucket itself, its objects, or both. */
  readonly on: readonly ("bucket" | "objects")[];
  /** What it is called in a message: "deny ... to anyone but the reader". */
  readonly title: string;
  /** What all the requests have in common. */
  readonly requests?: Pick<RequestSet, "context">;
  /** The readers keep it. */
  readonly exceptReaders?: true;
  /** What the actions stand for. */
  readonly pattern?: string;
}

const denials: readonly Denial[] = [
  {
    title: "requests without TLS",
    // The last one stands for what S3 may have tomorrow: only s3:* denies it.
    actions: ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:AnyActionOfTomorrow"],
    on: ["bucket", "objects"],
    requests: { context: { "aws:SecureTransport": "false" } },
    pattern: "s3:*",
  },
  { title: "deletes", actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"], on: ["objects"] },
  {
    title: "an end to the retention",
    actions: ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
    on: ["objects"],
  },
  {
    title: "another key, which its owner may delete",
    actions: ["s3:UpdateObjectEncryption"],
    on: ["objects"],
  },
  { title: "the end of the bucket", actions: ["s3:DeleteBucket"], on: ["bucket"] },
  {
    title: "reads by anyone but the reader",
    actions: ["s3:GetObject", "s3:GetObjectVersion"],
    on: ["objects"],
    exceptReaders: true,
  },
];

/** Under the policy itself, so that nothing but a Deny keeps anybody out. */
const openToAll: Statement = {
  effect: "Allow",
  principals: [{ type: "AWS", value: "*" }],
  actions: ["*"],
  resources: ["*"],
  conditions: [],
};

/** What the policy of the log bucket leaves open, in words: "deletes (s3:DeleteObject)". */
export function openIn(
  document: PolicyDocument,
  bucket: string,
  configuration: PackConfiguration,
): string[] {
  const { logBucketPrefix, sessionLogReaders, partition } = configuration;
  const account = bucket.slice(logBucketPrefix.length);
  const readers = sessionLogReaders.map((reader) => roleArn(configuration, account, reader));
  const arns = {
    bucket: `arn:${partition}:s3:::${bucket}`,
    objects: `arn:${partition}:s3:::${bucket}/*`,
  };
  const statements = [...document.statements, openToAll];
  const policies = {
    identity: administrator,
    resource: compile({ ...document, statements }, "resource"),
  };
  return denials.flatMap(({ title, actions, on, requests, exceptReaders, pattern }) => {
    const open = actions.filter((action) =>
      sharedChecks.doubt(account, policies, {
        ...requests,
        principals: everyone(partition),
        except: exceptReaders ? readers : [],
        actions: [action],
        resources: on.map((where) => arns[where]),
        resourceAccount: account,
      }),
    );
    return open.length > 0 ? [`${title} (${pattern ?? open.join(", ")})`] : [];
  });
}

function everyone(partition: string): PrincipalSet[] {
  const names = ["role/*", "user/*", "root"];
  return [...names.map((name) => `arn:${partition}:iam::*:${name}`), { anonymous: true }];
}
