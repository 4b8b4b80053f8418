import { awsManagedPolicy, isAnswered } from "../iam/awsManagedPolicies";
import { CompiledPolicy, compile } from "../iam/compile";
import { PolicyDocument, Statement, titleOf } from "../iam/policyDocument";
import type { PackConfiguration } from "./configuration";
import { documentOr, documentText, memberOf, parseDocument } from "./properties";
import { keyOfText } from "./sharedChecks";
import type { WrittenPolicies } from "./writtenPolicies";

/** Rights to be judged, wherever they were found. */
export type JudgedRights =
  | {
      /** Compiled when somebody asks: most rights are judged without. */
      readonly policy: () => CompiledPolicy;
      /** "The inline policy 'x', statement 'y', must not allow <paths>": how a message begins. */
      readonly rule: (statement: Statement | undefined, paths: string) => string;
      /** What is said is said of the whole policy: its statements are AWS's or unknown. */
      readonly whole?: true;
    }
  /** A document that cannot be read, as a full sentence. */
  | { readonly unreadable: string };

/** Documents that can be read. In hundreds of accounts one is the same, and opens nothing to anyone. */
const readable = new Set<string>();

/** The rights in a document that the resource itself holds. A document that cannot be read is never allowed. */
export function documentRights(thing: string, value: unknown, account: string): JudgedRights {
  const key = keyOfText(documentText(value), account);
  let read = readable.has(key) ? undefined : documentOr(thing, value);
  if (read !== undefined && "violation" in read) {
    return { unreadable: read.violation };
  }
  readable.add(key);
  const policy = once(() => {
    read ??= documentOr(thing, value);
    if ("violation" in read) {
      throw new Error(read.violation);
    }
    return compile(read.document, "identity");
  });
  return {
    policy,
    rule: (statement, paths) => {
      const { document } = policy();
      const title = titleOf(document, statement ?? document.statements[0]!);
      return `The ${thing}, ${title}, must not allow ${paths}`;
    },
  };
}

/** The rights in a managed policy that is attached; none in one that this run has judged where it is written. */
export function attachedRights(
  thing: string,
  policy: unknown,
  written: WrittenPolicies,
  configuration: PackConfiguration,
): JudgedRights[] {
  const name = policyText(policy);
  if (written.has(name)) {
    return [];
  }
  const unknown = /:iam::aws:/.test(name) ? "is not known to this pack" : "is not of this program";
  const attaches = `The ${thing} must not attach ${awsName(name) ?? `'${name}'`}, which`;
  const known = once(() => awsDocument(name, configuration));
  return [
    {
      policy: once(() => compile(known() ?? allowing(["*"]), "identity")),
      whole: true,
      rule: (_, paths) =>
        known()
          ? `${attaches} allows ${paths}`
          : `${attaches} ${unknown} and so is taken to allow everything`,
    },
  ];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A boundary, where it is AWS's own or was written in this run; one that nobody knows limits nothing. */
export function boundaryOf(
  arn: string | undefined,
  written: WrittenPolicies,
  configuration: PackConfiguration,
): CompiledPolicy | undefined {
  if (arn === undefined) {
    return undefined;
  }
  const parsed = parseDocument(written.of(arn));
  const document = parsed.ok ? parsed.document : awsDocument(arn, configuration);
  return document && compile(document, "boundary");
}

/** AWS's policy, with everything allowed that its file does not answer for. */
function awsDocument(arn: string, { accessPaths }: PackConfiguration): PolicyDocument | undefined {
  const [, partition, name] = /^arn:([a-z-]+):iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  // The file is that of one partition; what another one's policies say nobody has read.
  const found = partition === "aws" ? awsManagedPolicy(name!)?.document : undefined;
  if (found === undefined) {
    return undefined;
  }
  const unanswered = accessPaths
    .flatMap(({ attacks }) => attacks.flatMap(({ actions }) => actions))
    .filter((action) => !isAnswered(action));
  return unanswered.length === 0
    ? found
    : { ...found, statements: [...found.statements, ...allowing(unanswered).statements] };
}

function allowing(actions: readonly string[]): PolicyDocument {
  const statement: Statement = { effect: "Allow", actions, resources: ["*"], conditions: [] };
  return { version: "2012-10-17", statements: [statement] };
}

function awsName(arn: string): string | undefined {
  return /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
}

/** A policy's ARN; of one given by name and path, as Identity Center takes it, how its ARN ends. */
function policyText(policy: unknown): string {
  const name = memberOf(policy, "name");
  const path = memberOf(policy, "path");
  return typeof name === "string"
    ? `policy${typeof path === "string" ? path : "/"}${name}`
    : String(policy);
}
