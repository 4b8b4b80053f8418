import { sessionLogGroup, transcriptPrefix } from "../model/names";
import { memberOf } from "./properties";

/** What one of a session document's inputs must be. */
interface InputRule {
  readonly input: string;
  readonly accepts: (value: unknown, inputs: unknown) => boolean;
  /** What the input must be, for the message. */
  readonly must: string;
}

/**
 * What the inputs must be where the document is in one of the accounts; in any account where none is known.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 */
export function inputRules(accounts: readonly string[], logBucketPrefix: string): InputRule[] {
  return [
    {
      input: "s3BucketName",
      accepts: (value) =>
        isText(value) &&
        value.startsWith(logBucketPrefix) &&
        isAccount(accounts, value.slice(logBucketPrefix.length)),
      must: (accounts.length > 0 ? accounts : ["????????????"])
        .map((account) => logBucketPrefix + account)
        .join(" or "),
    },
    // The node roles may write below it and nowhere else: with another one the transcript is lost, not refused.
    {
      input: "s3KeyPrefix",
      accepts: (value) => value === transcriptPrefix,
      must: transcriptPrefix,
    },
    // Without the flag the agent starts sessions even if the bucket is missing.
    { input: "s3EncryptionEnabled", accepts: (value) => value === true, must: "true" },
    {
      input: "kmsKeyId",
      accepts: (value) => isText(value) && isKey(value, accounts),
      must: "the id, alias or ARN of a key of its account",
    },
    // The guardrails keep readers from this group and from no other.
    {
      input: "cloudWatchLogGroupName",
      accepts: optional((value) => value === "" || value === sessionLogGroup),
      must: `${sessionLogGroup}, or nothing`,
    },
    { input: "cloudWatchEncryptionEnabled", accepts: streams, must: "true with a log group" },
    { input: "cloudWatchStreamingEnabled", accepts: streams, must: "true with a log group" },
    { input: "idleSessionTimeout", accepts: minutes(60), must: "of 1 to 60 minutes" },
    { input: "maxSessionDuration", accepts: minutes(1440), must: "of 1 to 1440 minutes" },
    { input: "runAsEnabled", accepts: optional(isFlag), must: "true or false" },
    {
      input: "runAsDefaultUser",
      accepts: optional(isOrdinaryUser),
      must: "the name of a user other than root",
    },
  ];
}

function isAccount(accounts: readonly string[], id: string): boolean {
  return accounts.length > 0 ? accounts.includes(id) : /^\d{12}$/.test(id);
}

const keyId = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const keyAlias = /^alias\/[\w/-]+$/;
const keyArn = /^arn:[a-z-]+:kms:[a-z0-9-]+:(\d{12}):(?:key\/(.+)|(alias\/.+))$/;

/**
 * Whether the text has the form of a key of the accounts. Whether there is such a key nobody can tell here; without
 * one no session starts.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
function isKey(text: string, accounts: readonly string[]): boolean {
  const [, account, id = text, alias = text] = keyArn.exec(text) ?? [];
  return (
    (account === undefined || isAccount(accounts, account)) &&
    (keyId.test(id) || keyAlias.test(alias))
  );
}

function streams(value: unknown, inputs: unknown): boolean {
  return value === true || !memberOf(inputs, "cloudWatchLogGroupName");
}

function minutes(maximum: number) {
  return (value: unknown) =>
    /^\d+$/.test(String(value)) && Number(value) >= 1 && Number(value) <= maximum;
}

/** A number is no name: tools of the OS take 0 for root. */
function isOrdinaryUser(value: unknown): boolean {
  return isText(value) && value !== "root" && /^([A-Za-z_][\w.@-]*\$?)?$/.test(value);
}

function optional(accepts: (value: unknown) => boolean) {
  return (value: unknown) => value === undefined || accepts(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}
