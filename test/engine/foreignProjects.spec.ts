import * as assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exampleZone } from "../example/landingZone";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { World } from "./aws/world";
import { serveAws } from "./awsProvider";
import { CommandResult, EngineProject, openProject } from "./engineProject";
import { assertRefused, compilePack, twoAtATime } from "./engineRun";
import { PluginServer } from "./grpcServer";
import { needsPulumi } from "./pulumiCli";

const management = "111111111111";
const workload = "444444444444";

/** Every resource of programs/bypass.ts, and the policies that are meant to block it. */
const bypasses: Readonly<Record<string, string>> = {
  // By its name, and by the trust policy that every role of that name must have.
  "own-osaccess": "osaccess-role-trust-sanctioned,exempt-role-ours",
  "own-automation": "exempt-role-ours",
  "more-for-the-reader": "exempt-role-ours",
  mallory: "exempt-role-ours",
  "grant-of-alice": "exempt-role-ours",
  "profile-of-osaccess": "exempt-role-not-passed",
  "function-as-automation": "exempt-role-not-passed",
  "nodes-as-osaccess": "exempt-role-not-passed",
  "inline-sessions": "no-access-path-outside-osaccess",
  "user-commands": "no-access-path-outside-osaccess",
  "group-consoles": "no-access-path-outside-osaccess",
  "managed-everything": "no-access-path-outside-osaccess",
  "pass-anything": "no-access-path-outside-osaccess",
  "instances-with-ssm": "no-access-path-outside-osaccess",
  "unknown-to-the-pack": "no-access-path-outside-osaccess",
  "from-elsewhere": "no-access-path-outside-osaccess",
  "ssh-from-anywhere": "no-remote-ingress",
  "rdp-from-anywhere": "no-remote-ingress",
  "no-transcript": "session-document-logged",
  "own-guardrail": "guardrail-policy-ours",
  "spares-anybody": "scp-no-wildcard-exemption",
  "roles-by-template": "no-unjudged-template",
  "role-by-cloud-control": "no-unjudged-template",
};

