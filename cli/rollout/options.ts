import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { RunOptions } from "../../engine/rollout/journal";
import type { Places } from "../../engine/rollout/places";
import { parseShard, whole, type Shard } from "../../engine/rollout/shards";
import { grantsOption, organizationOption, wholeNumber } from "../options";
import { Stop } from "../stop";

/** What `rollout up` and `rollout preview` take. */
export interface RolloutFlags {
  readonly file: string;
  readonly grants?: string;
  readonly all?: boolean;
  readonly refresh?: boolean;
  readonly canary?: string;
  readonly only?: string[];
  /** A profile's name, or true without one. */
  readonly bootstrap?: string | true;
  readonly shard?: Shard;
  readonly tolerance?: number;
  readonly jobs?: number;
  readonly logs?: string;
  readonly secretsProvider?: string;
  readonly json?: boolean;
}

/** The options that say which stacks run. */
export function addStackOptions(command: Command): Command {
  return command
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--all", "also stacks that have not changed")
    .option("--only <names...>", "only these waves, kinds of stacks or stacks")
    .option(
      "--bootstrap [profile]",
      "also the bootstrap stacks, with the AWS profile of somebody who may assume OrganizationAccountAccessRole",
    )
    .option("--canary <target>", "the guardrail target that goes first (default: the smallest)");
}

/** The options that say what this machine does of it, and where it tells of that. */
export function addMachineOptions(command: Command): Command {
  return command
    .addOption(new Option("--shard <i/n>", "this machine's share of the stacks").argParser(shard))
    .option(
      "--jobs <n>",
      "how many stacks at once (default: as cores and memory allow)",
      wholeNumber,
    )
    .option("--logs <folder>", "folder for a log of each stack (default: .sekisho/rollout/<time>)")
    .option("--json", "print the report for programs");
}

/** The options of a command that deploys. */
export function addWaitingOptions(command: Command): Command {
  return command
    .option("--wait <minutes>", "how long a shard waits for the others (default: 60)", wholeNumber)
    .option(
      "--retry-delay <seconds>",
      "before a stack that AWS throttled is tried again; doubles each time (default: 15)",
      countOrNone,
    )
    .option("--release <stacks...>", "remove the locks of these stacks first, whoever holds them");
}

/** The flags as the engine takes them. */
export function runOptions(flags: RolloutFlags): RunOptions {
  const { only, bootstrap, canary, secretsProvider } = flags;
  return {
    shard: flags.shard ?? whole,
    tolerance: flags.tolerance ?? 0,
    all: flags.all === true,
    refresh: flags.refresh === true,
    bootstrap: bootstrap !== undefined || (only?.some(isBootstrap) ?? false),
    ...(typeof bootstrap === "string" && { bootstrapProfile: bootstrap }),
    ...(only !== undefined && { only }),
    ...(canary !== undefined && { canary }),
    ...(secretsProvider !== undefined && { secretsProvider }),
    file: flags.file,
    ...(flags.grants !== undefined && { grants: flags.grants }),
  };
}

/** Where the command works: in the folder of Pulumi.yaml, like Pulumi itself. */
export function placesOf(root: string): Places {
  const project = process.cwd();
  if (!existsSync(join(project, "Pulumi.yaml"))) {
    throw new Stop(
      `There is no Pulumi.yaml in ${project}: run the rollout in the folder that has it.`,
      2,
    );
  }
  return { root, project, base: join(project, ".sekisho", "rollout") };
}

/** The folder of a run that begins now; names sort by time. */
export function runFolder({ base }: Places): string {
  const time = new Date().toISOString().replaceAll(/[-:]/g, "");
  return join(base, `${time}-${process.pid}`);
}

export function logsFolder(flags: Pick<RolloutFlags, "logs">, folder: string): string {
  return flags.logs === undefined ? folder : resolve(flags.logs);
}

/** The value of an option that may be 0. */
export function countOrNone(text: string): number {
  if (!/^(0|[1-9]\d{0,3})$/.test(text)) {
    throw new InvalidArgumentError("Allowed is a whole number from 0 to 9999.");
  }
  return Number(text);
}

function isBootstrap(name: string): boolean {
  return name.includes("bootstrap");
}

function shard(text: string): Shard {
  const parsed = parseShard(text);
  if (parsed === undefined) {
    throw new InvalidArgumentError("Allowed is i/n, such as 1/4: the first of four.");
  }
  return parsed;
}
