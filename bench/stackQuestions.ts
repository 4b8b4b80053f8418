import type { ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeRequest, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { planStack } from "../engine/offline";
import { loadLandingZone } from "../model/load";
import { stackPrograms } from "../stacks/stackPrograms";
import { analyzeRequest, analyzeStackRequest } from "../test/offline/analyzer";

/** What the engine asks a pack about one stack. */
export interface StackQuestions {
  readonly resources: readonly AnalyzeRequest[];
  readonly stack: AnalyzeStackRequest;
}

/** Operations at once, the engine's own default on a small machine. */
const parallel = 16;

/** The questions about the stack of the first account that guardrails reach. */
export async function stackQuestions(organization: string): Promise<StackQuestions> {
  const loaded = loadLandingZone(organization);
  if (!loaded.ok) {
    throw new Error("organization.yaml does not check: sekisho check says why.");
  }
  const guarded = loaded.zone.accounts.find(({ ou }) => ou?.startsWith("Workloads"));
  const stack = stackPrograms(loaded.zone).find(({ name }) => name === `account-${guarded?.name}`)!;
  const plan = await planStack(stack.name, stack.run);
  return {
    resources: plan.resources.map((resource) => analyzeRequest(resource, plan)),
    stack: analyzeStackRequest(plan),
  };
}

/** Asks what a pack is, then about each resource, several at once, then about the stack. */
export async function answerAll(
  client: AnalyzerClient,
  { resources, stack }: StackQuestions,
): Promise<void> {
  await answer((done) => client.getAnalyzerInfo(new Empty(), done));
  let next = 0;
  const lane = async () => {
    while (next < resources.length) {
      const request = resources[next++]!;
      await answer((done) => client.analyze(request, done));
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  await answer((done) => client.analyzeStack(stack, done));
}

function answer(ask: (done: (error: ServiceError | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => ask((error) => (error ? reject(error) : resolve())));
}
