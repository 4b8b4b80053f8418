import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, Server } from "node:http";
import { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessionExpiryCode } from "../../components/sessionExpiryCode";
import { Windows } from "../../expiry/window";

const owners = "arn:aws:sts::333333333333:assumed-role/OSAccess/";
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

const windows: Windows = {
  account: "333333333333",
  owners,
  windows: [
    {
      user: "alice",
      from: inHours(-1),
      until: inHours(1),
      documents: ["SSM-SessionManagerRunShell"],
    },
  ],
};

const session = (id: string, user: string) => ({
  SessionId: id,
  Owner: `${owners}${user}`,
  Target: "i-0123456789abcdef0",
  DocumentName: "SSM-SessionManagerRunShell",
  StartDate: Date.now() / 1000 - 60,
  Status: "Connected",
});

interface Call {
  readonly target: string;
  readonly input: Record<string, unknown>;
}
type Answer = (call: Call, before: readonly Call[]) => { status?: number; body: object };

/** Systems Manager as far as the function knows it, on this machine. */
class SystemsManagerShim {
  readonly calls: Call[] = [];
  private readonly server: Server;

  constructor(answer: Answer) {
    this.server = createServer((request, response) => {
      let text = "";
      request.on("data", (part: Buffer) => (text += part.toString()));
      request.on("end", () => {
        const target = String(request.headers["x-amz-target"]).replace("AmazonSSM.", "");
        const call = { target, input: JSON.parse(text) as Record<string, unknown> };
        const { status = 200, body } = answer(call, [...this.calls]);
        this.calls.push(call);
        response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify(body));
      });
    });
  }

  async url(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  ended(): unknown[] {
    return this.calls
      .filter(({ target }) => target === "TerminateSession")
      .map(({ input }) => input.SessionId);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Calls the handler of the deployed files in a Node of its own, as Lambda does. */
function invoke(folder: string, url: string): Promise<{ code: number | null; lines: string[] }> {
  const program = `require("./index.js").handler({ now: "ignored" }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  })`;
  const child = spawn(process.execPath, ["-e", program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "example",
      AWS_ENDPOINT_URL_SSM: url,
    },
  });
  let out = "";
  child.stdout.on("data", (part: Buffer) => (out += part.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, lines: out.split("\n").filter(Boolean) }));
  });
}

describe("the deployed code", () => {
  it("names no folder of this machine, so that it is the same on each, and brings no SDK along", () => {
    const code = sessionExpiryCode();
    assert.ok(!code.includes(process.cwd()));
    assert.ok(code.length < 20_000, `${code.length} characters`);
    assert.match(code, /require\("@aws-sdk\/client-ssm"\)/);
  });

  describe("in a Node of its own", function () {
    this.timeout(60_000);
    let folder: string;
    let shim: SystemsManagerShim | undefined;

    before(() => {
      folder = mkdtempSync(join(tmpdir(), "sekisho-expiry-"));
      writeFileSync(join(folder, "index.js"), sessionExpiryCode());
      writeFileSync(join(folder, "windows.json"), JSON.stringify(windows));
      // In Lambda the runtime has the SDK.
      symlinkSync(join(__dirname, "../../node_modules"), join(folder, "node_modules"));
    });
    afterEach(() => shim?.close());
    after(() => rmSync(folder, { recursive: true }));

    const run = async (answer: Answer) => {
      shim = new SystemsManagerShim(answer);
      const { code, lines } = await invoke(folder, await shim.url());
      const log = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      return { code, log, ended: shim.ended(), calls: shim.calls };
    };

    it("ends the sessions of every page that have no window, and leaves the others", async () => {
      const { code, log, ended } = await run(({ target, input }) =>
        target === "TerminateSession"
          ? { body: { SessionId: input.SessionId } }
          : input.NextToken === undefined
            ? { body: { Sessions: [session("alice-1", "alice")], NextToken: "2" } }
            : { body: { Sessions: [session("mallory-1", "mallory")] } },
      );
      assert.deepEqual([code, ended], [0, ["mallory-1"]]);
      assert.deepEqual(
        log.map(({ event, session }) => [event, session]),
        [
          ["ended", "mallory-1"],
          ["run", undefined],
        ],
      );
    });

    it("calls again what AWS throttles", async () => {
      const { code, ended, calls } = await run(({ target, input }, before) =>
        before.filter((call) => call.target === target).length === 0
          ? { status: 400, body: { __type: "ThrottlingException", message: "Rate exceeded" } }
          : target === "TerminateSession"
            ? { body: { SessionId: input.SessionId } }
            : { body: { Sessions: [session("mallory-1", "mallory")] } },
      );
      assert.deepEqual([code, ended], [0, ["mallory-1", "mallory-1"]]);
      assert.equal(calls.length, 4);
    });

    it("fails at its end when a session is not ended, and has ended the others", async () => {
      const { code, log, ended } = await run(({ target, input }) =>
        target === "DescribeSessions"
          ? { body: { Sessions: ["a", "b", "c"].map((id) => session(id, "mallory")) } }
          : input.SessionId === "b"
            ? { status: 400, body: { __type: "AccessDeniedException", message: "no" } }
            : { body: { SessionId: input.SessionId } },
      );
      assert.equal(code, 1);
      assert.deepEqual([...ended].sort(), ["a", "b", "c"]);
      assert.deepEqual(
        log.filter(({ event }) => event === "not ended").map(({ session }) => session),
        ["b"],
      );
    });
  });
});
