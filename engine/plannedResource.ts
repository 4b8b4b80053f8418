import * as alias_pb from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { PlannedResource } from "./plan";
import { UrnScope, resourceUrn } from "./urn";

/** What a registration asks for, with what the engine adds to it from the parent. */
export function plannedResource(
  request: RegisterResourceRequest,
  scope: UrnScope,
  parent: PlannedResource | undefined,
): PlannedResource {
  const [type, name] = [request.getType(), request.getName()];
  const provider = request.getProvider() || inheritedProvider(parent, request);
  const propertyDependencies: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((value, key) => {
    propertyDependencies[key] = value.getUrnsList();
  });
  return {
    urn: resourceUrn(scope, request.getParent(), type, name),
    type,
    name,
    custom: request.getCustom(),
    inputs: plain(request.getObject()),
    ...(request.getParent() && { parent: request.getParent() }),
    ...(provider && { provider }),
    protect: (request.hasProtect() ? request.getProtect() : parent?.protect) ?? false,
    retainOnDelete:
      (request.hasRetainondelete() ? request.getRetainondelete() : parent?.retainOnDelete) ?? false,
    dependencies: request.getDependenciesList(),
    propertyDependencies,
    ignoreChanges: request.getIgnorechangesList(),
    ...replacementOptions(request, scope),
    ...(request.getImportid() && { importId: request.getImportid() }),
  };
}

/** The plain value of a message; empty where there is none. */
export function plain(struct: Struct | undefined): Record<string, unknown> {
  return struct?.toJavaScript() ?? {};
}

function replacementOptions(request: RegisterResourceRequest, scope: UrnScope) {
  const aliases = request.getAliasesList().map((alias) => aliasUrn(alias, request, scope));
  const additionalSecretOutputs = request.getAdditionalsecretoutputsList();
  return {
    ...(aliases.length > 0 && { aliases }),
    ...(additionalSecretOutputs.length > 0 && { additionalSecretOutputs }),
    ...(request.getDeletebeforereplacedefined() && {
      deleteBeforeReplace: request.getDeletebeforereplace(),
    }),
  };
}

/** An alias is a whole URN, or those parts of one that were different. */
function aliasUrn(
  alias: alias_pb.Alias,
  request: RegisterResourceRequest,
  { stack, project }: UrnScope,
): string {
  const spec = alias.getSpec();
  if (spec === undefined) {
    return alias.getUrn();
  }
  return resourceUrn(
    { stack: spec.getStack() || stack, project: spec.getProject() || project },
    spec.getNoparent() ? "" : spec.getParenturn() || request.getParent(),
    spec.getType() || request.getType(),
    spec.getName() || request.getName(),
  );
}

/**
 * The engine hands a resource's provider down to its children of the same package, and to components (inheritFromParent
 * in source_eval.go).
 */
function inheritedProvider(
  parent: PlannedResource | undefined,
  request: RegisterResourceRequest,
): string | undefined {
  const packageName = request.getType().split(":", 1)[0]!;
  return !request.getCustom() || parent?.provider?.includes(`pulumi:providers:${packageName}::`)
    ? parent?.provider
    : undefined;
}
