import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { hardeningScript, sudoersText } from "../../components/sudoers";
import { commandPath } from "./nodeSession";
import { needsLinux } from "./onLinux";

const sudo = { runAs: ["%admin", "%devel"], targetPassword: true };
const rules = sudoersText(sudo);
const agentRules = "# User rules for ssm-user\nssm-user ALL=(ALL) NOPASSWD:ALL\n";
const scriptTools = "chmod chown cmp id ln mktemp mv rm stat sync".split(" ");

for (const shell of ["dash", "bash"]) {
  describe(`The hardening script, run by ${shell}`, function () {
    let root: string;

    before(function () {
      needsLinux(this, "hardening script", ["visudo", "sudo", "dash", "bash", ...scriptTools]);
    });

    beforeEach(() => {
      root = fs.mkdtempSync(path.join(os.tmpdir(), "sekisho-sudoers-"));
      fs.mkdirSync(path.join(root, "etc/sudoers.d"), { recursive: true });
      fs.mkdirSync(path.join(root, "bin"));
      write("etc/sudoers", `root ALL=(ALL:ALL) ALL\n#includedir ${root}/etc/sudoers.d\n`, 0o440);
      write("etc/sudoers.d/90-others", "root ALL=(ALL) ALL\n", 0o440);
    });

    afterEach(() => fs.rmSync(root, { recursive: true }));

    const write = (file: string, text: string, mode: number) =>
      fs.writeFileSync(path.join(root, file), text, { mode });
    const agentFile = (text: string, mode = 0o440) =>
      write("etc/sudoers.d/ssm-agent-users", text, mode);
    /** Stands before the real command; `$*` are its arguments. */
    const stub = (name: string, text: string) =>
      write(`bin/${name}`, `#!/bin/sh\n${text}\n`, 0o755);

    function run(search = `${root}/bin:${process.env.PATH}:/usr/sbin:/sbin`) {
      return spawnSync(commandPath(shell)!, ["-s"], {
        input: hardeningScript(sudo, root),
        encoding: "utf8",
        env: { PATH: search },
      });
    }

    /** Everything in sudoers.d: mode and content by name. */
    function state(): Record<string, string> {
      const directory = path.join(root, "etc/sudoers.d");
      return Object.fromEntries(
        fs.readdirSync(directory).map((name) => {
          const file = path.join(directory, name);
          const { mode, uid, gid } = fs.statSync(file);
          const owned = uid === os.userInfo().uid && gid === os.userInfo().gid;
          const content = fs.statSync(file).isFile()
            ? fs.readFileSync(file, "utf8")
            : "(directory)";
          return [name, `${(mode & 0o7777).toString(8)} ${owned ? "ours" : "others"} ${content}`];
        }),
      );
    }

    const hardened = {
      "90-others": "440 ours root ALL=(ALL) ALL\n",
      "ssm-agent-users": `440 ours ${rules}`,
    };

    const formers: { title: string; former?: string; mode?: number }[] = [
      { title: "the agent's file", former: agentRules },
      { title: "no file, before the first session" },
      { title: "rules of an earlier deployment", former: "ssm-user ALL=(%wheel) ALL\n" },
      { title: "a file that anybody may write", former: rules, mode: 0o666 },
      { title: "an empty file", former: "" },
    ];
    for (const { title, former, mode } of formers) {
      it(`puts the rules in the place of ${title}`, () => {
        if (former !== undefined) {
          agentFile(former);
          fs.chmodSync(path.join(root, "etc/sudoers.d/ssm-agent-users"), mode ?? 0o440);
        }
        const { status, stderr, stdout } = run();
        assert.deepEqual([status, stderr], [0, ""]);
        assert.match(stdout, /^Sekisho: .*ssm-agent-users was replaced\.$/m);
        assert.deepEqual(state(), hardened);
      });
    }

    it("writes nothing when the rules are in force", () => {
      run();
      const inode = () => fs.statSync(path.join(root, "etc/sudoers.d/ssm-agent-users")).ino;
      const before = inode();
      const { status, stdout } = run();
      assert.equal(status, 0);
      assert.match(stdout, /is as it should be\.$/m);
      assert.equal(inode(), before);
      assert.deepEqual(state(), hardened);
    });

    const failures: { title: string; code: number; says: RegExp; arrange: () => void }[] = [
      {
        title: "the configuration does not pass with the new rules",
        code: 6,
        says: /does not pass with the new rules; the former state is back: no good$/,
        arrange: () =>
          stub(
            "visudo",
            `case $* in *.sekisho*) exit 0;; esac; ` +
              `grep -q targetpw ${root}/etc/sudoers.d/ssm-agent-users || exit 0; echo no good; exit 1`,
          ),
      },
      {
        title: "visudo refuses the new file",
        code: 5,
        says: /visudo refuses the new rules; nothing was changed: no good$/,
        arrange: () => stub("visudo", `case $* in *.sekisho*) echo no good; exit 1;; esac`),
      },
      {
        title: "another file is broken already",
        code: 4,
        says: /broken already; nothing was changed\. Repair it: .*91-broken/s,
        arrange: () => write("etc/sudoers.d/91-broken", "this is no rule\n", 0o440),
      },
      {
        title: "the new file cannot be given its mode",
        code: 5,
        says: /new rules cannot be written; nothing was changed\.$/,
        arrange: () => stub("chmod", "exit 1"),
      },
      {
        title: "the directory cannot be written",
        code: 5,
        says: /sudoers\.d cannot be written; nothing was changed\.$/,
        arrange: () => stub("mktemp", "exit 1"),
      },
      {
        title: "the former file cannot be kept aside",
        code: 5,
        says: /cannot be kept aside; nothing was changed\.$/,
        arrange: () => stub("ln", "exit 1"),
      },
      {
        title: "the file cannot be replaced",
        code: 5,
        says: /cannot be replaced; nothing was changed\.$/,
        arrange: () => stub("mv", "exit 1"),
      },
      {
        title: "the agent stops the script",
        code: 1,
        says: /^$/,
        arrange: () => stub("sync", "kill -TERM $PPID"),
      },
    ];
    for (const { title, code, says, arrange } of failures) {
      it(`leaves the former file as it was when ${title}`, () => {
        agentFile(agentRules);
        arrange();
        const before = state();
        const { status, stderr } = run();
        assert.match(stderr.trim(), says);
        assert.equal(status, code);
        assert.deepEqual(state(), before);
      });
    }

    it("takes the new file away again when there was none and the configuration does not pass", () => {
      stub(
        "visudo",
        `case $* in *.sekisho*) exit 0;; esac; test ! -e ${root}/etc/sudoers.d/ssm-agent-users`,
      );
      assert.equal(run().status, 6);
      assert.deepEqual(Object.keys(state()), ["90-others"]);
    });

    it("leaves rules that sudo takes when the machine stops in the middle", () => {
      agentFile(agentRules);
      stub("sync", "kill -KILL $PPID");
      assert.equal(run().signal, "SIGKILL");
      assert.equal(state()["ssm-agent-users"], `440 ours ${agentRules}`);
      const check = spawnSync(commandPath("visudo")!, ["-cf", `${root}/etc/sudoers`], {
        encoding: "utf8",
      });
      assert.deepEqual([check.status, /\.sekisho/.test(check.stdout)], [0, false]);
    });

    it("does not put a file into a directory of the agent file's name", () => {
      fs.mkdirSync(path.join(root, "etc/sudoers.d/ssm-agent-users"));
      const before = state();
      const { status, stderr } = run();
      assert.deepEqual([status, /is not a file; nothing was changed\.$/m.test(stderr)], [5, true]);
      assert.deepEqual(state(), before);
    });

    for (const tool of ["sudo", "visudo"]) {
      it(`says that ${tool} is not installed and changes nothing`, () => {
        agentFile(agentRules);
        const before = state();
        for (const name of [
          ...scriptTools,
          ...["sudo", "visudo"].filter((other) => other !== tool),
        ]) {
          fs.symlinkSync(commandPath(name)!, path.join(root, "bin", name));
        }
        const { status, stderr } = run(`${root}/bin`);
        assert.deepEqual(
          [status, stderr],
          [3, `Sekisho: ${tool} is not installed; nothing was changed.\n`],
        );
        assert.deepEqual(state(), before);
      });
    }

    it("says that /etc/sudoers.d is missing", () => {
      fs.rmSync(path.join(root, "etc/sudoers.d"), { recursive: true });
      const { status, stderr } = run();
      assert.deepEqual(
        [status, /sudoers\.d is not a directory; nothing was changed\.$/m.test(stderr)],
        [3, true],
      );
    });
  });
}

describe("The hardening script", () => {
  it("works on the node's own /etc and checks the configuration that sudo itself reads", () => {
    const script = hardeningScript(sudo);
    assert.match(script, /^target='\/etc\/sudoers\.d\/ssm-agent-users'$/m);
    assert.equal(script.match(/\$\(visudo -c 2>&1\)/g)?.length, 2);
  });

  it("has nothing that a command document would take for a parameter", () => {
    assert.doesNotMatch(hardeningScript(sudo), /{{|}}/);
  });
});
