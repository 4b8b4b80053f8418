import type { Command } from "commander";
import { type StackPlan, unknown } from "../engine/plan";
import type { LandingZone } from "../model/landingZone";
import { readLandingZone } from "./landingZoneFiles";
import { Stop } from "./stop";
import { print, terminalOf } from "./terminal";
import { grantsOption, organizationOption } from "./options";

interface PlanOptions {
  readonly file: string;
  readonly grants?: string;
  readonly json?: boolean;
  readonly tree?: boolean;
}

const examples = `
Examples:
  $ sekisho plan                              the names of all stacks
  $ sekisho plan account-web-production       its resources and their policy documents
  $ sekisho plan identity --tree              its resources, one a line
  $ sekisho plan guardrails-Workloads --json | jq '.resources[].inputs.content | strings'

Exit code:
  0  the stack can be planned
  1  it cannot
  2  wrong use, no stack of that name, or the files cannot be read or do not check

--json prints one object:
  stack      the stack's name
  resources  in order of registration: { urn, type, name, custom, inputs, parent?, provider?, protect,
             retainOnDelete, dependencies, propertyDependencies, ignoreChanges, importId? }
  outputs    the stack's outputs
An input that only an update knows is "${unknown}", as in Pulumi's own
previews; secrets are "[secret]". Without a stack, --json prints the list of names.`;

/** `sekisho plan`: what one stack makes. */
export function addPlan(program: Command): void {
  program
    .command("plan")
    .summary("show what one stack makes")
    .description(
      "Plans one stack as 'pulumi preview' would, without credentials and network, and prints its " +
        "resources as a tree, then what each of them is made with, policy documents unfolded.",
    )
    .argument("[stack]", "the stack's name; without it the names are listed")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--tree", "only the tree")
    .option("--json", "print the plan for programs")
    .addHelpText("after", examples)
    .action(plan);
}

async function plan(stack: string | undefined, options: PlanOptions): Promise<void> {
  const zone = await readLandingZone(options.file, options.grants);
  const { stackPrograms } = await import("../stacks/stackPrograms");
  const names = stackPrograms(zone).map(({ name }) => name);
  if (stack === undefined) {
    await print(options.json ? JSON.stringify(names, null, 2) : names.join("\n"));
    return;
  }
  if (!names.includes(stack)) {
    throw new Stop(await noSuchStack(zone, stack, names), 2);
  }
  const planned = await planOf(zone, stack);
  const { maskSecrets } = await import("./secrets");
  if (options.json) {
    await print(JSON.stringify(maskSecrets(planned), null, 2));
    return;
  }
  const { stackTree } = await import("./stackTree");
  const { resourceInputs } = await import("./resourceInputs");
  const { renderTree } = await import("./tree");
  const { colors, width } = terminalOf(process.stdout);
  const inputs = options.tree ? [] : resourceInputs(planned, colors);
  await print([renderTree(stackTree(planned, colors), width), ...inputs].join("\n\n"));
}

async function planOf(zone: LandingZone, stack: string): Promise<StackPlan> {
  const { planNamedStack } = await import("../engine/check");
  try {
    return await planNamedStack(zone, stack);
  } catch (error) {
    const { visible } = await import("../model/fault");
    const [reason] = (error as Error).message.split("\n");
    throw new Stop(`The stack ${stack} cannot be planned: ${visible(reason!)}`, 1);
  }
}

async function noSuchStack(
  zone: LandingZone,
  stack: string,
  names: readonly string[],
): Promise<string> {
  const { nearest, visible } = await import("../model/fault");
  const bare = stack.replace(/^(account|bootstrap|guardrails)-/, "");
  const targets = [...zone.accounts, ...zone.guardrails];
  if (targets.some(({ name, id }) => name === bare && id === undefined)) {
    return `${visible(bare)} has no stack yet: its id is not known. Deploy the organization stack, then write the id.`;
  }
  const own = [`account-${stack}`, `guardrails-${stack}`].find((name) => names.includes(name));
  const near = own ?? nearest(stack, names);
  const guess = near === undefined ? "." : `; is ${near} meant?`;
  return `There is no stack ${visible(stack)}${guess} 'sekisho plan' lists all stacks.`;
}
