import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Context } from "mocha";

/** What a linter says of a text. */
export interface Verdict {
  readonly fine: boolean;
  readonly output: string;
}

let told = false;

/** For a `before` hook of a suite that needs the linters: without them its tests count as skipped, said in one line. */
export function needsLinters(this: Context): void {
  if (existsSync(join(folder(), "complete"))) {
    return;
  }
  if (!told) {
    told = true;
    console.log(
      "CI file tests skipped: `npm run linters` gets what checks them (needs Go and Python 3.10 or newer).",
    );
  }
  this.skip();
}

/** actionlint, which knows contexts, expressions, inputs of well-known actions and runners. */
export function actionlint(workflow: string): Verdict {
  return lint(workflow, "workflow.yml", (file) => ["actionlint", ["-no-color", file]]);
}

/** SchemaStore's schema of workflows. */
export function workflowSchema(workflow: string): Verdict {
  return schema(workflow, shipped("check_jsonschema/builtin_schemas/vendor/github-workflows.json"));
}

/** Our schema of buildspecs. */
export function buildspecSchema(buildspec: string): Verdict {
  return schema(buildspec, join(__dirname, "../buildspec.schema.json"));
}

/** The schemas of a Kubernetes version, in which no unknown field is allowed. */
export function kubernetesSchema(manifest: string, version: string): Verdict {
  const verdict = lint(manifest, "manifest.yaml", (file) => [
    "kubernetes-validate",
    ["--kubernetes-version", version, "--strict", file],
  ]);
  // A kind that has no schema is only warned of.
  return { ...verdict, fine: verdict.fine && !/^(WARN|ERROR|FATAL)/m.test(verdict.output) };
}

function schema(text: string, file: string): Verdict {
  return lint(text, "instance.yml", (instance) => ["jv", [file, instance]]);
}

function lint(
  text: string,
  name: string,
  command: (file: string) => [tool: string, args: string[]],
): Verdict {
  const work = mkdtempSync(join(tmpdir(), "sekisho-linters-"));
  try {
    const file = join(work, name);
    writeFileSync(file, text);
    const [tool, args] = command(file);
    const { status, stdout, stderr, error } = spawnSync(join(folder(), "bin", tool), args, {
      cwd: work,
      encoding: "utf8",
    });
    if (error !== undefined) {
      throw error;
    }
    return { fine: status === 0, output: `${stdout}${stderr}` };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A file of one of the Python packages; the folder's name has Python's version in it. */
function shipped(path: string): string {
  const lib = join(folder(), "lib");
  const [python = ""] = readdirSync(lib).filter((name) => name.startsWith("python3"));
  return join(lib, python, "site-packages", path);
}

function folder(): string {
  const hash = createHash("sha256");
  for (const file of ["requirements.txt", "go.mod", "go.sum"]) {
    hash.update(readFileSync(join(__dirname, file)));
  }
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "sekisho", `linters-${hash.digest("hex").slice(0, 16)}`);
}
