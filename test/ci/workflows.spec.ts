import * as assert from "node:assert/strict";
import { broken, exampleFile, workflow } from "./files";
import { actionlint, needsLinters, workflowSchema } from "./linters/installed";

const names = ["pull-request", "rollout", "drift"];
const path = (name: string) => `github-actions/${name}.yml`;
const rollout = path("rollout");

describe("the workflows for GitHub Actions", function () {
  describe("before their linters", () => {
    before(needsLinters);

    for (const name of names) {
      it(`pass actionlint and SchemaStore's schema: ${name}`, () => {
        const text = exampleFile(path(name));
        assert.deepEqual(actionlint(text), { fine: true, output: "" });
        const { fine, output } = workflowSchema(text);
        assert.ok(fine, output);
      });
    }

    it("would not pass actionlint with a job that waits for one that is not there", () => {
      const { fine, output } = actionlint(
        broken(exampleFile(rollout), "preview, unlock]", "preview, review]"),
      );
      assert.equal(fine, false);
      assert.match(output, /job "up" needs job "review" which does not exist/);
    });

    it("would not pass actionlint with a matrix value that is not declared", () => {
      const { fine, output } = actionlint(
        broken(exampleFile(rollout), "SHARD: ${{ matrix.shard }}", "SHARD: ${{ matrix.share }}"),
      );
      assert.equal(fine, false);
      assert.match(output, /property "share" is not defined/);
    });

    it("would not pass the schema with an unknown key", () => {
      const { fine, output } = workflowSchema(
        broken(exampleFile(rollout), "timeout-minutes: 180", "timeout: 180"),
      );
      assert.equal(fine, false);
      assert.match(output, /additional properties 'timeout' not allowed/);
    });
  });

  for (const name of names) {
    it(`pin every action by its commit, with the version beside it: ${name}`, () => {
      const uses = exampleFile(path(name))
        .split("\n")
        .filter((line) => line.includes("uses:"));
      assert.ok(uses.length > 0);
      assert.deepEqual(
        uses.filter((line) => !/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+/.test(line)),
        [],
      );
    });

    it(`bound the time of every job and leave no token behind in the checkout: ${name}`, () => {
      for (const { steps, "timeout-minutes": minutes } of Object.values(
        workflow(path(name)).jobs,
      )) {
        assert.ok(minutes !== undefined && minutes <= 180);
        const [checkout] = steps;
        assert.match(checkout!.uses!, /^actions\/checkout@/);
        assert.equal(checkout!.with!["persist-credentials"], false);
      }
    });

    it(`store no key: ${name}`, () => {
      assert.doesNotMatch(exampleFile(path(name)), /secrets\.|access-key|AKIA/);
    });
  }

  it("give a pull request a token that only reads, and nothing to get credentials with", () => {
    const { on, permissions, jobs } = workflow(path("pull-request"));
    assert.equal(on, "pull_request");
    assert.deepEqual(permissions, { contents: "read" });
    for (const { permissions: own, environment } of Object.values(jobs)) {
      assert.deepEqual([own, environment], [undefined, undefined]);
    }
  });

  it("let a job have the CI role only in the protected environment", () => {
    for (const name of names) {
      const { permissions, jobs } = workflow(path(name));
      assert.deepEqual(permissions, { contents: "read" });
      for (const [job, { permissions: own, environment, steps }] of Object.entries(jobs)) {
        const role = steps.find(({ uses }) => uses?.startsWith("aws-actions/"))?.with![
          "role-to-assume"
        ] as string | undefined;
        assert.equal(own?.["id-token"], role ? "write" : undefined, `${name}: ${job}`);
        const deploys = role?.endsWith("/sekisho-ci");
        assert.equal(environment, deploys ? "production" : undefined, `${name}: ${job}`);
      }
    }
  });

  it("preview without an engine, which would have to take the deploy role", () => {
    const commands = workflow(rollout).jobs.preview!.steps.flatMap(({ run }) => run ?? []);
    assert.equal(commands.at(-1), "npx sekisho rollout preview --list");
  });

  it("never cancel a rollout, and hold other rollouts back as a whole, never a shard", () => {
    const { concurrency, jobs } = workflow(rollout);
    assert.deepEqual(concurrency, { group: "rollout", "cancel-in-progress": false });
    assert.equal(jobs.up!.concurrency, undefined);
  });

  it("let all shards run at once, whatever becomes of one", () => {
    const { strategy, steps } = workflow(rollout).jobs.up!;
    assert.deepEqual(strategy, { "fail-fast": false, matrix: { shard: [1, 2, 3, 4] } });
    const commands = steps.flatMap(({ run }) => run ?? []);
    assert.ok(commands.some((run) => run.includes('--shard "$SHARD/$SHARDS"')));
  });

  it("keep the rollout's hidden folder", () => {
    const [upload] = workflow(rollout).jobs.up!.steps.filter(({ uses }) =>
      uses?.startsWith("actions/upload-artifact@"),
    );
    assert.equal(upload!.with!.path, ".sekisho/rollout");
    assert.equal(upload!.with!["include-hidden-files"], true);
  });
});
