import * as fs from "node:fs";
import { join } from "node:path";
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

/**
 * The records of a rollout, kept where the states are, whatever the backend: as the output of a stack without resources.
 * Its state is written whole by `pulumi stack import`, under Pulumi's lock, and no engine starts.
 */
export class RecordStack {
  private readonly name: string;
  private own: Map<string, StackRecord> = new Map();
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
  async read(listed: ReadonlyMap<string, ListedStack>): Promise<Map<string, StackRecord>> {
    const names = [...listed.keys()].filter(isRecordStack);
    this.exists = names.includes(this.name);
    const all = await Promise.all(
      names.map(async (name) => {
        const records = await this.cli.outputs(name).then(
          (outputs) => parseRecords(outputs.records),
          () => new Map<string, StackRecord>(),
        );
        if (name === this.name) {
          this.own = records;
        }
        return records;
      }),
    );
    return mergeRecords(all);
  }

  /** Adds records to this shard's stack. */
  async add(records: StackRecords): Promise<void> {
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

  private state(): string {
    const urn = resourceUrn(
      { stack: this.name, project: projectName },
      "",
      stackType,
      `${projectName}-${this.name}`,
    );
    const outputs = { records: recordsText(this.own) };
    const manifest = { time: new Date().toISOString(), magic: "", version: "" };
    const resources = [{ urn, custom: false, type: stackType, outputs }];
    return JSON.stringify({ version: 3, deployment: { manifest, resources } });
  }
}
