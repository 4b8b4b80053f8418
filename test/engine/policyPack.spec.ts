import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packPath } from "../../policypack/packPath";
import { policies } from "../../policypack/policies";
import { World } from "./aws/world";
import { serveAws } from "./awsProvider";
import { CommandResult, openProject } from "./engineProject";
import { assertRefused, compilePack, twoAtATime } from "./engineRun";
import { PluginServer } from "./grpcServer";
import { needsPulumi, pulumiCli } from "./pulumiCli";

/** Without its configuration the pack has one answer for everything: test/engine/foreignProjects.spec.ts has it. */
const names = policies({})
  .map(({ name }) => name)
  .filter((name) => name !== "pack-configured");

/** Programs that the engine or the provider refuses before any policy is asked. */
const refused = [
  {
    program: "default-provider",
    title: "an AWS resource without a provider, since the default one is disabled",
    reason: /Default provider for 'aws' disabled/,
  },
  {
    program: "misspelt-property",
    title: "a property that the type does not have",
    reason: /versioningConfiguration\.state.*there is no such property/s,
  },
];

describe("pulumi preview --policy-pack policypack", function () {
  this.timeout(400_000);
  const results = new Map<string, CommandResult>();
  let aws: PluginServer;

  before(needsPulumi);
  before(async () => {
    compilePack();
    aws = await serveAws(new World());
    const programs = [...names, ...refused.map(({ program }) => program)];
    await twoAtATime(
      programs
        .filter((program) => existsSync(source(program)))
        .map((program) => async () => {
          results.set(program, await previewOf(program, aws.port));
        }),
    );
  });
  after(() => aws?.stop());

  for (const name of names) {
    it(`is blocked by ${name}, and by nothing else`, () => {
      const result = results.get(name);
      assert.ok(result, `write a bad program: ${source(name)}`);
      assertRefused(result, new RegExp(`\\[mandatory\\].* ${name} `));
      const mandatory = result.judgements.filter(({ level }) => level === "mandatory");
      assert.deepEqual([...new Set(mandatory.map(({ policy }) => policy))], [name]);
    });
  }

  it("says the same of a bad program where the pack is started as a program of its own", async function () {
    const [program] = names;
    if (packPath(join(__dirname, "../../policypack"), cliVersion()).endsWith("policypack")) {
      this.skip();
    }
    const alone = await previewOf(program!, aws.port, "policypack/serve");
    assertRefused(alone, new RegExp(`\\[mandatory\\].* ${program} `));
    assert.deepEqual(alone.judgements, results.get(program!)?.judgements);
  });

  for (const { program, title, reason } of refused) {
    it(`refuses ${title}`, () => assertRefused(results.get(program), reason));
  }
});

function cliVersion(): string {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  return execFileSync(pulumiCli()!, ["version"], { encoding: "utf8", env });
}

function source(program: string): string {
  return join(__dirname, "programs", `${program}.ts`);
}

async function previewOf(
  program: string,
  awsPort: number,
  pack = "policypack",
): Promise<CommandResult> {
  const project = openProject(awsPort, {
    "index.ts": readFileSync(source(program), "utf8"),
    "provider.ts": readFileSync(source("provider"), "utf8"),
  });
  try {
    // One policy looks at the stacks of the guardrails alone.
    const stack = program.startsWith("guardrails-") ? "guardrails-Workloads" : "shop";
    await project.pulumi("stack", "init", stack, "--no-select");
    return await project.pulumi("preview", "--stack", stack, "--policy-pack", pack);
  } finally {
    project.close();
  }
}
