import { osAccessAllow } from "../components/osAccessAllow";
import { osAccessDeny } from "../components/osAccessDeny";
import { serviceControlPolicies } from "../guardrails/serviceControlPolicies";
import { awsManagedPolicy } from "../iam/awsManagedPolicies";
import { compile, CompiledPolicy } from "../iam/compile";
import { PolicyKind } from "../iam/compiledStatement";
import { Policies, Result } from "../iam/decision";
import { evaluate } from "../iam/evaluate";
import { parsePolicy } from "../iam/parsePolicy";
import { PreparedRequest, Request } from "../iam/request";
import { accountWith, osAccessWith, zoneWith } from "../test/zone";
import { median } from "./childProcess";

/** How many decisions one thread takes in a second of the processor: on a busy machine the clock would tell of others. */
export interface DecisionRate {
  /** "allowed, node and document". */
  readonly title: string;
  /** Each request is one object with a context of its own, as whoever asks once has it. */
  readonly plain: number;
  /** Requests that were prepared before, as whoever asks under many sets of policies has them. */
  readonly prepared: number;
}

const zone = zoneWith();
/** The window holds on taking the role, so that two policies of OSAccess let everybody in it start sessions. */
const account = accountWith({ osAccess: osAccessWith({ windows: "assume-role" }) });
const region = zone.regions[0]!;

/** So many different requests take turns. */
const variety = 1_000;
const rounds = 5;
const roundSeconds = 0.4;

/**
 * StartSession under two SCPs at each of three levels, FullAWSAccess and the generated one about sessions, and two
 * identity policies: those of OSAccess, whom they let in, and those of an administrator, whom they keep out.
 */
export function decisionRates(): DecisionRate[] {
  const everything = policy(
    "identity",
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
  );
  const sessions = serviceControlPolicies(zone, zone.guardrails[0]!)
    .map(({ content }) => content)
    .find((text) => text.includes("ssm:StartSession"))!;
  const level = [everything, policy("scp", sessions)];
  const scps = [level, level, level];
  const osAccess = [osAccessAllow(zone, account), osAccessDeny(zone, account)];
  const administrator = ["AdministratorAccess", "ReadOnlyAccess"].map((name) =>
    compile(awsManagedPolicy(name)!.document, "identity", name),
  );
  const paths: { role: string; result: Result; policies: Policies }[] = [
    {
      role: zone.osAccessRole,
      result: "allowed",
      policies: { scps, identity: osAccess.map((text) => policy("identity", text)) },
    },
    { role: "Admin", result: "explicitly denied", policies: { scps, identity: administrator } },
  ];
  return paths.flatMap(({ role, result, policies }) =>
    [false, true].map((withDocument) => {
      const requests = requestsOf(role, withDocument);
      const prepared = requests.map((request) => new PreparedRequest(request));
      return {
        title: `${result}, ${withDocument ? "node and document" : "node"}`,
        plain: rate(requests, policies, result),
        prepared: rate(prepared, policies, result),
      };
    }),
  );
}

function requestsOf(role: string, withDocument: boolean): Request[] {
  const start = Date.UTC(2026, 11, 1);
  return Array.from({ length: variety }, (_, index) => ({
    principal: `arn:aws:sts::${account.id}:assumed-role/${role}/user-${index}`,
    role: `arn:aws:iam::${account.id}:role/${role}`,
    action: "ssm:StartSession",
    resources: [
      {
        arn: `arn:aws:ec2:${region}:${account.id}:instance/i-${String(index).padStart(17, "0")}`,
        context: { "ssm:resourceTag/os-access": "allowed" },
      },
      ...(withDocument
        ? [`arn:aws:ssm:${region}:${account.id}:document/SSM-SessionManagerRunShell`]
        : []),
    ],
    context: {
      "aws:CurrentTime": new Date(start + index * 1_000).toISOString(),
      "aws:SourceIp": `192.0.2.${index % 256}`,
      "aws:RequestedRegion": region,
      "aws:SecureTransport": "true",
      "aws:ViaAWSService": "false",
      "ssm:SessionDocumentAccessCheck": "true",
    },
  }));
}

/** The median of some rounds. Throws where a decision is not the expected one: a wrong answer is no fast one. */
function rate(
  requests: readonly (Request | PreparedRequest)[],
  policies: Policies,
  expected: Result,
): number {
  const round = () => {
    const start = process.cpuUsage();
    let decisions = 0;
    let seconds = 0;
    do {
      for (const request of requests) {
        const { result } = evaluate(request, policies);
        if (result !== expected) {
          throw new Error(`A decision is ${result} and should be ${expected}.`);
        }
      }
      decisions += requests.length;
      const { user, system } = process.cpuUsage(start);
      seconds = (user + system) / 1e6;
    } while (seconds < roundSeconds);
    return decisions / seconds;
  };
  round();
  return median(Array.from({ length: rounds }, round), (rate) => rate);
}

function policy(kind: PolicyKind, text: string): CompiledPolicy {
  const result = parsePolicy(text);
  if (!result.ok) {
    throw new Error("A policy of the measurement cannot be read.");
  }
  return compile(result.document, kind);
}
