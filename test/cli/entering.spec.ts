import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsProfiles } from "../../cli/awsProfiles";
import { sshHosts } from "../../cli/sshHosts";
import { switchRoleUrl } from "../../cli/consoleLinks";
import { switchTargets } from "../../cli/switchTargets";
import type { Grant, LandingZone, OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const earlier = "2026-11-30T00:00:00Z";

describe("what a user may switch to", () => {
  it("is OSAccess where a grant is open or to come, and the roles of the user's groups", () => {
    const zone = zoneWith();
    const names = (now: string) =>
      switchTargets(zone, zone.users[0]!, now).map(
        ({ account, role }) => `${role}@${account.name}`,
      );

    assert.deepEqual(names(earlier), ["OSAccess@web-production", "ReadOnly@web-production"]);
    assert.deepEqual(names("2026-12-01T03:59:59Z"), [
      "OSAccess@web-production",
      "ReadOnly@web-production",
    ]);
    // The window is half-open: at its end it is over.
    assert.deepEqual(names("2026-12-01T04:00:00Z"), ["ReadOnly@web-production"]);
  });

  it("is no OSAccess where the grant was revoked, or where AWS's approvals let people in", () => {
    const zone = zoneWith({ groups: [] });
    const targets = (changed: LandingZone, now: string) =>
      switchTargets(changed, changed.users[0]!, now).length;
    const [grant] = zone.grants;
    const revoked = { ...zone, grants: [{ ...grant!, revoked: "2026-12-01T01:00:00Z" }] };
    const osAccess = osAccessWith({ mode: "just-in-time-node-access" });
    const justInTime = {
      ...zone,
      accounts: [...zone.accounts.slice(0, 2), accountWith({ osAccess })],
    };

    assert.equal(targets(revoked, "2026-12-01T00:59:59Z"), 1);
    assert.equal(targets(revoked, "2026-12-01T01:00:00Z"), 0);
    assert.equal(targets(justInTime, earlier), 0);
  });

  it("is not OSAccess from the moment on in which the grant was revoked", () => {
    const revokedAt = (revoked: string, now = "2026-12-01T01:00:00Z") => {
      const zone = zoneWith({ grants: [{ ...zoneWith().grants[0]!, revoked }] });
      return switchTargets(zone, zone.users[0]!, now).map(({ role }) => role);
    };

    assert.deepEqual(revokedAt("2026-12-01T01:00:00Z"), ["ReadOnly"]);
    assert.deepEqual(revokedAt("2026-12-01T01:00:01Z"), ["OSAccess", "ReadOnly"]);
    // Before its window began: it never opens.
    assert.deepEqual(revokedAt("2026-11-30T00:00:01Z", earlier), ["ReadOnly"]);
  });

  it("is nothing in an account without an id", () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts.slice(0, 2), accountWith({ id: undefined })],
    });

    assert.deepEqual(switchTargets(zone, zone.users[0]!, earlier), []);
  });
});

describe("the AWS CLI's profiles", () => {
  it("demand MFA and bear the user's name, which the trust policies want", () => {
    const zone = zoneWith();
    const [target] = switchTargets(zone, zone.users[0]!, earlier);

    const text = awsProfiles(zone, zone.users[0]!, [target!], {
      mfaDevice: "phone",
      region: "us-east-1",
    });

    assert.equal(
      text.split("\n\n")[1],
      [
        "# g-1: 2026-12-01T00:00:00Z to 2026-12-01T04:00:00Z",
        "[profile OSAccess@web-production]",
        "role_arn = arn:aws:iam::333333333333:role/OSAccess",
        "source_profile = sekisho",
        "role_session_name = alice",
        "mfa_serial = arn:aws:iam::222222222222:mfa/phone",
        "duration_seconds = 3600",
        "region = us-east-1",
      ].join("\n"),
    );
  });
});

describe("the window in a profile's comment", () => {
  it("says also until when a session starts, where the grant ends hard", () => {
    const zone = zoneWith();
    const grants = [{ ...zone.grants[0]!, hardEnd: true }];
    const [target] = switchTargets({ ...zone, grants }, zone.users[0]!, earlier);

    const text = awsProfiles(zone, zone.users[0]!, [target!], {
      mfaDevice: "alice",
      region: "us-east-1",
    });

    assert.equal(
      text.split("\n\n")[1]!.split("\n")[0],
      "# g-1: 2026-12-01T00:00:00Z to 2026-12-01T04:00:00Z; sessions start before 2026-12-01T03:00:00Z",
    );
  });
});

