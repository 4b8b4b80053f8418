import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, Server } from "node:http";
import { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { needsEmulators, program } from "../emulators/ministack";
import { read } from "../docs/repository";

const page = read("docs/entering.md");

/** The commands of the page's blocks in a language that start a session; what follows a comment left out. */
function commandsIn(language: "sh" | "powershell", continued: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))]
    .flatMap(([, block]) => block!.replaceAll(`${continued}\n`, "").split("\n"))
    .map((line) => line.replace(/ +# .*$/, "").replaceAll(/ {2,}/g, " "))
    .filter((line) => line.startsWith("aws ssm start-session"));
}

const node = "i-0123456789abcdef0";
const forwards = (portNumber: string, localPortNumber: string) => ({
  Target: node,
  DocumentName: "AWS-StartPortForwardingSession",
  Parameters: { portNumber: [portNumber], localPortNumber: [localPortNumber] },
});

describe("what docs/entering.md has people type, as the AWS CLI reads it", () => {
  let folder: string;
  let server: Server;
  let asked: unknown[];

  before(needsEmulators);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-page-"));
    mkdirSync(join(folder, "bin"));
    symlinkSync(program("aws"), join(folder, "bin", "aws"));
    const profiles = ["web-production", "data-development"].map(
      (account) =>
        `[profile OSAccess@${account}]\nregion = ap-northeast-1\naws_access_key_id = A\naws_secret_access_key = b\n`,
    );
    writeFileSync(join(folder, "config"), profiles.join("\n"));
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        asked.push({ call: request.headers["x-amz-target"], body: JSON.parse(body) as unknown });
        // Otherwise the CLI would want the plugin.
        response.writeHead(400).end('{"__type":"TargetNotConnected","message":"Noted."}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => server?.close());
  after(() => folder && rmSync(folder, { recursive: true }));

  /** What the CLI asks of AWS when a POSIX shell runs the line. */
  async function askedBy(line: string): Promise<unknown[]> {
    const { port } = server.address() as AddressInfo;
    const child = spawn("sh", ["-c", line], {
      env: {
        PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
        HOME: folder,
        AWS_CONFIG_FILE: join(folder, "config"),
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await new Promise((resolve) => child.once("close", resolve));
    assert.match(said, /TargetNotConnected/);
    return asked;
  }

  const startsSession = (body: object) => [{ call: "AmazonSSM.StartSession", body }];

  const posix = [
    { title: "a shell", body: { Target: node } },
    { title: "a forwarded port", body: forwards("8443", "18443") },
    { title: "the same in JSON", body: forwards("8443", "18443") },
    { title: "the tunnel of WinSCP", body: forwards("22", "10022") },
  ];
  for (const [index, { title, body }] of posix.entries()) {
    it(`in a POSIX shell: ${title}`, async () => {
      const commands = commandsIn("sh", "\\");
      assert.equal(commands.length, posix.length, commands.join("\n"));
      assert.deepEqual(await askedBy(commands[index]!), startsSession(body));
    });
  }

  // No PowerShell is here: the lines hold only words, and quotes that are undone as its documentation says.
  const powerShell = [
    { title: "a forwarded port", body: forwards("8443", "18443"), undo: asItStands },
    { title: "JSON, from 7.3 on", body: forwards("8443", "18443"), undo: asItStands },
    { title: "JSON, in Windows PowerShell 5.1", body: forwards("8443", "18443"), undo: unescaped },
    { title: "the tunnel of Remote Desktop", body: forwards("3389", "13389"), undo: asItStands },
  ];
  for (const [index, { title, body, undo }] of powerShell.entries()) {
    it(`as PowerShell hands it over: ${title}`, async () => {
      const commands = commandsIn("powershell", "`");
      assert.equal(commands.length, powerShell.length, commands.join("\n"));
      assert.deepEqual(await askedBy(undo(commands[index]!)), startsSession(body));
    });
  }
});

function asItStands(line: string): string {
  return line;
}

/** Windows takes the backslash off a quote that 5.1 does not escape. */
function unescaped(line: string): string {
  return line.replaceAll('\\"', '"');
}
