import * as assert from "node:assert/strict";
import { clockSkew, LiveSession, sessionsToEnd } from "../../expiry/sessionsToEnd";
import { Window, Windows } from "../../expiry/window";

const account = "333333333333";
const owners = `arn:aws:sts::${account}:assumed-role/OSAccess/`;
const shell = "SSM-SessionManagerRunShell";
const ports = "AWS-StartPortForwardingSession";
const node = "i-0123456789abcdef0";

const from = "2026-12-01T09:00:00Z";
const until = "2026-12-01T13:00:00Z";
const inside = "2026-12-01T10:00:00Z";
const window: Window = { user: "alice", from, until, documents: [shell] };
const session: LiveSession = {
  id: "alice-1",
  owner: `${owners}alice`,
  target: node,
  document: shell,
  started: new Date("2026-12-01T09:10:00Z"),
};

interface Case {
  title: string;
  windows?: Window[];
  session?: Partial<LiveSession>;
  now?: string;
}

const before = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) - milliseconds).toISOString();

function found({ windows = [window], session: changes = {}, now = inside }: Case) {
  const known: Windows = { account, owners, windows };
  return sessionsToEnd([{ ...session, ...changes }], known, new Date(now));
}

describe("a live session goes on", () => {
  const cases: Case[] = [
    { title: "inside its owner's window" },
    { title: "at the first moment of the window", now: from },
    { title: "a millisecond before the end of the window", now: before(until, 1) },
    { title: "on a node of a window for some nodes", windows: [{ ...window, nodes: [node] }] },
    {
      title: "over ports, where the window has their document",
      windows: [{ ...window, documents: [ports] }],
      session: { document: ports },
    },
    { title: "where AWS names no document", session: { document: undefined } },
    {
      title: "where AWS names the document by its ARN in this account",
      session: { document: `arn:aws:ssm:us-east-1:${account}:document/${shell}` },
    },
    {
      title: "where AWS names its own document by an ARN",
      windows: [{ ...window, documents: [ports] }],
      session: { document: `arn:aws:ssm:us-east-1::document/${ports}` },
    },
    {
      title: "where one of several windows covers it",
      windows: [{ ...window, user: "bob" }, { ...window, nodes: ["i-other"] }, window],
    },
    {
      title: "that began just before the window by a clock that is behind",
      now: before(from, 5_000),
      session: { started: new Date(before(from, 6_000)) },
    },
    {
      title: "from one window into the next that begins where it ends",
      windows: [window, { ...window, from: until, until: "2026-12-01T15:00:00Z" }],
      now: until,
    },
  ];
  for (const row of cases) {
    it(row.title, () => assert.deepEqual(found(row), []));
  }
});

describe("a live session is ended", () => {
  const cases: (Case & { because: RegExp })[] = [
    { title: "at the end of the window", now: until, because: /no window of alice is open/ },
    { title: "before the window", now: before(from, 60_000), because: /no window of alice/ },
    {
      title: "that is old, just before the next window begins",
      now: before(from, 5_000),
      session: { started: new Date(before(from, clockSkew + 1)) },
      because: /no window of alice/,
    },
    {
      title: "of which AWS tells no beginning, before the window",
      now: before(from, 5_000),
      session: { started: undefined },
      because: /no window of alice/,
    },
    {
      title: "earlier than the allowance for clocks, however new it is",
      now: before(from, clockSkew + 1),
      session: { started: new Date(before(from, clockSkew + 1)) },
      because: /no window of alice/,
    },
    {
      title: "on another node than those of the window",
      windows: [{ ...window, nodes: ["i-0fedcba9876543210"] }],
      because: /no open window of alice has the node i-0123456789abcdef0/,
    },
    {
      title: "on a node whose id only begins like one of the window's",
      windows: [{ ...window, nodes: [`${node}0`] }],
      because: /has the node/,
    },
    {
      title: "of which AWS tells no node, where the window is for some",
      windows: [{ ...window, nodes: [node] }],
      session: { target: undefined },
      because: /has the node/,
    },
    {
      title: "over another document than those of the window",
      session: { document: ports },
      because: /no open window of alice on that node has the document AWS-StartPort/,
    },
    {
      title: "over a document of that name in another account",
      session: { document: `arn:aws:ssm:us-east-1:999999999999:document/${shell}` },
      because: /has the document arn:aws/,
    },
    {
      title: "whose node one window has and whose document another",
      windows: [
        { ...window, nodes: [node], documents: [shell] },
        { ...window, nodes: ["i-other"], documents: [ports] },
      ],
      session: { document: ports },
      because: /on that node has the document/,
    },
    {
      title: "of a user without a window",
      session: { owner: `${owners}mallory` },
      because: /no window of mallory is open/,
    },
    {
      title: "of a user whose name only begins like one that has a window",
      session: { owner: `${owners}alice2` },
      because: /no window of alice2/,
    },
    {
      title: "of a user whose name differs in letter case",
      session: { owner: `${owners}Alice` },
      because: /no window of Alice/,
    },
    ...[
      ["another role", `arn:aws:sts::${account}:assumed-role/Administrator/alice`],
      ["a role whose name begins like OSAccess", owners.replace("OSAccess", "OSAccess2") + "alice"],
      ["OSAccess in another account", `${owners.replace(account, "999999999999")}alice`],
      ["an IAM user", `arn:aws:iam::${account}:user/alice`],
      ["the root user", `arn:aws:iam::${account}:root`],
      ["a bare name", "alice"],
      ["nobody", undefined],
    ].map(([who, owner]) => ({
      title: `of ${who}`,
      session: { owner },
      because: /its owner is no user of OSAccess/,
    })),
    {
      title: "where the windows cannot be read",
      windows: [{ ...window, until: "soon" }],
      because: /no window of alice/,
    },
    { title: "where there are no windows", windows: [], because: /no window of alice/ },
  ];
  for (const row of cases) {
    it(row.title, () => {
      const [only, ...others] = found(row);
      assert.deepEqual(others, []);
      assert.equal(only?.session.id, "alice-1");
      assert.match(only.because, row.because);
    });
  }
});
