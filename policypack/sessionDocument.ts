import { preferencesDocument } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { accountsOf, memberOf, textOf } from "./properties";
import { inputRules } from "./sessionInputs";
import { isOurs } from "./unknown";

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
  for (const { input, accepts, must } of inputRules(accountsOf(subject), logBucketPrefix)) {
    const value = memberOf(content.inputs, input);
    if (shown(value).includes("{{")) {
      yield (
        `${document} must have ${input} written out, not ${shown(value)}: who starts a session chooses its parameters. ` +
        "Write the value."
      );
    } else if (!accepts(value, content.inputs)) {
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
    isOurs(subject) &&
    textOf(subject, "name") === preferencesDocument &&
    others.length === 0 &&
    adoptedPreferences.includes(`${account}/${textOf(subject, "region")}`)
  );
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
