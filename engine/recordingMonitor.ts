import * as alias_pb from "@pulumi/pulumi/proto/alias_pb";
import * as provider_pb from "@pulumi/pulumi/proto/provider_pb";
import * as resource_pb from "@pulumi/pulumi/proto/resource_pb";
import * as struct_pb from "google-protobuf/google/protobuf/struct_pb";
import { PlannedResource } from "./plan";

type Reply<T> = (error: Error | null, response?: T) => void;

const stackType = "pulumi:pulumi:Stack";

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
    const resource = this.planned(request);
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
  private refusal({ urn, type, custom, provider }: PlannedResource): string | undefined {
    const providerUrn = provider?.slice(0, provider.lastIndexOf("::"));
    if (providerUrn !== undefined && !this.byUrn.has(providerUrn)) {
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

  private planned(request: resource_pb.RegisterResourceRequest): PlannedResource {
    const parent = this.byUrn.get(request.getParent());
    const type = request.getType();
    const provider = request.getProvider() || inheritedProvider(parent, request);
    const propertyDependencies: Record<string, string[]> = {};
    request.getPropertydependenciesMap().forEach((value, key) => {
      propertyDependencies[key] = value.getUrnsList();
    });
    return {
      urn: resourceUrn(this.stack, this.project, request.getParent(), type, request.getName()),
      type,
      name: request.getName(),
      custom: request.getCustom(),
      inputs: plain(request.getObject()),
      ...(parent && { parent: parent.urn }),
      ...(provider && { provider }),
      protect: (request.hasProtect() ? request.getProtect() : parent?.protect) ?? false,
      retainOnDelete:
        (request.hasRetainondelete() ? request.getRetainondelete() : parent?.retainOnDelete) ??
        false,
      dependencies: request.getDependenciesList(),
      propertyDependencies,
      ignoreChanges: request.getIgnorechangesList(),
      ...this.replacementOptions(request),
      ...(request.getImportid() && { importId: request.getImportid() }),
    };
  }

  private replacementOptions(request: resource_pb.RegisterResourceRequest) {
    const aliases = request.getAliasesList().map((alias) => this.aliasUrn(alias, request));
    const additionalSecretOutputs = request.getAdditionalsecretoutputsList();
    return {
      ...(aliases.length > 0 && { aliases }),
      ...(additionalSecretOutputs.length > 0 && { additionalSecretOutputs }),
      ...(request.getDeletebeforereplacedefined() && {
        deleteBeforeReplace: request.getDeletebeforereplace(),
      }),
    };
  }

  private aliasUrn(alias: alias_pb.Alias, request: resource_pb.RegisterResourceRequest): string {
    const spec = alias.getSpec();
    if (spec === undefined) {
      return alias.getUrn();
    }
    const parent = spec.getNoparent() ? "" : spec.getParenturn() || request.getParent();
    return resourceUrn(
      spec.getStack() || this.stack,
      spec.getProject() || this.project,
      parent,
      spec.getType() || request.getType(),
      spec.getName() || request.getName(),
    );
  }
}

/** A URN names the types of all components above, but not the stack. */
function resourceUrn(
  stack: string,
  project: string,
  parent: string,
  type: string,
  name: string,
): string {
  const above = parent.split("::")[2];
  const path = above === undefined || above === stackType ? type : `${above}$${type}`;
  return `urn:pulumi:${stack}::${project}::${path}::${name}`;
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

/** The engine hands a resource's provider down to its children: to those of the same package, and to components. */
function inheritedProvider(
  parent: PlannedResource | undefined,
  request: resource_pb.RegisterResourceRequest,
): string | undefined {
  const packageName = request.getType().split(":", 1)[0]!;
  return !request.getCustom() || parent?.provider?.includes(`pulumi:providers:${packageName}::`)
    ? parent?.provider
    : undefined;
}

function plain(struct: struct_pb.Struct | undefined): Record<string, unknown> {
  return (struct?.toJavaScript() ?? {}) as Record<string, unknown>;
}
