import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";

interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

/** A stack's state in a file backend. */
export interface State {
  readonly resources: readonly Resource[];
  /** `creating urn:...`: what an update was killed in. */
  readonly pending: readonly string[];
  readonly sha256: string;
}

/** The states in the folder of a file backend, records of the rollout left out; by the stack's name. */
export function statesIn(folder: string): Map<string, State> {
  const stacks = join(folder, ".pulumi/stacks/sekisho");
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks) : [];
  return new Map(
    names.flatMap((name): [string, State][] => {
      const [, stack] = /^(.+)\.json$/.exec(name) ?? [];
      return stack === undefined || stack.startsWith("rollout-records")
        ? []
        : [[stack, stateOf(fs.readFileSync(join(stacks, name), "utf8"))]];
    }),
  );
}

/** Names of the stacks on which somebody has a lock. */
export function lockedStacks(folder: string): string[] {
  const stacks = join(folder, ".pulumi/locks/organization/sekisho");
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks) : [];
  return names.filter((name) => fs.readdirSync(join(stacks, name)).length > 0);
}

function stateOf(text: string): State {
  const { checkpoint } = JSON.parse(text) as {
    checkpoint: {
      latest?: {
        resources?: Resource[];
        pending_operations?: { type: string; resource: Resource }[];
      };
    };
  };
  return {
    resources: checkpoint.latest?.resources ?? [],
    pending: (checkpoint.latest?.pending_operations ?? []).map(
      ({ type, resource }) => `${type} ${resource.urn}`,
    ),
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

/**
 * What a state says of each resource, by URN, with everything that depends on the order of calls replaced: ids that the
 * stand-in for AWS numbers, and seven digits at the end of names that the engine draws.
 */
export function comparable({ resources }: State): Record<string, unknown> {
  const ids = resources
    .flatMap(({ id, urn }) => (id === undefined || id === "" ? [] : [{ id, urn }]))
    // The longest first: one may be a part of another.
    .sort((a, b) => b.id.length - a.id.length);
  const plain = (value: unknown): unknown => {
    let text = JSON.stringify(value ?? {});
    for (const { id, urn } of ids) {
      text = text.replaceAll(id, `<id of ${urn.split("::").at(-1)}>`);
    }
    return JSON.parse(
      text
        .replaceAll(/\b(A[A-Z]{3})[0-9A-Z]{17}\b/g, "<$1>")
        .replaceAll(/\bp-[0-9a-z]{8}\b/g, "<policy>")
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uuid>")
        .replaceAll(/-[0-9a-f]{7}\b/g, "-<drawn>"),
    );
  };
  return Object.fromEntries(
    resources
      .map(({ urn, inputs, outputs }): [string, unknown] => [
        urn,
        { inputs: plain(inputs), outputs: plain(outputs) },
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
