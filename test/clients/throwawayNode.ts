import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { commandPath } from "../components/nodeSession";

/** What came of a command. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A node with an SSH server and one key, behind a stand-in for `aws ssm start-session`, which writes down its arguments and
 * then is the tunnel: sshd speaks over its standard input and output, and nothing listens on a port.
 */
export class ThrowawayNode {
  readonly folder = mkdtempSync(join(tmpdir(), "sekisho-ssh-"));
  /** Who may log in: whoever runs the test. */
  readonly login = userInfo().username;
  private readonly calls = join(this.folder, "calls");

  constructor() {
    for (const key of ["host", "own"]) {
      must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", join(this.folder, key));
    }
    copyFileSync(join(this.folder, "own.pub"), join(this.folder, "authorized"));
    const server = join(this.folder, "sshd_config");
    writeFileSync(
      server,
      [
        `HostKey ${join(this.folder, "host")}`,
        `AuthorizedKeysFile ${join(this.folder, "authorized")}`,
        "StrictModes no",
        "UsePAM no",
        "PasswordAuthentication no",
        "Subsystem sftp internal-sftp",
        "",
      ].join("\n"),
    );
    const aws = join(this.folder, "bin", "aws");
    mkdirSync(join(this.folder, "bin"));
    writeFileSync(
      aws,
      `#!/bin/sh\necho "$*" >> ${this.calls}\nexec ${commandPath("sshd")} -i -f ${server}\n`,
    );
    chmodSync(aws, 0o755);
  }

  /** Takes the output of `sekisho ssh-config`. */
  configure(text: string): void {
    writeFileSync(join(this.folder, "config"), text);
  }

  /** Runs ssh, scp or sftp with that configuration and the key. */
  run(client: string, ...args: string[]): Ran {
    rmSync(this.calls, { force: true });
    const known = `UserKnownHostsFile=${join(this.folder, "known")}`;
    const options = ["-F", join(this.folder, "config"), "-i", join(this.folder, "own")];
    for (const option of [known, "StrictHostKeyChecking=accept-new", "BatchMode=yes"]) {
      options.push("-o", option);
    }
    const { status, stdout, stderr } = spawnSync(client, [...options, ...args], {
      encoding: "utf8",
      env: {
        PATH: [join(this.folder, "bin"), process.env.PATH].join(delimiter),
        HOME: this.folder,
      },
    });
    return { status, stdout, stderr };
  }

  /** What the last command asked of `aws`, one call a line. */
  asked(): string {
    return readFileSync(this.calls, "utf8");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function must(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`${command}: ${stderr}`);
  }
}
