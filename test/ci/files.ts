import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";

const folder = join(__dirname, "../../docs/examples/ci");

/** Text of one of the ready-made files, by its path in docs/examples/ci. */
export function exampleFile(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A text with one part of it replaced, which must be in it. */
export function broken(text: string, part: string, by: string): string {
  assert.ok(text.includes(part), `the file no longer has ${part}`);
  return text.replace(part, by);
}

/** The parts of a workflow that tests look at. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly strategy?: {
    readonly "fail-fast": boolean;
    readonly "max-parallel"?: number;
    readonly matrix: { readonly shard: readonly number[] };
  };
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export function workflow(path: string): Workflow {
  return parse(exampleFile(path)) as Workflow;
}

/** The objects of a manifest, by kind. */
export function manifest(path: string): Map<string, unknown> {
  return new Map(
    parseAllDocuments(exampleFile(path)).map((document) => {
      const object = document.toJS() as { kind: string };
      return [object.kind, object];
    }),
  );
}
