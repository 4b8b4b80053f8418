import * as fs from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { resourceUrn, stackType } from "../urn";
import { project as projectName } from "../offline";
import { ListedStack, PulumiCli } from "./pulumiCli";
import { StackRecord, StackRecords, mergeRecords, parseRecords, recordsText } from "./records";
import { Shard, shardName } from "./shards";
import { openWorkFolder } from "./workFolder";

/** Begins the names of the stacks that hold records; no stack of the landing zone is called that. */
const prefix = "rollout-records";

/** Whether the backend's stack of that name holds records and no resources. */
export function isRecordStack(name: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`);
}

/** Each shard has one of its own, so that no two machines ever write the same. */
export function recordStackOf(shard: Shard): string {
  return shard.of === 1 ? prefix : `${prefix}.${shardName(shard)}`;
}

/** A stack that failed on some shard: the others need not wait for it. */
export interface ShardFailure {
  readonly stack: string;
  /** RFC 3339. */
  readonly at: string;
}

const failuresSchema = z.array(z.object({ stack: z.string(), at: z.iso.datetime() }));

/**
 * The records of a rollout, kept where the states are, whatever the backend: as the output of a stack without resources.
 * Its state is written whole by `pulumi stack import`, under Pulumi's lock, and no engine starts.
 */
export class RecordStack {
  private readonly name: string;
  private own: Map<string, StackRecord> = new Map();
  private failures: readonly ShardFailure[] = [];
  private exists = false;

  constructor(
    private readonly cli: PulumiCli,
    private readonly project: string,
    private readonly work: string,
    shard: Shard,
  ) {
    this.name = recordStackOf(shard);
  }

  /** What all record stacks of the project hold together. A stack that cannot be read holds nothing. */
  async read(listed: ReadonlyMap<string, ListedStack>): Promise<{
    readonly records: Map<string, StackRecord>;
    readonly failures: readonly ShardFailure[];
  }> {
    const names = [...listed.keys()].filter(isRecordStack);
    this.exists = names.includes(this.name);
    const all = await Promise.all(
      names.map(async (name) => {
        const outputs = await this.outputsOf(name);
        const records = parseRecords(outputs.records);
        if (name === this.name) {
          this.own = records;
        }
        return { records, failures: parseFailures(outputs.failures) };
      }),
    );
    return {
      records: mergeRecords(all.map(({ records }) => records)),
      failures: all.flatMap(({ failures }) => failures),
    };
  }

  /** Adds records to this shard's stack, and replaces what it says of failures. */
  async add(records: StackRecords, failures: readonly ShardFailure[]): Promise<void> {
    this.failures = failures;
    records.forEach((record, stack) => this.own.set(stack, record));
    const folder = openWorkFolder(this.project, this.work, this.name);
    if (!this.exists) {
      await this.cli.create(this.name, folder);
      this.exists = true;
    }
    const file = join(folder, "state.json");
    fs.writeFileSync(file, this.state());
    await this.cli.import(this.name, file, folder);
  }

  /** Removes the lock of whoever died while he wrote. */
  async release(): Promise<void> {
    await this.cli.cancel(this.name);
  }

  /** A stack that cannot be read says nothing. */
  private async outputsOf(name: string): Promise<Record<string, unknown>> {
    try {
      return await this.cli.outputs(name);
    } catch {
      return {};
    }
  }

  private state(): string {
    const urn = resourceUrn(
      { stack: this.name, project: projectName },
      "",
      stackType,
      `${projectName}-${this.name}`,
    );
    const outputs = {
      records: recordsText(this.own),
      failures: JSON.stringify(this.failures),
    };
    const manifest = { time: new Date().toISOString(), magic: "", version: "" };
    const resources = [{ urn, custom: false, type: stackType, outputs }];
    return JSON.stringify({ version: 3, deployment: { manifest, resources } });
  }
}

function parseFailures(text: unknown): readonly ShardFailure[] {
  try {
    return failuresSchema.safeParse(JSON.parse(String(text))).data ?? [];
  } catch {
    return [];
  }
}
