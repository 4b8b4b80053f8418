import * as pulumi from "@pulumi/pulumi";
import * as resource_pb from "@pulumi/pulumi/proto/resource_pb";
import * as struct_pb from "google-protobuf/google/protobuf/struct_pb";
import { PlannedResource, StackPlan } from "./plan";

type Callback = (error: Error | null, response: unknown) => void;

const project = "sekisho";

/**
 * Runs one stack program as `pulumi preview` would, without CLI, credentials or network: each registration
 * is recorded and answered with its inputs, so that what only AWS computes stays unknown.
 */
export async function planStack(stack: string, program: () => unknown): Promise<StackPlan> {
  const monitor = new RecordingMonitor(stack);
  pulumi.runtime.setMockOptions(monitor as never, project, stack, true, "organization");
  Object.assign(getStore(), {
    supportsSecrets: true,
    supportsResourceReferences: true,
    supportsDeletedWith: true,
    supportsAliasSpecs: true,
  });
  await pulumi.runtime.runInPulumiStack(async () => program() as never);
  await pulumi.runtime.disconnect();
  return { stack, resources: monitor.resources, outputs: monitor.outputs };
}

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { getStore } = require("@pulumi/pulumi/runtime/state") as { getStore(): object };

class RecordingMonitor {
  readonly resources: PlannedResource[] = [];
  outputs: Record<string, unknown> = {};

  constructor(private readonly stack: string) {}

  supportsFeature(_: unknown, callback: Callback) {
    callback(null, { getHassupport: () => false });
  }

  registerResource(request: resource_pb.RegisterResourceRequest, callback: Callback) {
    const urn = this.urn(request.getParent(), request.getType(), request.getName());
    const propertyDependencies: Record<string, string[]> = {};
    request
      .getPropertydependenciesMap()
      .forEach((value, key) => (propertyDependencies[key] = value.getUrnsList()));
    this.resources.push({
      urn,
      type: request.getType(),
      name: request.getName(),
      custom: request.getCustom(),
      inputs: (request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>,
      ...(request.getParent() && { parent: request.getParent() }),
      ...(request.getProvider() && { provider: request.getProvider() }),
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      dependencies: request.getDependenciesList(),
      propertyDependencies,
      ignoreChanges: request.getIgnorechangesList(),
      ...(request.getImportid() && { importId: request.getImportid() }),
    });
    const response = new resource_pb.RegisterResourceResponse();
    response.setUrn(urn);
    response.setObject(request.getObject() ?? new struct_pb.Struct());
    callback(null, response);
  }

  registerResourceOutputs(request: resource_pb.RegisterResourceOutputsRequest, callback: Callback) {
    if (request.getUrn().includes("::pulumi:pulumi:Stack::")) {
      this.outputs = (request.getOutputs()?.toJavaScript() ?? {}) as Record<string, unknown>;
    }
    callback(null, {});
  }

  invoke(request: resource_pb.ResourceInvokeRequest, callback: Callback) {
    callback(new Error(`Offline there is no answer for ${request.getTok()}.`), undefined);
  }

  readResource(request: resource_pb.ReadResourceRequest, callback: Callback) {
    callback(new Error(`Offline nothing is read: ${request.getType()}.`), undefined);
  }

  registerPackage(_: unknown, callback: Callback) {
    callback(null, new resource_pb.RegisterPackageResponse());
  }

  private urn(parent: string, type: string, name: string): string {
    const parentType = parent.split("::")[2];
    const qualified =
      parentType === undefined || parentType === "pulumi:pulumi:Stack"
        ? type
        : `${parentType}$${type}`;
    return `urn:pulumi:${this.stack}::${project}::${qualified}::${name}`;
  }
}
