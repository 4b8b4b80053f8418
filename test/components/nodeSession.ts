import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import { AddressInfo } from "node:net";
import * as os from "node:os";
import * as path from "node:path";

/** What a made-up node has: its metadata service, its commands, its home directory. */
export interface Node {
  /** Which shell is the node's `sh`. */
  readonly sh: "dash" | "bash";
  /** The metadata service; none is a closed port, `silent` is one that takes a request and never answers. */
  readonly metadata?: Metadata | "silent";
  /** Value of the tag as `aws ec2 describe-tags` prints it; none is a node without the AWS CLI. */
  readonly awsTag?: string;
  /** What fetches from the metadata service. */
  readonly client?: "curl" | "wget";
  readonly bash?: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

export interface Metadata {
  readonly instanceId: string;
  /** Value of the tag Hostname; none where tags in metadata are off. */
  readonly tag?: string;
}

export interface Session {
  /** All that the terminal showed after the profile was typed, the echo of the input included. */
  readonly output: string;
  /** Arguments of each call of `aws`, one a line. */
  readonly awsCalls: string;
  /** Files that the session made where it started and at home. */
  readonly made: readonly string[];
}

/** Commands that every node has. */
export const shellTools = ["cat", "cut", "dash", "id", "timeout", "touch", "tr", "uname"];

/** The path of a command of this machine, or none. */
export function commandPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(":")
    .concat("/usr/sbin", "/sbin")
    .map((directory) => path.join(directory, name))
    .find((file) => fs.existsSync(file));
}

/**
 * Types text into a new `sh` on a terminal, as the agent does, and after it the commands and `exit`. Only the
 * commands that the node has are on its PATH.
 */
export async function session(
  node: Node,
  profile: string,
  commands: readonly string[] = [],
): Promise<Session> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "sekisho-node-"));
  const server = node.metadata && metadataService(node.metadata);
  try {
    for (const directory of ["bin", "shell", "start", "home"]) {
      fs.mkdirSync(path.join(root, directory));
    }
    const port = server ? await listening(server) : 9;
    furnish(root, node, port);
    const typed = [profile, ...commands, "exit", ""].join("\n");
    const output = await onTerminal(root, typed);
    return {
      output: output.slice(output.indexOf("\n")),
      awsCalls: read(path.join(root, "aws.log")),
      made: ["start", "home"]
        .flatMap((directory) => fs.readdirSync(path.join(root, directory)))
        .filter((file) => !(file in (node.files ?? {}))),
    };
  } finally {
    server?.closeAllConnections();
    server?.close();
    fs.rmSync(root, { recursive: true });
  }
}

function furnish(root: string, node: Node, port: number): void {
  const link = (name: string, as: string) =>
    fs.symlinkSync(commandPath(name)!, path.join(root, as));
  const script = (name: string, text: string) =>
    fs.writeFileSync(path.join(root, "bin", name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });

  shellTools.forEach((tool) => link(tool, `bin/${tool}`));
  link(node.sh, "shell/sh");
  if (node.bash !== false) {
    link("bash", "bin/bash");
  }
  const client = node.client ?? "curl";
  // The real client, sent to our metadata service: so its options are tested too.
  script(
    client,
    `n=$#; while [ $n -gt 0 ]; do a=$1; shift; n=$((n - 1)); case $a in ` +
      `http://169.254.169.254/*) a=http://127.0.0.1:${port}/\${a#http://169.254.169.254/} ;; esac; ` +
      `set -- "$@" "$a"; done; exec ${commandPath(client)!} "$@"`,
  );
  if (node.awsTag !== undefined) {
    fs.writeFileSync(path.join(root, "aws.tag"), node.awsTag);
    script("aws", `echo "$*" >> ${root}/aws.log; cat ${root}/aws.tag`);
  }
  for (const [file, text] of Object.entries(node.files ?? {})) {
    fs.writeFileSync(path.join(root, "home", file), text);
  }
}

function onTerminal(root: string, typed: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const terminal = spawn(
      commandPath("script")!,
      ["-qec", path.join(root, "shell/sh"), "/dev/null"],
      {
        cwd: path.join(root, "start"),
        env: {
          PATH: path.join(root, "bin"),
          HOME: path.join(root, "home"),
          TERM: "dumb",
          HISTFILE: "/dev/null",
        },
      },
    );
    let output = "";
    terminal.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    terminal.on("error", reject).on("close", () => resolve(output.replaceAll("\r", "")));
    terminal.stdin.write(typed);
  });
}

/** The instance metadata service, version 2 only: no token, no answer. */
function metadataService(metadata: Metadata | "silent"): http.Server {
  return http.createServer((request, response) => {
    if (metadata === "silent") {
      return;
    }
    const answers: Record<string, string | undefined> = {
      "PUT /latest/api/token":
        request.headers["x-aws-ec2-metadata-token-ttl-seconds"] && "dG9rZW4=",
    };
    if (request.headers["x-aws-ec2-metadata-token"] === "dG9rZW4=") {
      answers["GET /latest/meta-data/instance-id"] = metadata.instanceId;
      answers["GET /latest/meta-data/placement/region"] = "ap-northeast-1";
      answers["GET /latest/meta-data/tags/instance/Hostname"] = metadata.tag;
    }
    const answer = answers[`${request.method} ${request.url}`];
    response.writeHead(answer === undefined ? 404 : 200).end(answer ?? "404 - Not Found");
  });
}

function listening(server: http.Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );
}

function read(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}
