import * as assert from "node:assert/strict";
import { ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzerResourceOptions,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { policies } from "../../policypack/policies";

const root = join(__dirname, "../..");
const pack = join(root, "policypack");
const launcher = join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");

/** How the engine starts the pack; each must serve the same. */
const starts = [
  {
    title: "as a folder",
    command: [process.execPath, launcher, "127.0.0.1:0", pack],
    cwd: pack,
  },
  { title: "as a program", command: [join(pack, "serve"), "127.0.0.1:0"], cwd: root },
];

/** Signature by which Pulumi's wire format tells assets and secrets from plain objects: sdk/nodejs/runtime/rpc.ts. */
const signature = "4dabf18193072939515e22adb298388d";
const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "text" };
const archive = {
  [signature]: "0def7320c3a5731c473e5ecbe6d01bc7",
  assets: { note: asset, far: { ...asset, text: undefined, uri: "https://example.com/note" } },
};
const secret = { [signature]: "1b47061264138c4ac30d75fd1eb44270", value: "hush" };

/** A resource that one policy refuses, with every kind of value that the wire has. */
function bypass(): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType("aws:ec2/securityGroup:SecurityGroup");
  request.setUrn(`urn:pulumi:shop::shop::${request.getType()}::open`);
  request.setName("open");
  request.setOptions(new AnalyzerResourceOptions());
  const ingress = [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }];
  const properties = JSON.parse(JSON.stringify({ ingress, asset, archive, secret })) as never;
  request.setProperties(Struct.fromJavaScript(properties));
  return request;
}

/** What the pack says of itself and of the bypass, asked as the engine asks. */
async function answers(command: readonly string[], cwd: string) {
  const [program, ...args] = command;
  const server = spawn(program!, args, { cwd });
  try {
    const address = `127.0.0.1:${await firstLine(server)}`;
    const client = new AnalyzerClient(address, grpc.credentials.createInsecure());
    try {
      return {
        info: await answer<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done)),
        verdict: await answer<AnalyzeResponse>((done) => client.analyze(bypass(), done)),
      };
    } finally {
      client.close();
    }
  } finally {
    server.kill();
  }
}

type Done<Answer> = (error: grpc.ServiceError | null, answer: Answer) => void;

function answer<Answer>(ask: (done: Done<Answer>) => void): Promise<Answer> {
  return new Promise((resolve, reject) =>
    ask((error, answered) => (error ? reject(error) : resolve(answered))),
  );
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = "";
    server.stdout?.once("data", (data) => resolve(String(data).trim()));
    server.stderr?.on("data", (data) => (errors += String(data)));
    server.once("exit", () => reject(new Error(`The pack did not start: ${errors}`)));
  });
}

function required(file: string): string[] {
  const calls = readFileSync(join(pack, "dist", file), "utf8").matchAll(/require\("([^"]+)"\)/g);
  return [...new Set([...calls].map(([, module]) => module!))].sort();
}

describe("the compiled policy pack", () => {
  before(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/pack.mjs")], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  for (const { title, command, cwd } of starts) {
    it(`starts ${title} and serves the policies of the sources, as mandatory`, async () => {
      const { info } = await answers(command, cwd);
      const manifest = JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as {
        version: string;
      };
      assert.equal(info.getName(), "sekisho");
      assert.equal(info.getVersion(), manifest.version);
      assert.deepEqual(
        info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]),
        policies({}).map(({ name }) => [name, EnforcementLevel.MANDATORY]),
      );
    });

    it(`judges ${title} a resource with assets, archives and secrets`, async () => {
      const { verdict } = await answers(command, cwd);
      assert.deepEqual(
        verdict.getDiagnosticsList().map((found) => found.getPolicyname()),
        ["no-remote-ingress", "resource-has-explicit-provider"],
      );
    });
  }

  it("takes from the SDK, as a folder, only what its launcher has loaded or the policy SDK asks", () => {
    assert.deepEqual(
      required("index.js").filter((module) => !isBuiltin(module)),
      [
        "@grpc/grpc-js",
        "@pulumi/pulumi/asset",
        "@pulumi/pulumi/output",
        "@pulumi/pulumi/proto/analyzer_grpc_pb",
        "@pulumi/pulumi/proto/analyzer_pb",
        "@pulumi/pulumi/proto/plugin_pb",
        "@pulumi/pulumi/runtime/rpc",
        "google-protobuf/google/protobuf/empty_pb",
        "google-protobuf/google/protobuf/struct_pb",
      ],
    );
  });

  it("gives the policy SDK every member of the SDK's index that it uses", () => {
    const used = readFileSync(join(pack, "dist/index.js"), "utf8").matchAll(/pulumi_1\.(\w+)/g);
    assert.deepEqual([...new Set([...used].map(([, member]) => member))].sort(), [
      "Output",
      "asset",
    ]);
  });

  it("leaves as a program when the engine that started it is killed", async () => {
    const script = '"$0" 127.0.0.1:0 & read line; kill -9 $$';
    const engine = spawn("sh", ["-c", script, join(pack, "serve")]);
    await firstLine(engine);
    engine.stdin.write("go\n");
    // The program has inherited the pipe: it closes when the last one leaves.
    await new Promise((resolve) => engine.stdout.once("close", resolve));
    assert.equal(engine.signalCode, "SIGKILL");
  });

  describe("copied away", () => {
    let folder: string;
    let copy: string;

    beforeEach(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), "sekisho-pack-")));
      copy = join(folder, "policypack");
      cpSync(pack, copy, { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("starts as a program without any module beside it", async () => {
      const { info } = await answers([join(copy, "serve")], folder);
      assert.equal(info.getName(), "sekisho");
    });

    it("says as a program that it is not compiled", () => {
      rmSync(join(copy, "dist"), { recursive: true });
      const { status, stdout, stderr } = spawnSync(join(copy, "serve"), { encoding: "utf8" });
      assert.deepEqual(
        [status, stdout, stderr],
        [1, "", "The policy pack is not compiled. Run npm run pack in Sekisho's folder.\n"],
      );
    });

    it("does not start as a program beside an organization that does not check, and says why", () => {
      writeFileSync(join(folder, "organization.yaml"), "organization: 7\n");
      const { status, stdout, stderr } = spawnSync(join(copy, "serve"), { encoding: "utf8" });
      assert.deepEqual([status, stdout], [1, ""]);
      assert.match(stderr, /organization\.yaml/);
      assert.doesNotMatch(stderr, /alone\.js|Node\.js v/);
    });
  });
});
