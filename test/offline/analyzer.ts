import * as analyzer_pb from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { JudgingPolicy } from "../../engine/judge";
import { PlannedResource, StackPlan } from "../../engine/plan";

type Call<Request> = (
  call: { request: Request },
  callback: (error: Error | null, response: analyzer_pb.AnalyzeResponse) => void,
) => void;

type Handler<Request> = (
  pack: string,
  version: string,
  level: "mandatory",
  policies: readonly JudgingPolicy[],
) => Call<Request>;

// What `pulumi preview --policy-pack` talks to, without the gRPC in between.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const server = require("@pulumi/policy/server") as {
  makeAnalyzeRpcFun: Handler<analyzer_pb.AnalyzeRequest>;
  makeAnalyzeStackRpcFun: Handler<analyzer_pb.AnalyzeStackRequest>;
};

export interface Diagnostic {
  readonly policy: string;
  readonly message: string;
  readonly urn: string;
}

/** What the policy SDK itself answers when the engine asks it about every resource of a plan, then about the stack. */
export async function askAnalyzer(
  plan: StackPlan,
  policies: readonly JudgingPolicy[],
): Promise<Diagnostic[]> {
  const analyze = server.makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", policies);
  const analyzeStack = server.makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", policies);
  const diagnostics: Diagnostic[] = [];
  for (const resource of plan.resources) {
    diagnostics.push(...(await answer(analyze, analyzeRequest(resource, plan), resource.urn)));
  }
  return [...diagnostics, ...(await answer(analyzeStack, analyzeStackRequest(plan), ""))];
}

/** What the engine asks about one resource of a plan. */
export function analyzeRequest(
  resource: PlannedResource,
  plan: StackPlan,
): analyzer_pb.AnalyzeRequest {
  return fill(new analyzer_pb.AnalyzeRequest(), resource, plan);
}

/** What the engine asks about all of them together, at the end. */
export function analyzeStackRequest(plan: StackPlan): analyzer_pb.AnalyzeStackRequest {
  const stack = new analyzer_pb.AnalyzeStackRequest();
  stack.setResourcesList(plan.resources.map((resource) => stackResource(resource, plan)));
  return stack;
}

function answer<Request>(call: Call<Request>, request: Request, urn: string) {
  return new Promise<Diagnostic[]>((resolve, reject) =>
    call({ request }, (error, response) =>
      error !== null && error !== undefined
        ? reject(error)
        : resolve(
            response.getDiagnosticsList().map((diagnostic) => ({
              policy: diagnostic.getPolicyname(),
              // The SDK puts the policy's description before the message.
              message: diagnostic.getMessage().replace(`${diagnostic.getDescription()}\n`, ""),
              urn: diagnostic.getUrn() || urn,
            })),
          ),
    ),
  );
}

function fill<Message extends analyzer_pb.AnalyzeRequest | analyzer_pb.AnalyzerResource>(
  message: Message,
  resource: PlannedResource,
  plan: StackPlan,
): Message {
  const options = new analyzer_pb.AnalyzerResourceOptions();
  options.setProtect(resource.protect);
  options.setIgnorechangesList([...resource.ignoreChanges]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  options.setDeletebeforereplacedefined(resource.deleteBeforeReplace !== undefined);
  options.setDeletebeforereplace(resource.deleteBeforeReplace ?? false);
  options.setParent(resource.parent ?? "");
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(struct(resource));
  message.setOptions(options);
  const provider = plan.resources.find(({ urn }) => resource.provider?.startsWith(`${urn}::`));
  if (provider !== undefined) {
    const of = new analyzer_pb.AnalyzerProviderResource();
    of.setType(provider.type);
    of.setUrn(provider.urn);
    of.setName(provider.name);
    of.setProperties(struct(provider));
    message.setProvider(of);
  }
  return message;
}

function stackResource(resource: PlannedResource, plan: StackPlan): analyzer_pb.AnalyzerResource {
  const message = fill(new analyzer_pb.AnalyzerResource(), resource, plan);
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...resource.dependencies]);
  for (const [key, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new analyzer_pb.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(key, dependencies);
  }
  return message;
}

function struct({ inputs }: PlannedResource) {
  return Struct.fromJavaScript(inputs as Parameters<typeof Struct.fromJavaScript>[0]);
}
