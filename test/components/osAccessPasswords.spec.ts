import * as assert from "node:assert/strict";
import { passwordStatements } from "../../components/osAccessPasswords";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { evaluate } from "../../iam/evaluate";
import { Grant, OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [base] = zoneWith().grants as readonly [Grant];
const first = "i-0aaaaaaaaaaaaaaa1";
const second = "i-0bbbbbbbbbbbbbbb2";

const desktop = (changes: Partial<Grant>): Grant => ({ ...base, channels: ["rdp"], ...changes });
const nodes = (...ids: string[]): Grant["nodes"] => ({ kind: "ids", ids });

/** Whether a session of OSAccess that may read everything reads a password, with these statements besides. */
function reads(
  grants: readonly Grant[],
  { user = "alice", at = "2026-12-01T01:00:00Z", node = first, team = "" },
  osAccess: Partial<OsAccess> = {},
): boolean {
  const account = accountWith({
    osAccess: osAccessWith({ channels: ["shell", "rdp"], ...osAccess }),
  });
  const zone = zoneWith({ grants, accounts: [account] });
  const readsAll = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };
  const Statement = [readsAll, ...passwordStatements(zone, account)];
  const policy = compiledPolicy(
    "identity",
    JSON.stringify({ Version: "2012-10-17", Statement }),
    "statements",
  );
  const { result } = evaluate(
    {
      principal: `arn:aws:sts::${account.id}:assumed-role/OSAccess/${user}`,
      role: `arn:aws:iam::${account.id}:role/OSAccess`,
      action: "ec2:GetPasswordData",
      resources: [`arn:aws:ec2:ap-northeast-1:${account.id}:instance/${node}`],
      context: {
        "aws:userid": `AROAEXAMPLE:${user}`,
        "aws:CurrentTime": at,
        ...(team !== "" && { "aws:ResourceTag/team": team }),
      },
    },
    { identity: [policy] },
  );
  return result === "allowed";
}

/** The later of two grants of alice that overlap from 03:00 to 04:00. */
const later = desktop({
  id: "g-2",
  from: "2026-12-01T03:00:00Z",
  until: "2026-12-01T06:00:00Z",
  nodes: nodes(second),
});
const both = [desktop({ nodes: nodes(first) }), later];
const tagged = desktop({ nodes: { kind: "tag", key: "team", value: "web" } });

describe("a Windows password", () => {
  const cases: {
    title: string;
    grants: readonly Grant[];
    asked: Parameters<typeof reads>[1];
    open: boolean;
  }[] = [
    { title: "in the first second", grants: [desktop({})], asked: { at: base.from }, open: true },
    {
      title: "a second before the window",
      grants: [desktop({})],
      asked: { at: "2026-11-30T23:59:59Z" },
      open: false,
    },
    { title: "at the end", grants: [desktop({})], asked: { at: base.until }, open: false },
    {
      title: "in the last hour of a hard end",
      grants: [desktop({ hardEnd: true })],
      asked: { at: "2026-12-01T03:00:00Z" },
      open: false,
    },
    {
      title: "after a revocation",
      grants: [desktop({ revoked: "2026-12-01T00:30:00Z" })],
      asked: {},
      open: false,
    },
    {
      title: "in somebody else's window",
      grants: [desktop({})],
      asked: { user: "bob" },
      open: false,
    },
    {
      title: "in a window of the shell",
      grants: [{ ...base, channels: ["shell"] }],
      asked: {},
      open: false,
    },
    { title: "where nobody has a grant", grants: [], asked: {}, open: false },
    {
      title: "of a node that the grant does not name",
      grants: [desktop({ nodes: nodes(first) })],
      asked: { node: second },
      open: false,
    },
    {
      title: "of the first node before two windows overlap",
      grants: both,
      asked: { at: "2026-12-01T02:59:59Z" },
      open: true,
    },
    {
      title: "of the second node before they do",
      grants: both,
      asked: { at: "2026-12-01T02:59:59Z", node: second },
      open: false,
    },
    {
      title: "of the second node while they do",
      grants: both,
      asked: { at: "2026-12-01T03:30:00Z", node: second },
      open: true,
    },
    {
      title: "of the first node while they do",
      grants: both,
      asked: { at: "2026-12-01T03:30:00Z" },
      open: true,
    },
    {
      title: "of the first node after its window",
      grants: both,
      asked: { at: "2026-12-01T04:00:00Z" },
      open: false,
    },
    { title: "of a node with the tag", grants: [tagged], asked: { team: "web" }, open: true },
    { title: "of a node with another", grants: [tagged], asked: { team: "data" }, open: false },
    { title: "of a node without it", grants: [tagged], asked: {}, open: false },
    {
      title: "of a named node beside a tag",
      grants: [tagged, desktop({ id: "g-2", nodes: nodes(first) })],
      asked: {},
      open: true,
    },
  ];
  for (const { title, grants, asked, open } of cases) {
    it(`is ${open ? "" : "not "}read ${title}`, () => assert.equal(reads(grants, asked), open));
  }

  it("needs no statement where RDP is off, or the window holds on taking the role alone", () => {
    assert.equal(reads([], {}, { channels: ["shell"] }), true);
    assert.equal(reads([], {}, { windows: "assume-role" }), true);
  });
});
