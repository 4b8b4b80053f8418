import * as assert from "node:assert/strict";
import { parse } from "yaml";
import { broken, exampleFile } from "./files";
import { buildspecSchema, needsLinters } from "./linters/installed";

interface Buildspec {
  readonly batch: {
    readonly "fast-fail": boolean;
    readonly "build-matrix": {
      readonly dynamic: { readonly env: { readonly variables: { readonly SHARD: string[] } } };
    };
  };
}

const file = "codebuild/buildspec.yml";

describe("the buildspecs for CodeBuild", () => {
  describe("before their schema", () => {
    before(needsLinters);

    for (const path of [file, "codebuild/pull-request.yml"]) {
      it(`pass it: ${path}`, () => {
        const { fine, output } = buildspecSchema(exampleFile(path));
        assert.ok(fine, output);
      });
    }

    for (const { title, part, by, says } of [
      {
        title: "a batch of an unknown type",
        part: "build-matrix:",
        by: "build-matrices:",
        says: /at '\/batch': additional properties 'build-matrices' not allowed/,
      },
      {
        title: "a shard that is no list",
        part: 'SHARD: ["1/4", "2/4", "3/4", "4/4"]',
        by: "SHARD: 1/4",
        says: /SHARD': got string, want array/,
      },
      {
        title: "a phase that CodeBuild does not have",
        part: "  post_build:",
        by: "  after_build:",
        says: /at '\/phases': additional properties 'after_build' not allowed/,
      },
    ]) {
      it(`would not pass it with ${title}`, () => {
        const { fine, output } = buildspecSchema(broken(exampleFile(file), part, by));
        assert.equal(fine, false);
        assert.match(output, says);
      });
    }
  });

  it("start one build for each shard, and stop none because another failed", () => {
    const { batch } = parse(exampleFile(file)) as Buildspec;
    const shards = batch["build-matrix"].dynamic.env.variables.SHARD;
    assert.deepEqual(
      shards,
      shards.map((_, index) => `${index + 1}/${shards.length}`),
    );
    assert.equal(batch["fast-fail"], false);
  });

  it("store no key", () => {
    assert.doesNotMatch(exampleFile(file), /AWS_ACCESS_KEY|AWS_SECRET|AKIA|secrets-manager/);
  });
});
