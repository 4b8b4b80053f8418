import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleZone } from "../example/landingZone";
import { exampleFile } from "./files";

const files = [
  "github-actions/rollout.yml",
  "github-actions/drift.yml",
  "codebuild/buildspec.yml",
  "kubernetes/job.yaml",
  "kubernetes/Dockerfile",
];

describe("the ready-made files", () => {
  const goMod = readFileSync(join(__dirname, "../engine/pulumi-cli/go.mod"), "utf8");
  const tested = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)![1]!;

  it("install the Pulumi CLI that the engine tests run", () => {
    const said = files.flatMap((file) =>
      [...exampleFile(file).matchAll(/pulumi[-_](?:version|v)?[:=]? ?v?(\d+\.\d+\.\d+)/gi)].map(
        ([, version]) => version!,
      ),
    );
    assert.ok(said.length >= 5);
    assert.deepEqual([...new Set(said)], [tested]);
  });

  it("name the CI role that organization.yaml names, and beside it the one that previews", () => {
    const { trustedBy } = exampleZone().deploy;
    const roles = files.flatMap((file) => exampleFile(file).match(/arn:aws:iam::[^\s"]+/g) ?? []);
    assert.ok(roles.length >= 3);
    const preview = trustedBy.replace(/[^/]*$/, "sekisho-preview");
    assert.deepEqual(new Set(roles), new Set([trustedBy, preview]));
  });
});
