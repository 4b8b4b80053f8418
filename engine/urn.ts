/** Type of the resource that stands for the stack itself. */
export const stackType = "pulumi:pulumi:Stack";

/** Whose resources a URN names. */
export interface UrnScope {
  readonly stack: string;
  readonly project: string;
}

/**
 * The URN of a resource: it names the types of all components above, but not the stack. `parent` is a URN, or empty.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function resourceUrn(
  { stack, project }: UrnScope,
  parent: string,
  type: string,
  name: string,
): string {
  const above = parent.split("::")[2];
  const path = above === undefined || above === stackType ? type : `${above}$${type}`;
  return `urn:pulumi:${stack}::${project}::${path}::${name}`;
}

/** The provider's URN in a provider reference, which is `<urn>::<id>`. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}
