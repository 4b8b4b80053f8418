import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { broken, exampleFile, manifest } from "./files";
import { kubernetesSchema, needsLinters } from "./linters/installed";

interface Container {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly resources: { readonly requests: { readonly memory: string } };
  readonly securityContext: object;
}

interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly parallelism: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly securityContext: { readonly runAsNonRoot: boolean; readonly runAsUser: number };
        readonly containers: readonly [Container];
      };
    };
  };
}

const file = "kubernetes/job.yaml";
/** The oldest with all fields as a matter of course (podFailurePolicy), and the newest with schemas at hand. */
const versions = ["1.31", "1.37"];

describe("the Job for Kubernetes", () => {
  describe("before Kubernetes' schemas", () => {
    before(needsLinters);

    for (const version of versions) {
      it(`passes those of ${version}`, () => {
        const { fine, output } = kubernetesSchema(exampleFile(file), version);
        assert.ok(fine, output);
        assert.match(output, /passed for resource job\/sekisho-rollout against version/);
      });
    }

    it("would not pass with an unknown field", () => {
      const text = broken(exampleFile(file), "backoffLimitPerIndex", "backoffLimitByIndex");
      const { fine, output } = kubernetesSchema(text, versions[0]!);
      assert.equal(fine, false);
      assert.match(output, /'backoffLimitByIndex' was unexpected/);
    });

    it("would not pass with a number of pods that is text", () => {
      const text = broken(exampleFile(file), "parallelism: 4", 'parallelism: "4"');
      const { fine, output } = kubernetesSchema(text, versions[0]!);
      assert.equal(fine, false);
      assert.match(output, /parallelism/);
    });
  });

  const { spec } = manifest(file).get("Job") as Job;
  const pod = spec.template.spec;
  const [container] = pod.containers;

  it("runs all shards at once, and counts them the same everywhere", () => {
    assert.equal(spec.completionMode, "Indexed");
    assert.equal(spec.parallelism, spec.completions);
    const shards = container.env.find(({ name }) => name === "SHARDS");
    assert.equal(shards?.value, String(spec.completions));
  });

  it("gives the pods of a Job, whose indexes begin at 0, the shards 1/4 to 4/4", () => {
    const script = container.args[0]!.replace("exec node bin/sekisho.cjs", "echo");
    const said = [0, 1, 2, 3].map((index) => {
      const env = { JOB_COMPLETION_INDEX: String(index), SHARDS: "4" };
      const { stdout } = spawnSync("/bin/sh", ["-c", script], { encoding: "utf8", env });
      return /--shard (\S+)/.exec(stdout)?.[1];
    });
    assert.deepEqual(said, ["1/4", "2/4", "3/4", "4/4"]);
  });

  it("is nobody in its container, and writes only where it must", () => {
    assert.deepEqual([pod.securityContext.runAsNonRoot, pod.restartPolicy], [true, "Never"]);
    assert.ok(pod.securityContext.runAsUser >= 10_000);
    assert.deepEqual(container.securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("asks for the memory of the stacks that run at once, 900 MiB each, and of the planning", () => {
    const jobs = Number(/--jobs (\d+)/.exec(container.args[0]!)?.[1]);
    const gibibytes = Number(/^(\d+)Gi$/.exec(container.resources.requests.memory)?.[1]);
    assert.ok(gibibytes * 1024 >= jobs * 900 + 1024, `${gibibytes} GiB for ${jobs} stacks`);
  });

  it("stores no key", () => {
    assert.doesNotMatch(exampleFile(file), /AWS_ACCESS_KEY|AWS_SECRET|AKIA|secretKeyRef/);
  });
});