describe("pulumi --policy-pack policypack in another project", function () {
  this.timeout(300_000);
  const world = new World();
  const said: Record<string, CommandResult> = {};
  let aws: PluginServer;

  before(needsPulumi);
  before(async () => {
    compilePack();
    aws = await serveAws(world);
    await twoAtATime([
      () =>
        inShop("bypass", workload, async (project) => {
          said.bypass = await project.pulumi("preview", ...onShop, "--policy-pack", "policypack");
          said.bypassUp = await project.pulumi(...up, "--policy-pack", "policypack");
        }),
      () =>
        inShop("ordinary", workload, async (project) => {
          said.ordinary = await project.pulumi("preview", ...onShop, "--policy-pack", "policypack");
          said.ordinaryUp = await project.pulumi(...up, "--policy-pack", "policypack");
        }),
      () =>
        inShop("ordinary", management, async (project) => {
          said.inManagement = await project.pulumi(
            "preview",
            ...onShop,
            "--policy-pack",
            "policypack",
          );
          said.inManagementUp = await project.pulumi(...up, "--policy-pack", "policypack");
        }),
      () => inShop("ordinary", workload, previewAlone),
    ]);
  });
  after(() => aws?.stop());

  /** The pack as another project gets it: compiled where there is no organization.yaml. */
  async function previewAlone(project: EngineProject) {
    rmSync(join(project.folder, "organization.yaml"));
    rmSync(join(project.folder, "policypack/dist/config.json"));
    const preview = (...more: string[]) =>
      project.pulumi("preview", ...onShop, "--policy-pack", "policypack", ...more);
    said.alone = await preview();
    const { adoptedPreferences, ...settings } = packConfiguration(exampleZone());
    assert.ok(adoptedPreferences);
    project.write("pack.json", JSON.stringify({ "pack-configured": settings }));
    said.configured = await preview("--policy-pack-config", "pack.json");
  }

  const inShop = async (
    program: string,
    account: string,
    run: (project: EngineProject) => Promise<void>,
  ) => {
    const project = openProject(aws.port, {
      "Pulumi.yaml": readFileSync(join(__dirname, "../../Pulumi.yaml"), "utf8").replace(
        "name: sekisho",
        "name: shop",
      ),
      "index.ts": source(program),
      "provider.ts": source("provider").replaceAll(workload, account),
    });
    try {
      await project.pulumi("stack", "init", "production", "--no-select");
      await run(project);
    } finally {
      project.close();
    }
  };

  it("blocks each bypass in a preview, by the policy meant for it and by no other", () => {
    assertRefused(said.bypass, /mandatory/);
    assert.deepEqual(blocked(said.bypass), bypasses);
  });

  it("makes none of them in an update", () => {
    assertRefused(said.bypassUp, /mandatory/);
    const made = createdBy(said.bypassUp);
    assert.deepEqual(
      made.filter((name) => name in bypasses),
      [],
    );
  });

  it("lets an ordinary project through, and says in a preview what is decided at update", () => {
    assert.equal(said.ordinary?.code, 0, said.ordinary?.output);
    assert.deepEqual(blocked(said.ordinary), {});
    const undecided = said.ordinary.judgements.map(
      ({ resource, policy }) => `${resource} ${policy}`,
    );
    assert.deepEqual(undecided.sort(), [
      "instance-reads-uploads exempt-role-ours",
      "instance-reads-uploads no-access-path-outside-osaccess",
      "read-uploads no-access-path-outside-osaccess",
      "resize-uploads exempt-role-ours",
      "resize-uploads no-access-path-outside-osaccess",
    ]);
    for (const { level, message } of said.ordinary.judgements) {
      assert.equal(level, "advisory");
      assert.match(message, /is decided at update: \w+ is not known yet\./);
    }
  });

  it("decides it at update, where everything is known and made", () => {
    assert.equal(said.ordinaryUp?.code, 0, said.ordinaryUp?.output);
    assert.deepEqual(said.ordinaryUp.judgements, []);
    const made = world.all().filter(({ account }) => account === workload);
    assert.ok(made.some(({ type }) => type === "aws:lambda/function:Function"));
    assert.ok(made.some(({ type }) => type === "aws:ec2/instance:Instance"));
  });

  it("blocks in an account without guardrails what they would have closed, and nothing else", () => {
    const opens = "no-access-path-outside-osaccess";
    assertRefused(said.inManagement, /no guardrail denies it in the account 111111111111/);
    assert.deepEqual(blocked(said.inManagement), {
      "admin-everything": opens,
      "instance-ssm": opens,
    });
    assertRefused(said.inManagementUp, /no guardrail denies it in the account 111111111111/);
    const made = createdBy(said.inManagementUp);
    assert.ok(!made.includes("admin-everything") && !made.includes("instance-ssm"));
  });

  it("starts without any organization and says what it must be told", () => {
    assertRefused(said.alone, /nobody has told it partition, organizationId, identityAccount, /);
    const policies = said.alone!.judgements.map(({ policy }) => policy);
    assert.deepEqual([...new Set(policies)], ["pack-configured"]);
  });

  it("judges by the file that it is given as by an organization of its own", () => {
    assert.equal(said.configured?.code, 0, said.configured?.output);
    assert.deepEqual(blocked(said.configured), {});
  });

  /** The resources that policies refused, each with all policies that did. */
  function blocked(result: CommandResult | undefined): Record<string, string> {
    assert.ok(result, "the command was not run, because one before it failed");
    const found = new Map<string, Set<string>>();
    for (const { level, policy, resource } of result.judgements) {
      if (level === "mandatory") {
        found.set(resource, (found.get(resource) ?? new Set()).add(policy));
      }
    }
    return Object.fromEntries([...found].map(([name, policies]) => [name, [...policies].join()]));
  }

  /** Names of the resources that an update made. */
  function createdBy(result: CommandResult | undefined): string[] {
    assert.ok(result, "the command was not run, because one before it failed");
    return result.steps.filter(({ op }) => op === "create").map(({ name }) => name);
  }
});

const onShop = ["--stack", "production"];
const up = ["up", "--yes", "--skip-preview", ...onShop];

function source(program: string): string {
  return readFileSync(join(__dirname, "programs", `${program}.ts`), "utf8");
}
