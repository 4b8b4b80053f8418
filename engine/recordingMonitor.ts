import * as provider_pb from "@pulumi/pulumi/proto/provider_pb";
import * as resource_pb from "@pulumi/pulumi/proto/resource_pb";
import { PlannedResource } from "./plan";
import { plain, plannedResource } from "./plannedResource";
import { providerUrn, stackType } from "./urn";

type Reply<T> = (error: Error | null, response?: T) => void;

/** Packages of `pulumi:disable-default-providers` in Pulumi.yaml. */
const withoutDefaultProvider = new Set(["aws"]);

/** What a real engine offers to the programs here; transforms and hooks would need a callback server. */
const features = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "deletedWith",
  "replaceWith",
  "aliasSpecs",
]);

/**
 * The resource monitor of one preview: it records what a program registers and answers as the engine does for resources
 * that do not exist yet. https://github.com/pulumi/pulumi/blob/master/proto/pulumi/resource.proto
 */
export class RecordingMonitor {
  readonly resources: PlannedResource[] = [];
  outputs: Record<string, unknown> = {};
  /** What the engine would not do, in its own words. */
  readonly refusals: string[] = [];

  private readonly byUrn = new Map<string, PlannedResource>();

  constructor(
    private readonly stack: string,
    private readonly project: string,
  ) {}

  supportsFeature(
    request: resource_pb.SupportsFeatureRequest,
    reply: Reply<resource_pb.SupportsFeatureResponse>,
  ) {
    const response = new resource_pb.SupportsFeatureResponse();
    response.setHassupport(features.has(request.getId()));
    reply(null, response);
  }

  registerResource(request: resource_pb.RegisterResourceRequest, reply: Reply<Answer>) {
    const parent = this.byUrn.get(request.getParent());
    const resource = plannedResource(request, { stack: this.stack, project: this.project }, parent);
    const refusal = this.refusal(resource);
    if (refusal !== undefined) {
      return this.refuse(refusal, reply);
    }
    this.byUrn.set(resource.urn, resource);
    this.resources.push(resource);
    // The engine answers a local component with no outputs: it sets them itself, later.
    reply(null, answer(resource.urn, resource.custom ? resource.inputs : {}));
  }

  registerResourceOutputs(
    request: resource_pb.RegisterResourceOutputsRequest,
    reply: Reply<object>,
  ) {
    if (this.byUrn.get(request.getUrn())?.type === stackType) {
      this.outputs = plain(request.getOutputs());
    }
    reply(null, {});
  }

  invoke(request: resource_pb.ResourceInvokeRequest, reply: Reply<provider_pb.InvokeResponse>) {
    this.refuse(
      `A plan asks nobody: '${request.getTok()}' has no answer offline. Declare the value instead.`,
      reply,
    );
  }

  readResource(
    request: resource_pb.ReadResourceRequest,
    reply: Reply<resource_pb.ReadResourceResponse>,
  ) {
    this.refuse(
      `A plan reads nothing: '${request.getName()}' (${request.getType()}) cannot be looked up offline. Declare its id or ARN instead.`,
      reply,
    );
  }

  call(request: resource_pb.ResourceCallRequest, reply: Reply<provider_pb.CallResponse>) {
    this.refuse(`A plan asks nobody: '${request.getTok()}' cannot be called offline.`, reply);
  }

  private refuse<T>(refusal: string, reply: Reply<T>) {
    this.refusals.push(refusal);
    // As gRPC reports it: the SDK reads the message of some calls and the details of others.
    reply(Object.assign(new Error(refusal), { details: refusal }));
  }

  /** The engine's own checks before it asks a provider (step_generator.go and source_eval.go of pulumi 3.259). */
  private refusal({ urn, type, custom, parent, provider }: PlannedResource): string | undefined {
    if (parent !== undefined && !this.byUrn.has(parent)) {
      return `could not find parent resource ${parent}`;
    }
    if (provider !== undefined && !this.byUrn.has(providerUrn(provider))) {
      return `unknown provider '${provider}' for resource '${urn}'`;
    }
    if (this.byUrn.has(urn)) {
      return `Duplicate resource URN '${urn}'; try giving it a unique name`;
    }
    const packageName = type.split(":", 1)[0]!;
    if (custom && provider === undefined && withoutDefaultProvider.has(packageName)) {
      return `Default provider for '${packageName}' disabled. '${type}' must use an explicit provider.`;
    }
    return undefined;
  }
}

type Answer = ReturnType<typeof answer>;

/**
 * What the SDK reads of a RegisterResourceResponse. It copies the outputs as plain values: a message made of them would
 * be unmade at once.
 */
function answer(urn: string, outputs: Record<string, unknown>) {
  return {
    getUrn: () => urn,
    getId: () => "",
    getObject: () => ({ toJavaScript: () => outputs }),
    getPropertydependenciesMap: () => undefined,
    getResult: () => resource_pb.Result.SUCCESS,
  };
}
