import { FaultRow, itReports } from "./example";

const withoutPassword =
  "allowed is a user or group other than %wheel and %sudo where targetPassword is false, because without the target's password it is root for everyone: name another or remove targetPassword.";

const rows: FaultRow[] = [
  {
    title: "a sudoers rule in a sudo user",
    organization: [["  logs: {", '  sudo: { runAs: ["%admin) NOPASSWD: ALL #"] }\n  logs: {']],
    expected: [
      'organization.yaml:25:19 osAccess.sudo.runAs[0]: found "%admin) NOPASSWD: ALL #", allowed is an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root: correct it.',
    ],
  },
  {
    title: "ALL as sudo user",
    organization: [["  logs: {", "  sudo: { runAs: [ALL] }\n  logs: {"]],
    expected: [
      'organization.yaml:25:19 osAccess.sudo.runAs[0]: found "ALL", allowed is an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root: correct it.',
    ],
  },
  {
    title: "a line break in a sudo user",
    organization: [["  logs: {", '  sudo: { runAs: ["%admin\\nALL"] }\n  logs: {']],
    expected: [
      'organization.yaml:25:19 osAccess.sudo.runAs[0]: found "%admin\\nALL", allowed is an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root: correct it.',
    ],
  },
  {
    title: "root and its group as sudo users",
    organization: [["  logs: {", '  sudo: { runAs: [root, "%root"] }\n  logs: {']],
    expected: [
      'organization.yaml:25:19 osAccess.sudo.runAs[0]: found "root", allowed is an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root: correct it.',
      'organization.yaml:25:25 osAccess.sudo.runAs[1]: found "%root", allowed is an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root: correct it.',
    ],
  },
  {
    title: "administrators as sudo users without the target's password",
    organization: [
      [
        "{ channels: [shell, rdp] }",
        '{ sudo: { runAs: ["%sudo", deploy, "%wheel"], targetPassword: false } }',
      ],
    ],
    expected: [
      `organization.yaml:17:33 accounts.web.osAccess.sudo.runAs[0]: found "%sudo", ${withoutPassword}`,
      `organization.yaml:17:50 accounts.web.osAccess.sudo.runAs[2]: found "%wheel", ${withoutPassword}`,
    ],
  },
];

describe("Sudo rules that are not taken", () => rows.forEach(itReports));
