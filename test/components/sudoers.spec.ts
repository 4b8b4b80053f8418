import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hardeningScript, sudoersText } from "../../components/sudoers";
import { Sudo } from "../../model/landingZone";
import { commandPath } from "./nodeSession";
import { needsLinux } from "./onLinux";

const sudo: Sudo = { runAs: ["%admin", "%devel"], targetPassword: true };
const rules = `# User rules for ssm-user
ssm-user ALL=(%admin,%devel) ALL
Defaults:ssm-user targetpw
`;

describe("The sudo rules of ssm-user", () => {
  it("are the two lines of the article, below the agent's own comment", () => {
    assert.equal(sudoersText(sudo), rules);
  });

  it("ask for ssm-user's own password where the target's is not asked for", () => {
    assert.equal(
      sudoersText({ runAs: ["deploy"], targetPassword: false }),
      "# User rules for ssm-user\nssm-user ALL=(deploy) ALL\n",
    );
  });

  const refused = [
    "ALL",
    "root",
    "%root",
    "",
    "%",
    "admin,root",
    "admin) NOPASSWD:ALL",
    "admin\nssm-user ALL=(ALL) ALL",
    "admin\n",
    "!admin",
    "#0",
    "%#0",
    "+netgroup",
    "a'b",
    "a b",
    "Admin",
    "a".repeat(33),
    "%%admin",
    "${x}",
    "$(id)",
  ];
  for (const runAs of refused) {
    it(`refuse ${JSON.stringify(runAs.slice(0, 24))}, in the text and in the script`, () => {
      for (const made of [sudoersText, hardeningScript]) {
        assert.throws(
          () => made({ runAs: ["%admin", runAs], targetPassword: true }),
          (error: Error) =>
            error.message.startsWith(`sudo.runAs has ${JSON.stringify(runAs)}. Each must be`),
        );
      }
    });
  }

  it("name every fault at once, and refuse an empty list", () => {
    assert.throws(
      () => sudoersText({ ...sudo, runAs: ["ALL", "x", "#0"] }),
      /has "ALL", "#0"\. Each must/,
    );
    assert.throws(() => sudoersText({ ...sudo, runAs: [] }), /has no entry\. Each must/);
  });

  it("mean to sudo what they mean to us", function () {
    needsLinux(this, "sudo rules", ["cvtsudoers"]);
    const { stdout } = spawnSync(commandPath("cvtsudoers")!, ["-f", "json"], {
      input: rules,
      encoding: "utf8",
    });
    const meaning = JSON.parse(stdout) as Meaning;
    assert.deepEqual(meaning.Defaults, [
      { Binding: [{ username: "ssm-user" }], Options: [{ targetpw: true }] },
    ]);
    assert.deepEqual(
      meaning.User_Specs.map(({ User_List, Host_List }) => [User_List, Host_List]),
      [[[{ username: "ssm-user" }], [{ hostname: "ALL" }]]],
    );
    const [command, ...others] = meaning.User_Specs.flatMap(({ Cmnd_Specs }) => Cmnd_Specs);
    assert.deepEqual(command!.runasusers, [{ usergroup: "admin" }, { usergroup: "devel" }]);
    assert.ok(!JSON.stringify(command!.Options ?? []).includes("authenticate"), "NOPASSWD");
    assert.deepEqual(others, []);
  });
});

/** What cvtsudoers makes of a sudoers file. */
interface Meaning {
  Defaults: unknown[];
  User_Specs: {
    User_List: unknown[];
    Host_List: unknown[];
    Cmnd_Specs: { runasusers?: unknown[]; Options?: unknown[] }[];
  }[];
}
