import { setTimeout as sleep } from "node:timers/promises";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { z } from "zod";
import { runPulumi } from "./command";
import { removeCutOffAttributes } from "./cutOffAttributes";
import { RolloutRefused } from "./refused";
import { StateFile, backendFolder, stateFiles } from "./stateFiles";

/** A stack as `pulumi stack ls` lists it. */
export interface ListedStack {
  readonly name: string;
  /** RFC 3339; none while it is being updated, where the backend knows, and for a stack that never was. */
  readonly lastUpdate?: string;
  readonly resourceCount?: number;
  readonly updateInProgress?: boolean;
  /** Its page in Pulumi Cloud; other backends have none. */
  readonly url?: string;
  /** Of its state file, where the backend is a folder. */
  readonly file?: StateFile;
}

const listSchema = z.array(
  z.object({
    name: z.string(),
    lastUpdate: z.string().optional(),
    resourceCount: z.number().optional(),
    updateInProgress: z.boolean().optional(),
    url: z.string().optional(),
  }),
);

const stateSchema = z.object({
  deployment: z.object({
    manifest: z.object({ time: z.string() }),
    resources: z.array(z.unknown()).optional(),
  }),
});

/** Stacks whose states are read one by one. */
const few = 8;

/** How often a state is read that somebody is writing. */
const readTries = 5;

/** That of the SDK. */
const oldest = [3, 248];

const install = "https://www.pulumi.com/docs/install/ has it.";

/** Whether the CLI of that version speaks to the SDK. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest[0]! || (major === oldest[0] && minor >= oldest[1]!);
}

/** Whether that is how the CLI reads half of a file. */
export function isHalfRead(message: string): boolean {
  return /\bEOF\b|NotFound|no such file/.test(message);
}

/** The commands of the CLI that concern no program: they list, read and write state, and start no engine. */
export class PulumiCli {
  private url: Promise<string> | undefined;

  private constructor(
    private readonly command: PulumiCommand,
    private readonly folder: string,
  ) {}

  /**
   * The `pulumi` on PATH, working in the folder of Pulumi.yaml.
   *
   * @throws {RolloutRefused} if there is none, or an old one
   */
  static async find(folder: string): Promise<PulumiCli> {
    const command = await PulumiCommand.get({ skipVersionCheck: true }).catch(() => undefined);
    if (command === undefined) {
      throw new RolloutRefused(
        `A rollout needs the Pulumi CLI on PATH, and there is none. ${install}`,
      );
    }
    const version = command.version?.toString();
    if (version !== undefined && !isNewEnough(version)) {
      throw new RolloutRefused(
        `The Pulumi CLI on PATH is ${version}: a rollout needs ${oldest.join(".")} or newer. ${install}`,
      );
    }
    return new PulumiCli(command, folder);
  }

  /** `3.259.0`; `unknown` where it does not say. */
  get version(): string {
    return this.command.version?.toString() ?? "unknown";
  }

  /** Every stack of the project, by its name without organization and project. */
  async stacks(): Promise<Map<string, ListedStack>> {
    const [text] = await Promise.all([this.read(["stack", "ls", "--json"]), this.backendUrl()]);
    return this.withFiles(
      listSchema
        .parse(JSON.parse(text))
        .map((stack) => ({ ...stack, name: stack.name.split("/").at(-1)! })),
    );
  }

  /**
   * The same of some stacks that are there. `pulumi stack ls` reads the state of every stack, where the backend is no Pulumi
   * Cloud; of a few it is quicker to read theirs.
   */
  async someStacks(names: readonly string[]): Promise<Map<string, ListedStack>> {
    const url = await this.backendUrl();
    return names.length > few || url.startsWith("http")
      ? this.stacks()
      : this.withFiles(await Promise.all(names.map((name) => this.exported(name))), names);
  }

  /** By their names, with their state files where the backend is a folder; `wanted` are all of them that are looked at. */
  private async withFiles(
    stacks: readonly ListedStack[],
    wanted?: readonly string[],
  ): Promise<Map<string, ListedStack>> {
    const folder = backendFolder(await this.backendUrl(), this.folder);
    const files = folder === undefined ? undefined : stateFiles(folder, wanted);
    return new Map(
      stacks.map((stack) => {
        const file = files?.get(stack.name);
        return [stack.name, { ...stack, ...(file !== undefined && { file }) }];
      }),
    );
  }

  private async exported(name: string): Promise<ListedStack> {
    const text = await this.read(["stack", "export", "--stack", name]);
    const { manifest, resources } = stateSchema.parse(JSON.parse(text)).deployment;
    // As `stack ls` writes it.
    const lastUpdate = new Date(manifest.time).toISOString();
    return { name, lastUpdate, resourceCount: resources?.length ?? 0 };
  }

  /** Where the states are: `file:///srv/state`, `s3://bucket`, `https://api.pulumi.com`. */
  backendUrl(): Promise<string> {
    return (this.url ??= this.run(["whoami", "--json"]).then(
      (text) => z.object({ url: z.string() }).parse(JSON.parse(text)).url,
    ));
  }

  async outputs(stack: string): Promise<Record<string, unknown>> {
    const text = await this.read(["stack", "output", "--json", "--stack", stack]);
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** Makes a stack; `folder` is where its settings go. Without a secrets provider, Pulumi's default for the backend. */
  async create(stack: string, folder: string, secretsProvider?: string): Promise<void> {
    const secrets = secretsProvider === undefined ? [] : ["--secrets-provider", secretsProvider];
    await this.run(["stack", "init", stack, "--no-select", ...secrets], folder);
  }

  /** Replaces a stack's state by the one in the file. */
  async import(stack: string, file: string, folder: string): Promise<void> {
    await this.run(["stack", "import", "--stack", stack, "--file", file], folder);
  }

  /** Removes the stack's locks, whoever holds them. */
  async cancel(stack: string): Promise<void> {
    await this.run(["cancel", "--yes", "--stack", stack]);
  }

  /** Installs a provider once, before many processes would each begin to. */
  async installProvider(name: string, version: string): Promise<void> {
    await this.run(["plugin", "install", "resource", name, version]);
  }

  /** Whether half of a file was in the way of reading a backend that is a folder, and is not any more. */
  async removeCutOff(): Promise<boolean> {
    const folder = backendFolder(await this.backendUrl(), this.folder);
    return folder !== undefined && removeCutOffAttributes(folder).length > 0;
  }

  /**
   * A file that another process is writing at this moment reads as cut off or as missing, on a `file://` backend; one that a
   * killed process was writing stays so.
   */
  private async read(args: string[]): Promise<string> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.run(args);
      } catch (error) {
        const isLast = tries > readTries || (tries === readTries && !(await this.removeCutOff()));
        if (isLast || !isHalfRead((error as Error).message)) {
          throw error;
        }
        await sleep(tries < readTries ? 100 * 2 ** tries : 0);
      }
    }
  }

  private run(args: string[], folder = this.folder): Promise<string> {
    return runPulumi(this.command, args, folder, { PULUMI_SKIP_UPDATE_CHECK: "true" });
  }
}
