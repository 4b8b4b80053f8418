import * as assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { CommandFolder } from "../cli/commandFolder";
import { needsLinux } from "../components/onLinux";
import { exampleText, copyPolicies } from "../example/landingZone";
import { ThrowawayNode } from "./throwawayNode";

const node = "i-0123456789abcdef0";
const elsewhere = "mi-0123456789abcdef0";

/** A window around this very moment: the command goes by the real clock. */
const moment = (hours: number) =>
  `${new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)}+00:00`;
const grants = `
grants:
  - id: copy
    user: alice
    accounts: [data-development]
    channels: [ssh]
    from: ${moment(-1)}
    until: ${moment(1)}
    reason: Copy reports
    approver: bob
`;

describe("ssh, scp and sftp with what sekisho ssh-config prints, to an SSH server behind a stand-in for the AWS CLI", () => {
  let organization: CommandFolder;
  let server: ThrowawayNode;

  before(function () {
    needsLinux(this, "ssh client", ["ssh", "scp", "sftp", "ssh-keygen", "sshd"]);
    // Debian makes it when the service starts; sshd wants it only where it runs as root.
    if (userInfo().uid === 0 && !existsSync("/run/sshd")) {
      console.log("ssh client tests skipped: as root they need the folder /run/sshd.");
      this.skip();
    }
  });
  before(() => {
    server = new ThrowawayNode();
    organization = new CommandFolder();
    organization.write("organization.yaml", exampleText("organization.yaml"));
    copyPolicies(organization.path);
    organization.write("grants.yaml", grants);
    const { status, stdout, stderr } = organization.run(
      "ssh-config",
      "alice",
      "--login",
      server.login,
    );
    assert.equal(status, 0, stderr);
    server.configure(stdout);
  });
  after(() => organization?.remove());
  after(() => server?.remove());

  const session = (target: string) =>
    `ssm start-session --profile OSAccess@data-development --region ap-northeast-1 --target ${target} ` +
    "--document-name AWS-StartSSHSession --parameters portNumber=22\n";

  for (const [host, target] of [
    [node, node],
    [elsewhere, elsewhere],
    [`${node}.data-development`, node],
    [`${elsewhere}.data-development`, elsewhere],
  ] as const) {
    it(`ssh ${host} runs a command through a session on ${target}`, () => {
      const { status, stdout, stderr } = server.run("ssh", host, "echo here");

      assert.deepEqual([status, stdout], [0, "here\n"], stderr);
      assert.equal(server.asked(), session(target));
    });
  }

  it("scp copies a file there and back", () => {
    const [from, there, back] = ["report.csv", "there.csv", "back.csv"].map((name) =>
      join(server.folder, name),
    );
    writeFileSync(from!, "a,b\n");

    const copied = server.run("scp", from!, `${node}:${there}`);
    const fetched = server.run("scp", `${node}.data-development:${there}`, back!);

    assert.deepEqual([copied.status, fetched.status], [0, 0], copied.stderr + fetched.stderr);
    assert.equal(readFileSync(back!, "utf8"), "a,b\n");
    assert.equal(server.asked(), session(node));
  });

  it("sftp lists and puts", () => {
    const [batch, from, there] = ["batch", "list.csv", "put.csv"].map((name) =>
      join(server.folder, name),
    );
    writeFileSync(from!, "c,d\n");
    writeFileSync(batch!, `ls ${from}\nput ${from} ${there}\n`);

    const { status, stdout, stderr } = server.run("sftp", "-b", batch!, node);

    assert.equal(status, 0, stderr);
    assert.match(stdout, /list\.csv/);
    assert.ok(existsSync(there!));
    assert.equal(server.asked(), session(node));
  });

  it("asks for another port where one is named", () => {
    server.run("ssh", "-p", "2222", node, "true");

    assert.equal(server.asked(), session(node).replace("=22\n", "=2222\n"));
  });
});
