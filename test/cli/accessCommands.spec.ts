import * as assert from "node:assert/strict";
import type { MatrixRow } from "../../proof/accessMatrix";
import type { Explanation } from "../../proof/explanation";
import { CommandFolder } from "./commandFolder";

describe("sekisho matrix and sekisho explain", () => {
  let folder: CommandFolder;
  const sekisho = (...args: string[]) => folder.run(...args);

  before(() => {
    folder = new CommandFolder();
  });
  after(() => folder.remove());

  const hint = "'sekisho explain --help' shows what there is.\n";
  const wrongUses = [
    {
      args: ["matrix", "--user", "alicee"],
      says: "There is no user alicee; is alice meant? organization.yaml lists them.\n",
    },
    {
      args: ["matrix", "--path", "NoJustInTimeAcess"],
      says:
        "There is no access path NoJustInTimeAcess; is NoJustInTimeAccess meant? " +
        "docs/guardrails.md lists them.\n",
    },
    {
      args: ["explain", "alice", "identity"],
      says:
        "Say who, in which account, and what: sekisho explain alice web-production ssm:StartSession. " +
        "'sekisho explain --help' shows more.\n",
    },
    {
      args: ["explain", "alice", "identiy", "ssm:StartSession"],
      says: "There is no account identiy; is identity meant? organization.yaml lists them.\n",
    },
    {
      args: ["explain", "alice", "identity", "ssm:StartSesion"],
      says: "AWS has no action ssm:StartSesion; is ssm:StartSession meant?\n",
    },
    {
      args: ["explain", "SessionAuditr", "identity", "ssm:StartSession"],
      says:
        "There is no user SessionAuditr, and identity has no role of that name in the plan; is SessionAuditor meant? " +
        "Another role is named by its ARN, arn:aws:iam::222222222222:role/Name.\n",
    },
    {
      args: ["explain", "alice", "identity", "ssm:StartSession", "--at", "tomorrow"],
      says:
        "error: option '--at <time>' argument 'tomorrow' is invalid. Allowed is a moment with its offset: " +
        `2026-12-01T10:00:00+09:00 or 2026-12-01T01:00:00Z.\n${hint}`,
    },
    {
      args: ["explain", "alice", "identity", "ssm:StartSession", "--node", "i-1"],
      says:
        "error: option '--node <id>' argument 'i-1' is invalid. Allowed is an instance id " +
        `(i- and 8 or 17 hexadecimal digits) or a managed node id (mi- and 17).\n${hint}`,
    },
    {
      args: ["explain", "arn:aws:iam::999999999999:role/X", "identity", "ssm:StartSession"],
      says: "The account of arn:aws:iam::999999999999:role/X is not in the organization file: ",
    },
    {
      args: ["explain", "alice", "--request", "{}"],
      says: "Say either who, where and what, or --request: not both.\n",
    },
    {
      args: ["explain", "--request", "{"],
      says: "The request is not JSON",
    },
    {
      args: [
        "explain",
        "--request",
        '{"principal":"me","action":"ssm:StartSession","resources":["*"]}',
      ],
      says: "The principal 'me' must be the ARN of a user, a role, a session, a federated user or an account root.\n",
    },
  ];
  for (const { args, says } of wrongUses) {
    it(`refuse wrong use with what to do: ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = sekisho(...args);

      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.ok(stderr.startsWith(says) && stderr.trimEnd().split("\n").length <= 2, stderr);
    });
  }

  it("shows who gets where", () => {
    const { status, stdout, stderr } = sekisho(
      "matrix",
      "--path",
      "OnlyOsAccessStartsSessions",
      "--json",
    );
    const rows = JSON.parse(stdout) as MatrixRow[];

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.deepEqual(
      rows.map(({ accounts, guarded, cells }) => [accounts, guarded, cells[0]!.holders.length]),
      [
        [["management"], false, 1],
        [["identity"], true, 0],
      ],
    );
  });

  it("explains a denial with the statement, and says no", () => {
    const { status, stdout, stderr } = sekisho("explain", "root", "identity", "ssm:SendCommand");

    assert.deepEqual({ status, stderr }, { status: 1, stderr: "" });
    assert.match(stdout, /^1\. root in identity: explicitly denied\n/);
    assert.match(stdout, / SCP +denies +at Workloads: OnlyAutomationSendsCommands in /);
    assert.match(stdout, /\nDenied by OnlyAutomationSendsCommands in \S+\.\n$/);
  });

  it("explains for programs, and says yes", () => {
    const { status, stdout } = sekisho(
      "explain",
      "anyone",
      "management",
      "ssm:SendCommand",
      "--json",
    );
    const { allowed, steps } = JSON.parse(stdout) as Explanation;

    assert.deepEqual([status, allowed, steps.length], [0, true, 1]);
  });
});
