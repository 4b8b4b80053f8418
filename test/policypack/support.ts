import * as assert from "node:assert/strict";
import {
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
  unknownCheckingProxy,
} from "@pulumi/policy";
import type { PackConfiguration } from "../../policypack/configuration";
import { PackSettings } from "../../policypack/packSettings";
import { PackPolicy, PolicyOf } from "../../policypack/policy";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { zoneWith } from "../zone";

/** What the engine sends for a text that a preview does not know. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The pack as it is compiled beside the small example: account 333333333333 is guarded, no other. */
export const configuration: PackConfiguration = packConfiguration(zoneWith());

/** A resource as a row of a table gives it; what a row leaves out is the landing zone's usual. */
export interface Given {
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly name?: string;
  /** Defaults to sekisho, the landing zone's own. */
  readonly project?: string;
  readonly stack?: string;
  /** Types of its parents as the URN has them, each with a `$`. */
  readonly parents?: string;
  readonly protect?: boolean;
  /** By property, the name of the resource that its value comes from. */
  readonly uses?: Readonly<Record<string, string>>;
  /** The provider's settings; undefined is no provider. */
  readonly provider?: Record<string, unknown> | undefined;
  readonly providerName?: string;
}

/** A provider's settings as the engine hands them over: lists as JSON text. */
export function providerFor(account: string): Record<string, unknown> {
  return {
    region: "ap-northeast-1",
    allowedAccountIds: JSON.stringify([account]),
    assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/SekishoDeploy` }]),
  };
}

/** Asks a resource policy as the engine does; an unknown value that it throws comes after all messages. */
export async function violations(
  policy: PolicyOf,
  given: Given,
  engineConfiguration: Partial<PackConfiguration> = {},
  compiled: Partial<PackConfiguration> = configuration,
  messages: string[] = [],
): Promise<string[]> {
  const settings = new PackSettings(compiled);
  settings.complete(engineConfiguration);
  const { validateResource } = policy(settings) as ResourceValidationPolicy;
  const args = { ...resource(given), getConfig: () => engineConfiguration };
  for (const validate of [validateResource ?? []].flat()) {
    await validate(args as unknown as ResourceValidationArgs, (message) => messages.push(message));
  }
  return messages;
}

/** Asks a stack policy about all resources at once. */
export async function stackViolations(
  policy: PolicyOf,
  given: readonly Given[],
): Promise<string[]> {
  const messages: string[] = [];
  const { validateStack } = policy(new PackSettings(configuration)) as PackPolicy &
    StackValidationPolicy;
  await validateStack(
    {
      resources: linked(given),
      stackTags: new Map(),
      getConfig: <T extends object>() => ({}) as T,
      notApplicable: () => {
        throw new Error("no policy of the pack calls this");
      },
    },
    (message) => messages.push(message),
  );
  return messages;
}

function linked(given: readonly Given[]): PolicyResource[] {
  const resources = given.map(resource);
  return resources.map((each, index) => ({
    ...each,
    propertyDependencies: Object.fromEntries(
      Object.entries(given[index]!.uses ?? {}).map(([property, wanted]) => [
        property,
        resources.filter(({ name }) => name === wanted),
      ]),
    ),
  }));
}

function resource(given: Given): PolicyResource {
  const {
    type,
    name = "subject",
    project = "sekisho",
    stack = "account-web-production",
    parents = "",
  } = given;
  const settings = "provider" in given ? given.provider : providerFor("333333333333");
  return {
    type,
    name,
    urn: `urn:pulumi:${stack}::${project}::${parents}${type}::${name}`,
    props: asEngine(given.props),
    opts: {
      protect: given.protect ?? false,
      ignoreChanges: [],
      aliases: [],
      additionalSecretOutputs: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    },
    ...(settings && {
      provider: {
        type: "pulumi:providers:aws",
        name: given.providerName ?? "web-production",
        urn: `urn:pulumi:${stack}::${project}::pulumi:providers:aws::web-production`,
        props: asEngine(settings),
      },
    }),
    dependencies: [],
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  };
}

/** Throws on a property a preview cannot know, as the engine does. (The SDK publishes no type for it.) */
const asEngine = unknownCheckingProxy as (props: Record<string, unknown>) => typeof props;

/** Fails unless the messages are these, in this order; a pattern must match a whole message. */
export function assertMessages(found: readonly string[], expected: readonly (string | RegExp)[]) {
  assert.equal(found.length, expected.length, found.join("\n"));
  expected.forEach((message, index) =>
    typeof message === "string"
      ? assert.equal(found[index], message)
      : assert.match(found[index]!, message),
  );
}
