import * as assert from "node:assert/strict";
import * as os from "node:os";
import { linuxShellProfile, windowsShellProfile } from "../../components/shellProfile";
import { Metadata, Node, Session, session, shellTools } from "./nodeSession";
import { needsLinux } from "./onLinux";

const profile = linuxShellProfile("Hostname");
const user = os.userInfo();
const sign = user.uid === 0 ? "#" : "$";
const instanceId = "i-0123456789abcdef0";
const web01: Metadata = { instanceId, tag: "web01" };
const shells = ["dash", "bash"] as const;
/** The host's own name as the profile's filter leaves it. */
const hostName = os
  .hostname()
  .replace(/[^A-Za-z0-9._-]/g, "")
  .slice(0, 63);

/** The prompt of bash on that node, as the terminal shows it. */
function prompt(name: string, directory = "~"): string {
  return `[${user.username}@${name} ${directory}]${sign} `;
}

/** The prompts before the commands typed after the profile; the first stands where dash had written its own. */
function prompts({ output }: Session): string[] {
  return output.split("\n").flatMap((line) => /^(?:[#$] )?(\[.*?\][#$] )/.exec(line)?.[1] ?? []);
}

for (const sh of shells) {
  describe(`The Linux shell profile, typed into an sh that is ${sh}`, function () {
    before(function () {
      needsLinux(this, "shell profile", ["script", "bash", "curl", "wget", ...shellTools]);
    });

    const names: { title: string; node: Omit<Node, "sh">; name: string }[] = [
      { title: "the tag in the metadata", node: { metadata: web01 }, name: "web01" },
      {
        title: "the tag, fetched with wget",
        node: { metadata: web01, client: "wget" },
        name: "web01",
      },
      {
        title: "the tag of the AWS CLI where the metadata has no tags",
        node: { metadata: { instanceId }, awsTag: "web02\n" },
        name: "web02",
      },
      {
        title: "the instance id where there is neither tag nor AWS CLI",
        node: { metadata: { instanceId } },
        name: instanceId,
      },
      {
        title: "the instance id where the AWS CLI finds no tag",
        node: { metadata: { instanceId }, awsTag: "\n" },
        name: instanceId,
      },
      { title: "the host's name on-premises", node: {}, name: hostName },
      {
        title: "the host's name where the metadata service never answers",
        node: { metadata: "silent", awsTag: "not-asked\n" },
        name: hostName,
      },
    ];
    for (const { title, node, name } of names) {
      it(`shows ${title}`, async () => {
        assert.deepEqual(prompts(await session({ sh, ...node }, profile)), [prompt(name)]);
      });
    }

    const hostile: { title: string; tag: string; name: string }[] = [
      { title: "a command substitution", tag: "$(touch owned)web", name: "touchownedweb" },
      { title: "backquotes", tag: "`touch owned`web", name: "touchownedweb" },
      {
        title: "an escaped command substitution",
        tag: "\\$(touch owned)web",
        name: "touchownedweb",
      },
      { title: "a closing single quote", tag: "'; touch owned; 'web", name: "touchownedweb" },
      { title: "a closing double quote", tag: '"; touch owned; "web', name: "touchownedweb" },
      { title: "a second line", tag: "web\ntouch owned\n", name: "webtouchowned" },
      { title: "a NUL byte", tag: "we\0b", name: "web" },
      { title: "escape sequences", tag: "\x1b]0;owned\x07\x1b[2Jweb", name: "0owned2Jweb" },
      { title: "8-bit control characters", tag: "\x9b2Jweb", name: "2Jweb" },
      { title: "escapes of bash prompts", tag: "\\u\\e[0m\\$web", name: "ue0mweb" },
      { title: "a printf directive", tag: "%s%nweb", name: "snweb" },
      { title: "characters beyond ASCII", tag: "本番wéb\u202e", name: "wb" },
      { title: "nothing that may stay", tag: "$()`;|&", name: instanceId },
      { title: "an option of echo", tag: "-n", name: "-n" },
      { title: "nothing", tag: "", name: instanceId },
      { title: "300 characters", tag: "w".repeat(300), name: "w".repeat(63) },
    ];
    for (const source of ["metadata", "AWS CLI"] as const) {
      for (const { title, tag, name } of hostile) {
        it(`is not moved by a tag with ${title}, from the ${source}`, async () => {
          const node: Node =
            source === "metadata"
              ? { sh, metadata: { instanceId, tag } }
              : { sh, metadata: { instanceId }, awsTag: tag };
          const result = await session(node, profile);
          assert.deepEqual(prompts(result), [prompt(name)]);
          assert.deepEqual(result.made, []);
          assert.doesNotMatch(result.output, /[\x07\x1b]|[^\x00-\x7f]/);
        });
      }
    }

    it("keeps the prompt that ~/.bashrc would have replaced, and all else that it sets", async () => {
      const files = { ".bashrc": `PS1="mine> "; alias hello='echo "from the alias"'\n` };
      const result = await session({ sh, metadata: web01, files }, profile, ["hello"]);
      assert.deepEqual(prompts(result), [prompt("web01"), prompt("web01")]);
      assert.match(result.output, /^from the alias$/m);
    });

    it("reads the file that a login shell would read, and ~/.bashrc only if there is none", async () => {
      const files = { ".bash_profile": "echo bash-profile\n", ".bashrc": "echo bashrc\n" };
      const { output } = await session({ sh, metadata: web01, files }, profile);
      assert.match(output, /bash-profile$/m);
      assert.doesNotMatch(output, /bashrc$/m);
    });

    it("survives start files that fail", async () => {
      const files = { ".bash_profile": "no-such-command\nfalse\n" };
      const result = await session({ sh, metadata: web01, files }, profile);
      assert.deepEqual(prompts(result), [prompt("web01")]);
    });

    it("leaves no variable, function or open file behind, and starts at home", async () => {
      const { output } = await session({ sh, metadata: web01 }, profile, [
        `echo "left: $(set | grep -ci 'sekisho=') $(declare -F | wc -l) $(test -e /proc/$$/fd/9; echo $?)"`,
        `echo "in: $(test "$PWD" = "$HOME"; echo $?)"`,
      ]);
      assert.match(output, /^left: 0 0 1$/m);
      assert.match(output, /^in: 0$/m);
    });

    it("gives sh a plain prompt where there is no bash", async () => {
      const result = await session({ sh, metadata: web01, bash: false }, profile);
      assert.ok(result.output.includes(`[${user.username}@web01]$ `), result.output);
    });

    it("asks the AWS CLI for one tag of this instance and bounds its waiting", async () => {
      const { awsCalls } = await session({ sh, metadata: { instanceId }, awsTag: "web" }, profile);
      assert.equal(
        awsCalls,
        "ec2 describe-tags --region ap-northeast-1 --output text --cli-connect-timeout 1 " +
          "--cli-read-timeout 1 --query Tags[].Value " +
          `--filters [{"Name":"resource-id","Values":["${instanceId}"]},{"Name":"key","Values":["Hostname"]}]\n`,
      );
    });
  });
}

describe("The shell profiles", () => {
  const profiles = { linuxShellProfile, windowsShellProfile };
  for (const [name, made] of Object.entries(profiles)) {
    it(`${name} is one line that a terminal can be given`, () => {
      const text = made("Hostname");
      assert.match(text, /^[\x20-\x7e]+$/);
      assert.ok(!text.includes("!"), "an interactive bash would expand the history");
      assert.ok(text.length < 4_095, `${text.length} characters`);
    });

    const refused = [
      "",
      " a",
      "a'b",
      "a$b",
      "a`b",
      'a"b',
      "a\\b",
      "a\nb",
      "a;b",
      "a,b",
      "..",
      "é",
      "a".repeat(129),
    ];
    for (const tag of refused) {
      it(`${name} refuses the tag key ${JSON.stringify(tag.slice(0, 9))}`, () => {
        assert.throws(
          () => made(tag),
          /^Error: promptTag ".*" cannot be asked for on a node\. It must be/,
        );
      });
    }

    const taken = {
      Name: "Name",
      "host name": "host%20name",
      "a/b:c=d": "a%2Fb%3Ac%3Dd",
      "-e.@+": "-e.%40%2B",
    };
    for (const [tag, inPath] of Object.entries(taken)) {
      it(`${name} asks for the tag key ${JSON.stringify(tag)}, and for no other path`, () => {
        assert.equal(/tags\/instance\/([^ ']*)/.exec(made(tag))![1], inPath);
        assert.ok(made(tag).includes(`'${tag}'`) || made(tag).includes(`"Values":["${tag}"]`));
      });
    }

    it(`${name} has nothing that a session document would take for a parameter`, () => {
      assert.doesNotMatch(made("Hostname"), /{{|}}/);
    });
  }

  it("filter a name alike on Linux and on Windows", () => {
    const windows = /-creplace '(.*?)', ''/.exec(windowsShellProfile("Hostname"))![1]!;
    const kept = /tr -cd (\S+)/.exec(profile)![1]!;
    assert.equal(windows, `[^${kept}]`);
    assert.equal(
      "$(x)`y`\x1b[0m;web-01_a.b\né".replace(new RegExp(windows, "g"), ""),
      "xy0mweb-01_a.b",
    );
  });
});
