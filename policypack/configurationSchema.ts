import { PolicyConfigSchema } from "@pulumi/policy";
import type { Setting } from "./configuration";

type Schema = PolicyConfigSchema["properties"][string];

const text = { type: "string", minLength: 1 } as const;
const texts = { type: "array", items: text } as const;
const account = { type: "string", pattern: "^[0-9]{12}$" } as const;
const accounts = { type: "array", items: account } as const;

function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

const attack = object(
  {
    accounts,
    exempt: texts,
    actions: texts,
    resources: texts,
    context: { type: "object" },
    present: texts,
    absent: texts,
  },
  ["accounts", "context", "present", "absent"],
);

const settings: Record<Setting, Schema> = {
  partition: { type: "string", enum: ["aws", "aws-cn", "aws-us-gov"] },
  organizationId: { type: "string", pattern: "^o-[a-z0-9]{10,32}$" },
  identityAccount: account,
  osAccessRole: text,
  deployRole: text,
  deployTrustedBy: { type: "string", pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/" },
  automationRoles: texts,
  sessionLogReaders: texts,
  justInTimeRoles: texts,
  logBucketPrefix: text,
  transcriptRetention: {
    type: "object",
    additionalProperties: { type: "integer", minimum: 1 },
  },
  accessPaths: {
    type: "array",
    minItems: 1,
    items: object({
      id: text,
      attacks: { type: "array", minItems: 1, items: attack },
    }),
  },
  guardrails: {
    type: "array",
    items: object({
      targets: texts,
      accounts,
      serviceControlPolicies: texts,
      resourceControlPolicies: texts,
    }),
  },
  remoteIngress: texts,
};

/** Settings that may be missing: nothing is allowed without them. */
const optional: readonly string[] = ["remoteIngress"];

/** Settings without which the pack does not judge. */
export const neededSettings = Object.keys(settings).filter(
  (setting) => !optional.includes(setting),
) as Setting[];

/**
 * What `--policy-pack-config` may set. No defaults here: the engine would fill them in, and they would count as set by
 * somebody.
 */
export const configSchema: PolicyConfigSchema = { properties: settings };
