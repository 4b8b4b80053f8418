import { matches } from "../iam/wildcard";
import { preferencesDocument } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { accountsOf, memberOf, textOf } from "./properties";

/**
 * What a session document must say for its sessions to leave a transcript and to end.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 */
export const sessionDocumentLogged = resourcePolicy({
  name: "session-document-logged",
  description:
    "A session document must log to the session log bucket, encrypt and end its sessions.",
  severity: "critical",
  remediationSteps:
    "Make the document with the component SessionPreferences, or set its inputs as the message says.",
  configuration: ["logBucketPrefix"],
  checks: [{ types: ["aws:ssm/document:Document"], violations }],
});

function* violations(subject: Subject, configuration: PackConfiguration) {
  if (textOf(subject, "documentType") !== "Session" || isTakenOver(subject, configuration)) {
    return;
  }
  const { logBucketPrefix } = configuration;
  const document = `The session document '${subject.name}'`;
  const content = parseContent(subject.props.content);
  if (content === undefined) {
    yield `${document} must have JSON content: what cannot be read may leave its sessions unlogged. Write it in JSON.`;
    return;
  }
  if (content.schemaVersion !== "1.0") {
    yield `${document} must have schemaVersion 1.0, the only one for sessions, not ${shown(content.schemaVersion)}.`;
  }
  if (content.sessionType !== "Standard_Stream") {
    yield (
      `${document} must have the sessionType Standard_Stream, not ${shown(content.sessionType)}: ` +
      "other sessions leave no transcript. Remove the document."
    );
    return;
  }
  for (const { input, accepts, must } of inputs(bucketNames(subject, logBucketPrefix))) {
    const all = typeof content.inputs === "object" ? content.inputs : {};
    const value = memberOf(all, input);
    if (!accepts(value, all)) {
      yield `${document} must have ${input} ${must}, not ${shown(value)}. Set it.`;
    }
  }
}

/**
 * Whether the document is one that organization.yaml says is being taken over. `ignoreChanges` alone would not do: any
 * program can set it.
 */
function isTakenOver(subject: Subject, { adoptedPreferences = [] }: PackConfiguration): boolean {
  const [account, ...others] = accountsOf(subject);
  return (
    textOf(subject, "name") === preferencesDocument &&
    others.length === 0 &&
    adoptedPreferences.includes(`${account}/${textOf(subject, "region")}`)
  );
}

interface InputRule {
  readonly input: string;
  readonly accepts: (value: unknown, inputs: unknown) => boolean;
  /** What the input must be, for the message. */
  readonly must: string;
}

function inputs(buckets: readonly string[]): InputRule[] {
  const streams = (value: unknown, all: unknown) =>
    value === true || !memberOf(all, "cloudWatchLogGroupName");
  return [
    {
      input: "s3BucketName",
      accepts: (value) => buckets.some((bucket) => matches(bucket, String(value))),
      must: buckets.join(" or "),
    },
    // Without the flag the agent starts sessions even if the bucket is missing.
    { input: "s3EncryptionEnabled", accepts: (value) => value === true, must: "true" },
    {
      input: "kmsKeyId",
      accepts: (value) => typeof value === "string" && value !== "",
      must: "set",
    },
    { input: "cloudWatchEncryptionEnabled", accepts: streams, must: "true with a log group" },
    { input: "cloudWatchStreamingEnabled", accepts: streams, must: "true with a log group" },
    { input: "idleSessionTimeout", accepts: minutes(60), must: "of 1 to 60 minutes" },
    { input: "maxSessionDuration", accepts: minutes(1440), must: "of 1 to 1440 minutes" },
    { input: "runAsDefaultUser", accepts: (value) => value !== "root", must: "other than root" },
  ];
}

function minutes(maximum: number) {
  return (value: unknown) =>
    /^\d+$/.test(String(value)) && Number(value) >= 1 && Number(value) <= maximum;
}

/** Names of the log buckets of the resource's account; of any account where the provider does not name one. */
function bucketNames(subject: Subject, prefix: string): string[] {
  const accounts = accountsOf(subject);
  return (accounts.length > 0 ? accounts : ["????????????"]).map((account) => prefix + account);
}

function parseContent(value: unknown): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(String(value));
    return typeof content === "object" && content !== null
      ? (content as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}
