import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { planStack } from "../../engine/offline";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { CommandResult } from "./engineProject";

/**
 * Fails unless the offline host plans the stack of the example with exactly the resources and the inputs
 * that the engine's first preview of it has, what is unknown included.
 */
export async function assertSamePlan(
  stack: string,
  preview: CommandResult | undefined,
): Promise<void> {
  assert.ok(preview, `${stack} was not previewed, because a command before failed`);
  const program = stackPrograms(exampleZone()).find(({ name }) => name === stack);
  assert.ok(program, `there is no stack ${stack}`);
  const { resources } = await planStack(stack, program.run);

  // The engine announces a resource that it imports once for each property that is not as asked for.
  const engine = new Map(preview.steps.map((step) => [`${step.type} ${step.name}`, step]));
  const planned = new Map(
    resources.map((resource) => [`${resource.type} ${resource.name}`, resource]),
  );
  assert.ok(engine.size > 1, "the preview has no resources");
  assert.deepEqual([...planned.keys()].sort(), [...engine.keys()].sort());
  for (const [key, { op, type, inputs }] of engine) {
    // An adopted resource is previewed as AWS has it, which no plan can know.
    if (type.startsWith("aws:") && op !== "import") {
      assert.deepEqual(
        withoutCompletions(planned.get(key)!.inputs),
        withoutCompletions(inputs),
        key,
      );
    }
  }
}

/** The inputs without what the provider adds in its check: default tags and its notes on defaults. */
function withoutCompletions(inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs)
      .filter(([name]) => name !== "tags" && name !== "__defaults")
      .map(([name, value]) => [name, filesAsHashes(value)]),
  );
}

/** The engine tells of a file nothing but the SHA-256 of its content, and so does this of a planned one. */
function filesAsHashes(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  const { assets, hash, text, ...others } = value as Record<string, unknown>;
  switch (others[specialSigKey]) {
    case specialArchiveSig:
      return Object.fromEntries(
        Object.entries(assets as object).map(([name, file]) => [name, filesAsHashes(file)]),
      );
    case specialAssetSig:
      return hash ?? createHash("sha256").update(String(text)).digest("hex");
    default:
      return value;
  }
}
