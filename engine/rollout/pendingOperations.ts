import type { Stack } from "@pulumi/pulumi/automation";

interface Deployment {
  readonly pending_operations?: readonly {
    readonly type: string;
    readonly resource: { readonly urn: string };
  }[];
}

/** Operations that the last update was killed in, as the stack's state names them: `creating urn:...`. */
export async function pendingOperations(stack: Stack): Promise<string[]> {
  const { deployment } = (await stack.exportStack()) as { deployment?: Deployment };
  return (deployment?.pending_operations ?? []).map(
    ({ type, resource }) => `${type} ${resource.urn}`,
  );
}
