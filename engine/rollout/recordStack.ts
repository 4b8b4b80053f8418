import * as fs from "node:fs";
import { join } from "node:path";
import { resourceUrn, stackType } from "../urn";
import { project as projectName } from "../offline";
import { FailureMark, ShardFailure, parseMarks } from "./failureMarks";
import { ListedStack, PulumiCli } from "./pulumiCli";
import { StackRecord, StackRecords, mergeRecords, parseRecords } from "./records";
import { Shard, shardName, shardNamed, whole } from "./shards";
import { entriesText } from "./storedEntries";
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

/** What one record stack holds. */
interface Held {
  readonly records: Map<string, StackRecord>;
  readonly failures: Map<string, FailureMark>;
  /** Digest of the file that it was read from, where the backend is a folder. */
  readonly sha256?: string;
}

/**
 * The records of a rollout, kept where the states are, whatever the backend: as the output of a stack without resources.
 * Its state is written whole by `pulumi stack import`, under Pulumi's lock, and no engine starts.
 */
export class RecordStack {
  private readonly name: string;
  private readonly held = new Map<string, Held>();
  private exists = false;

  /** `secretsProvider`: as for every stack that is made; this one holds no secret. */
  constructor(
    private readonly cli: PulumiCli,
    private readonly project: string,
    private readonly work: string,
    private readonly shard: Shard,
    private readonly secretsProvider?: string,
  ) {
    this.name = recordStackOf(shard);
  }

  /** What all record stacks of the project hold together. A stack that cannot be read holds nothing. */
  async read(listed: ReadonlyMap<string, ListedStack>): Promise<Map<string, StackRecord>> {
    const names = [...listed.keys()].filter(isRecordStack);
    this.exists = names.includes(this.name);
    await Promise.all(names.map((name) => this.readOne(name, listed.get(name)!)));
    return mergeRecords([...this.held.values()].map(({ records }) => records));
  }

  /**
   * What the record stacks hold that a rollout of these shards may have left, before it is known which there are; of one that
   * cannot be read, nothing.
   */
  async peek(): Promise<Map<string, StackRecord>> {
    const { of } = this.shard;
    const split = Array.from({ length: of }, (_, index) => recordStackOf({ index: index + 1, of }));
    const texts = await Promise.all(
      [...new Set([recordStackOf(whole), ...split])].map((name) =>
        this.cli.outputs(name).then(
          ({ records }) => records,
          () => undefined,
        ),
      ),
    );
    return mergeRecords(texts.map(parseRecords));
  }

  /** Notes that these stacks' records hold for other inputs too. Written with the next record. */
  holdFor(inputs: string, stacks: readonly string[]): void {
    const { records } = this.own();
    for (const stack of stacks) {
      const record = records.get(stack);
      if (record !== undefined) {
        records.set(stack, { ...record, inputs });
      }
    }
  }

  /** What the other shards of this rollout could not do, as it was last read; by the stack's name. */
  failuresElsewhere(): Map<string, ShardFailure> {
    return new Map(
      [...this.held].flatMap(([name, { failures }]) => {
        const shard = shardNamed(name.slice(prefix.length + 1));
        return name === this.name || shard === undefined || shard.of !== this.shard.of
          ? []
          : [...failures].map(([stack, mark]): [string, ShardFailure] => [
              stack,
              { ...mark, shard: `${shard.index}/${shard.of}` },
            ]);
      }),
    );
  }

  /** Whether this shard has left a failure for the others to see. */
  hasFailures(): boolean {
    return this.own().failures.size > 0;
  }

  /** Adds to what this shard's stack holds; a record takes the place of a failure. */
  async add(records: StackRecords, failures: ReadonlyMap<string, FailureMark>): Promise<void> {
    const own = this.own();
    failures.forEach((mark, stack) => own.failures.set(stack, mark));
    records.forEach((record, stack) => {
      own.records.set(stack, record);
      own.failures.delete(stack);
    });
    await this.write();
  }

  /** Removes the failures of this shard's last rollout: it begins again. */
  async clearFailures(): Promise<void> {
    this.own().failures.clear();
    await this.write();
  }

  /** Removes the lock of whoever died while he wrote. */
  async release(): Promise<void> {
    await this.cli.cancel(this.name);
  }

  private async readOne(name: string, { file }: ListedStack): Promise<void> {
    if (file !== undefined && file.sha256 === this.held.get(name)?.sha256) {
      return;
    }
    const outputs = await this.cli.outputs(name).catch(() => undefined);
    if (outputs === undefined) {
      // What was read before holds still, and the next look tries again.
      return;
    }
    this.held.set(name, {
      records: parseRecords(outputs.records),
      failures: parseMarks(outputs.failures),
      ...(file !== undefined && { sha256: file.sha256 }),
    });
  }

  private own(): Held {
    const own = this.held.get(this.name) ?? { records: new Map(), failures: new Map() };
    this.held.set(this.name, own);
    return own;
  }

  private async write(): Promise<void> {
    const folder = openWorkFolder(this.project, this.work, this.name);
    if (!this.exists) {
      await this.cli.create(this.name, folder, this.secretsProvider);
      this.exists = true;
    }
    const file = join(folder, "state.json");
    fs.writeFileSync(file, this.state());
    await this.cli.import(this.name, file, folder);
  }

  private state(): string {
    const urn = resourceUrn(
      { stack: this.name, project: projectName },
      "",
      stackType,
      `${projectName}-${this.name}`,
    );
    const { records, failures } = this.own();
    const outputs = { records: entriesText(records), failures: entriesText(failures) };
    const manifest = { time: new Date().toISOString(), magic: "", version: "" };
    const resources = [{ urn, custom: false, type: stackType, outputs }];
    return JSON.stringify({ version: 3, deployment: { manifest, resources } });
  }
}