describe("the link to switch roles", () => {
  const links: [LandingZone["organization"]["partition"], string][] = [
    ["aws", "https://signin.aws.amazon.com"],
    ["aws-cn", "https://signin.amazonaws.cn"],
    ["aws-us-gov", "https://signin.amazonaws-us-gov.com"],
  ];
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html documents account, roleName and
  // displayName; color is what the console puts into the links that it makes itself.
  it("has the documented form, whatever the names hold", () => {
    const zone = zoneWith({ osAccessRole: "OS+Access=1,@x" });
    const name = `web ${"production".repeat(8)}`;
    const target = switchTargets(zone, zone.users[0]!, earlier)[0]!;

    const url = new URL(switchRoleUrl(zone, { ...target, account: { ...target.account, name } }));

    assert.deepEqual(
      [...url.searchParams],
      [
        ["account", "333333333333"],
        ["roleName", "OS+Access=1,@x"],
        ["displayName", `OS+Access=1,@x@${name}`.slice(0, 64)],
        ["color", "F2B0A9"],
      ],
    );
    assert.deepEqual([url.hash, url.username, url.port], ["", "", ""]);
  });

  for (const [partition, host] of links) {
    it(`names account and role in ${partition}`, () => {
      const zone = zoneWith({ organization: { ...zoneWith().organization, partition } });
      const [target] = switchTargets(zone, zone.users[0]!, earlier);

      const url = new URL(switchRoleUrl(zone, target!));

      assert.equal(url.origin, host);
      assert.equal(url.pathname, "/switchrole");
      assert.deepEqual(
        ["account", "roleName", "displayName"].map((name) => url.searchParams.get(name)),
        ["333333333333", "OSAccess", "OSAccess@web-production"],
      );
    });
  }
});

describe("ssh's hosts", () => {
  const node = "i-0123456789abcdef0";
  let folder: string;
  before(function () {
    if (spawnSync("ssh", ["-V"]).status !== 0) {
      console.log("ssh tests skipped: there is no ssh on PATH.");
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), "sekisho-ssh-"));
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  /** What ssh itself makes of the file for a host. */
  function sshReads(zone: LandingZone, host: string): Record<string, string> {
    const file = join(folder, "config");
    const targets = switchTargets(zone, zone.users[0]!, earlier);
    writeFileSync(file, sshHosts(targets, { region: "us-east-1", login: "ec2-user" }));
    const { stdout, status, stderr } = spawnSync("ssh", ["-G", "-F", file, host], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return Object.fromEntries(
      stdout.split("\n").map((line) => [line.split(" ")[0]!, line.replace(/^\S+ /, "")]),
    );
  }

  const command = (account: string, target: string) =>
    `aws ssm start-session --profile OSAccess@${account} --region us-east-1 --target ${target} ` +
    "--document-name AWS-StartSSHSession --parameters portNumber=%p";

  it("lead to any node of the one account that opens ssh", () => {
    const read = sshReads(zoneWithSsh(["web-production"]), node);

    assert.equal(read.proxycommand, command("web-production", "%h"));
    assert.equal(read.user, "ec2-user");
  });

  it("tell two accounts apart by what follows the node", () => {
    const zone = zoneWithSsh(["web-production", "web-staging"]);

    const read = sshReads(zone, `${node}.web-staging`);

    assert.equal(read.proxycommand, command("web-staging", '"$(echo %h | cut -d. -f1)"'));
    assert.equal(sshReads(zone, node).proxycommand, undefined);
  });

  it("know the account of a node that a grant names", () => {
    const zone = zoneWithSsh(["web-production", "web-staging"], {
      nodes: { kind: "ids", ids: [node] },
      accounts: ["web-staging"],
    });

    assert.equal(sshReads(zone, node).proxycommand, command("web-staging", "%h"));
  });

  it("go through PowerShell on Windows, by its whole path", () => {
    const zone = zoneWithSsh(["web-production"]);
    const targets = switchTargets(zone, zone.users[0]!, earlier);
    const file = join(folder, "windows");
    writeFileSync(file, sshHosts(targets, { region: "us-east-1", windows: true }));
    const reads = (host: string) =>
      /^proxycommand (.*)$/m.exec(
        spawnSync("ssh", ["-G", "-F", file, host], { encoding: "utf8" }).stdout,
      )?.[1];
    const throughPowerShell = (target: string) =>
      String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe ` +
      `"${command("web-production", target)}"`;

    assert.equal(reads(node), throughPowerShell("%h"));
    assert.equal(reads(`${node}.web-production`), throughPowerShell("('%h' -split '[.]')[0]"));
  });

  const leftOut: [string, Grant["channels"]][] = [
    ["names other channels", ["shell"]],
    ["names none: what leaves no transcript is opened by name", undefined],
  ];
  for (const [title, channels] of leftOut) {
    it(`are none where the account has ssh and the grant ${title}`, () => {
      const zone = zoneWithSsh(["web-production"], { channels });

      const targets = switchTargets(zone, zone.users[0]!, earlier);

      assert.equal(sshHosts(targets, { region: "us-east-1" }), "");
    });
  }

  it("are those of the account where the window holds on taking the role alone", () => {
    const zone = zoneWithSsh(["web-production"], { channels: undefined }, "assume-role");

    assert.equal(sshReads(zone, node).proxycommand, command("web-production", "%h"));
  });

  function zoneWithSsh(
    accounts: string[],
    grant: Partial<Grant> = {},
    windows: OsAccess["windows"] = "sessions",
  ): LandingZone {
    const zone = zoneWith();
    const osAccess = osAccessWith({ channels: ["shell", "ssh"], windows });
    return zoneWith({
      accounts: [
        ...zone.accounts.slice(0, 2),
        ...accounts.map((name, index) =>
          accountWith({ name, id: String(333333333333 + index), osAccess }),
        ),
      ],
      grants: [{ ...zone.grants[0]!, accounts, channels: ["ssh"], ...grant }],
    });
  }
});
