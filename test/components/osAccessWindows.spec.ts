import * as assert from "node:assert/strict";
import { openingStatements, revocationStatements } from "../../components/osAccessWindows";
import { compile } from "../../iam/compile";
import { evaluate } from "../../iam/evaluate";
import { parsePolicy } from "../../iam/parsePolicy";
import { Account, Grant } from "../../model/landingZone";
import { openingsInto } from "../../model/openings";
import { PolicyDocument } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

type Statement = PolicyDocument["Statement"][0];

const [grant] = zoneWith().grants as [Grant];
const everyChannel = { channels: ["shell", "rdp", "port-forward", "ssh"] } as const;

/** The statements of one grant in an account, both changed. */
function statementsOf(
  changes: Partial<Grant>,
  osAccess: Partial<Account["osAccess"]> = {},
): Statement[] {
  const account = accountWith({ osAccess: osAccessWith(osAccess) });
  const zone = zoneWith({ accounts: [account], grants: [{ ...grant, ...changes }] });
  const [opening] = openingsInto(zone, account);
  return openingStatements(zone, account, opening!) as unknown as Statement[];
}

const window = {
  StringLike: { "aws:userid": "*:alice" },
  DateGreaterThanEquals: { "aws:CurrentTime": "2026-12-01T00:00:00Z" },
  DateLessThan: { "aws:CurrentTime": "2026-12-01T04:00:00Z" },
};
const anyNode = [
  "arn:aws:ec2:*:333333333333:instance/*",
  "arn:aws:ssm:*:333333333333:managed-instance/*",
];
const shell = "arn:aws:ssm:*:333333333333:document/SSM-SessionManagerRunShell";
const ssh = "arn:aws:ssm:*::document/AWS-StartSSHSession";
const portForwarding = "arn:aws:ssm:*::document/AWS-StartPortForwardingSession";
const session = "arn:aws:ssm:*:*:session/*";
const calls = ["ssm:StartSession", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"];
const byName = { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };
const viaGuiConnect = {
  "ForAnyValue:StringEquals": { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" },
};
const allow = (Action: string[], Resource: string[], further: object = {}) => ({
  Sid: "Grantg-1",
  Effect: "Allow",
  Action,
  Resource,
  Condition: { ...window, ...further },
});

describe("The statements of a grant in OSAccess", () => {
  it("open the account's nodes by the shell, for one session name, in a half-open window", () => {
    assert.deepEqual(statementsOf({}), [allow(calls, [...anyNode, shell, session])]);
  });

  it("open the nodes of the grant alone", () => {
    const ids = ["i-0123456789abcdef0", "mi-0123456789abcdef0"];
    assert.deepEqual(statementsOf({ nodes: { kind: "ids", ids } }), [
      allow(calls, [
        "arn:aws:ec2:*:333333333333:instance/i-0123456789abcdef0",
        "arn:aws:ssm:*:333333333333:managed-instance/mi-0123456789abcdef0",
        shell,
        session,
      ]),
    ]);
  });

  it("keep nodes of a tag apart, since a document has none", () => {
    assert.deepEqual(statementsOf({ nodes: { kind: "tag", key: "team", value: "web" } }), [
      allow(["ssm:StartSession"], anyNode, { StringEquals: { "ssm:resourceTag/team": "web" } }),
      allow(calls, [shell, session]),
    ]);
  });

  it("open no channel without a transcript that the grant does not name", () => {
    const [first, ...further] = statementsOf({}, { channels: ["shell", "port-forward", "ssh"] });
    assert.deepEqual(first, allow(calls, [...anyNode, shell, session]));
    assert.deepEqual(further, []);
  });

  it("want the document by name where the grant opens no shell", () => {
    assert.deepEqual(statementsOf({ channels: ["port-forward", "ssh"] }, everyChannel), [
      allow(calls, [...anyNode, portForwarding, ssh, session], byName),
    ]);
  });

  it("open RDP through Fleet Manager alone, with the password of the nodes", () => {
    assert.deepEqual(statementsOf({ channels: ["rdp"] }, everyChannel), [
      allow(["ssm:StartSession"], [...anyNode, portForwarding], viaGuiConnect),
      allow(
        ["ssm-guiconnect:StartConnection", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"],
        ["*"],
      ),
      allow(["ec2:GetPasswordData"], [anyNode[0]!], {
        StringEquals: { "aws:ResourceTag/os-access": "allowed" },
      }),
    ]);
  });

  it("give no password of an on-premises node, which has none", () => {
    const nodes = { kind: "ids", ids: ["mi-0123456789abcdef0"] } as const;
    const actions = statementsOf({ channels: ["rdp"], nodes }, everyChannel);
    assert.ok(!actions.some(({ Action }) => Action!.includes("ec2:GetPasswordData")));
  });

  it("split many nodes, so that each statement fits a policy", () => {
    const ids = Array.from({ length: 90 }, (_, n) => `i-${n.toString(16).padStart(17, "0")}`);
    const statements = statementsOf({ nodes: { kind: "ids", ids } });
    assert.deepEqual(
      statements.map(({ Resource }) => Resource!.length),
      [42, 42, 12],
    );
    assert.equal(new Set(statements.flatMap(({ Resource }) => Resource)).size, 92);
  });

  const ends = [
    { title: "start nothing in the last hour before a hard end", hardEnd: true, end: "03:00:00" },
    { title: "end at the revocation", revoked: "2026-12-01T01:00:00Z", end: "01:00:00" },
    {
      title: "end at the revocation, though a hard end comes later",
      hardEnd: true,
      revoked: "2026-12-01T01:00:00Z",
      end: "01:00:00",
    },
    {
      title: "end before the hard end, though a revocation comes later",
      hardEnd: true,
      revoked: "2026-12-01T03:30:00Z",
      end: "03:00:00",
    },
  ];
  for (const { title, end, ...changes } of ends) {
    it(title, () => {
      const [only] = statementsOf(changes);
      assert.deepEqual(only!.Condition!.DateLessThan, { "aws:CurrentTime": `2026-12-01T${end}Z` });
    });
  }

  it("are none once revoked before the window, and where it holds on taking the role alone", () => {
    assert.deepEqual(statementsOf({ revoked: "2026-11-30T00:00:00Z" }), []);
    assert.deepEqual(statementsOf({}, { windows: "assume-role" }), []);
  });
});

describe("A revocation", () => {
  const account = accountWith();
  const revocations = (grants: Partial<Grant>[]) =>
    revocationStatements(
      zoneWith({ accounts: [account], grants: grants.map((each) => ({ ...grant, ...each })) }),
      account,
    );

  it("denies everything to credentials of the person that are older than it", () => {
    assert.deepEqual(revocations([{}, { id: "g-2", revoked: "2026-12-01T01:00:00Z" }]), [
      {
        Sid: "Revokedalice",
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: {
          StringLike: { "aws:userid": "*:alice" },
          DateGreaterThanEquals: { "aws:CurrentTime": "2026-12-01T01:00:00Z" },
          DateLessThan: { "aws:TokenIssueTime": "2026-12-01T01:00:00Z" },
        },
      },
    ]);
  });

  it("closes nothing before its moment, nor takes the place of an earlier one", () => {
    const Statement = revocations([
      { revoked: "2026-12-01T01:00:00Z" },
      { id: "g-2", revoked: "2026-12-01T03:00:00Z" },
    ]);
    const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }));
    assert.ok(parsed.ok);
    const identity = [compile(parsed.document, "identity")];
    const at = (now: string, issued: string) =>
      evaluate(
        {
          principal: "arn:aws:sts::333333333333:assumed-role/OSAccess/alice",
          action: "ssm:StartSession",
          resources: ["*"],
          context: {
            "aws:userid": "AROAEXAMPLE:alice",
            "aws:CurrentTime": `2026-12-01T${now}:00Z`,
            "aws:TokenIssueTime": `2026-12-01T${issued}:00Z`,
          },
        },
        { identity },
      ).result;

    assert.equal(at("02:00", "00:30"), "explicitly denied");
    assert.equal(at("02:00", "01:30"), "implicitly denied");
    assert.equal(at("03:00", "01:30"), "explicitly denied");
    assert.equal(at("03:30", "03:00"), "implicitly denied");
  });

  it("is one of each moment of a person, and of this account", () => {
    const found = revocations([
      { revoked: "2026-12-01T02:00:00Z" },
      { id: "g-2", revoked: "2026-12-01T01:00:00Z" },
      { id: "g-5", revoked: "2026-12-01T01:00:00Z" },
      { id: "g-3", user: "bob", revoked: "2026-12-01T03:00:00Z" },
      { id: "g-4", user: "carol", accounts: ["identity"], revoked: "2026-12-01T03:00:00Z" },
    ]);
    assert.deepEqual(
      found.map(({ Sid, Condition }) => [Sid, Condition.DateLessThan["aws:TokenIssueTime"]]),
      [
        ["Revokedalice", "2026-12-01T01:00:00Z"],
        ["Revokedalice", "2026-12-01T02:00:00Z"],
        ["Revokedbob", "2026-12-01T03:00:00Z"],
      ],
    );
  });
});
