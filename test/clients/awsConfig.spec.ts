import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../cli/commandFolder";
import { Emulator, needsEmulators, startMinistack } from "../emulators/ministack";
import { exampleFolder, exampleZone } from "../example/landingZone";
import { AwsCli, needsAwsCli } from "./awsCli";
import { emulateUser } from "./emulatedZone";
import { FakeClock } from "./fakeClock";

/** The window of the example's first grant: alice in web-production, 09:00 to 13:00 in Tokyo. */
const window = { from: "2026-12-01T00:00:00Z", until: "2026-12-01T04:00:00Z" };
const profile = "OSAccess@web-production";
const identify = ["sts", "get-caller-identity", "--output", "text", "--query", "Arn"];

describe("the AWS CLI with what sekisho aws-config prints, at an emulator that holds the planned documents without their MFA conditions", () => {
  let folder: string;
  let clock: FakeClock;
  let emulator: Emulator;
  let cli: AwsCli;
  let profiles: string;

  before(needsEmulators);
  before(needsAwsCli);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-clients-"));
    clock = new FakeClock(folder, window.from);
    emulator = await startMinistack(clock.environment);
    cli = new AwsCli(emulator.url, clock.environment);
    const accounts = ["web-production", "web-staging"];
    const key = await emulateUser(emulator.url, exampleZone(), "alice", accounts);
    profiles = sekisho("aws-config", "alice");
    cli.configure(profiles);
    cli.addKey("sekisho", key);
  });
  after(() => cli?.remove());
  after(() => emulator?.stop());
  after(() => folder && rmSync(folder, { recursive: true }));
  beforeEach(() => {
    clock.set(window.from);
    cli.configure(profiles);
  });

  const moments = [
    { title: "a second before the window it is refused", at: "2026-11-30T23:59:59Z", in: false },
    { title: "at the window's first second it is in", at: window.from, in: true },
    { title: "at the window's last second it is in", at: "2026-12-01T03:59:59Z", in: true },
    { title: "at the window's end it is refused", at: window.until, in: false },
    { title: "a second after the end it is refused", at: "2026-12-01T04:00:01Z", in: false },
  ];
  for (const moment of moments) {
    it(moment.title, async () => {
      clock.set(moment.at);
      const { status, said } = await cli.runWithCode("123456", ...identify, "--profile", profile);
      if (moment.in) {
        assert.equal(status, 0, said);
        assert.match(said, /arn:aws:sts::444444444444:assumed-role\/OSAccess\/alice/);
      } else {
        assertRefused({ status, said });
      }
    });
  }

  it("asks for the code of the device that the profile names, and sends it with session name and duration", async () => {
    const { said } = await cli.runWithCode("654321", ...identify, "--profile", profile, "--debug");
    assert.match(said, /Enter MFA code for arn:aws:iam::222222222222:mfa\/alice:/);
    const sent = /OperationModel\(name=AssumeRole\).*?'body': (\{.*?\})/s.exec(said)?.[1] ?? said;
    for (const parameter of [
      "'RoleArn': 'arn:aws:iam::444444444444:role/OSAccess'",
      "'RoleSessionName': 'alice'",
      "'SerialNumber': 'arn:aws:iam::222222222222:mfa/alice'",
      "'TokenCode': '654321'",
      "'DurationSeconds': 3600",
    ]) {
      assert.ok(sent.includes(parameter), `${parameter} is not in ${sent}`);
    }
  });

  const others = [
    {
      title: "another's session name is refused",
      change: (text: string) => text.replaceAll("_session_name = alice", "_session_name = bob"),
    },
    {
      title: "a session name that only begins with the user's is refused",
      change: (text: string) => text.replaceAll("_session_name = alice", "_session_name = alice2"),
    },
    {
      title: "a session name that the CLI makes up is refused",
      change: (text: string) => text.replaceAll("role_session_name = alice\n", ""),
    },
    {
      title: "an account that the grant does not name is refused",
      change: (text: string) => text.replaceAll("444444444444", "888888888888"),
    },
  ];
  for (const { title, change } of others) {
    it(title, async () => {
      const changed = change(profiles);
      assert.notEqual(changed, profiles);
      cli.configure(changed);
      assertRefused(await cli.runWithCode("123456", ...identify, "--profile", profile));
    });
  }

  it("knows the region of each role by the name that docs and messages use", () => {
    for (const name of [profile, "ReadOnly@web-production", "ReadOnly@management"]) {
      const { said } = cli.run("configure", "get", "region", "--profile", name);
      assert.equal(said, "ap-northeast-1\n", name);
    }
  });

  it("reads a file that is printed over the old one, and none that is appended to it", () => {
    const region = () => cli.run("configure", "get", "region", "--profile", profile);
    assert.equal(region().status, 0);
    cli.configure(`${profiles}\n${profiles}`);
    assert.match(region().said, /Unable to parse config file/);
  });

  it("gets no profile for a window that is over", () => {
    clock.set(window.until);
    assert.doesNotMatch(sekisho("aws-config", "alice"), /OSAccess@web-production/);
  });

  /** The command on the example, by the same clock. */
  function sekisho(...args: string[]): string {
    const file = join(exampleFolder, "organization.yaml");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, ...args, "--file", file],
      { encoding: "utf8", env: { PATH: process.env.PATH, ...clock.environment } },
    );
    assert.equal(status, 0, stderr);
    return stdout;
  }
});

function assertRefused({ status, said }: { status: number | null; said: string }): void {
  assert.notEqual(status, 0, said);
  assert.match(said, /\(AccessDenied\) when calling the AssumeRole operation/);
}
