import * as assert from "node:assert/strict";
import { planOrganization } from "../../engine/check";
import { MatrixFilter, accessMatrix } from "../../proof/accessMatrix";
import { proveGuarded } from "../../proof/proof";
import { Grant } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [grant] = zoneWith().grants as readonly [Grant];

async function matrixOf(changes: Parameters<typeof zoneWith>[0] = {}, filter: MatrixFilter = {}) {
  const planned = await planOrganization(zoneWith(changes));
  return accessMatrix(planned, proveGuarded(planned), filter);
}

/** Who holds a path in an account. */
async function holders(path: string, account: string, changes?: Parameters<typeof zoneWith>[0]) {
  const [row] = await matrixOf(changes, { path, account });
  return row?.cells.flatMap((cell) => cell.holders);
}

const sessions = "OnlyOsAccessStartsSessions";
const web = "web-production";

describe("the access matrix", () => {
  it("names each user with the windows of the planned policies", async () => {
    const second = {
      ...grant,
      id: "g-2",
      from: "2026-12-05T00:00:00Z",
      until: "2026-12-06T00:00:00Z",
    };
    assert.deepEqual(await holders(sessions, web, { grants: [grant, second] }), [
      {
        kind: "user",
        name: "alice",
        through: "OSAccess",
        windows: [
          { from: "2026-12-01T00:00:00Z", until: "2026-12-01T04:00:00Z" },
          { from: "2026-12-05T00:00:00Z", until: "2026-12-06T00:00:00Z" },
        ],
      },
    ]);
  });

  it("joins windows that overlap or touch", async () => {
    const next = {
      ...grant,
      id: "g-2",
      from: "2026-12-01T04:00:00Z",
      until: "2026-12-01T06:00:00Z",
    };
    const within = {
      ...grant,
      id: "g-3",
      from: "2026-12-01T01:00:00Z",
      until: "2026-12-01T02:00:00Z",
    };
    const [holder] = (await holders(sessions, web, { grants: [grant, next, within] }))!;
    assert.deepEqual(holder!.windows, [
      { from: "2026-12-01T00:00:00Z", until: "2026-12-01T06:00:00Z" },
    ]);
  });

  it("ends a window with a hard end when no session starts any more", async () => {
    const [holder] = (await holders(sessions, web, { grants: [{ ...grant, hardEnd: true }] }))!;
    assert.deepEqual(holder!.windows, [
      { from: "2026-12-01T00:00:00Z", until: "2026-12-01T03:00:00Z" },
    ]);
  });

  it("ends a window with its revocation", async () => {
    const revoked = "2026-12-01T01:30:00Z";
    const [holder] = (await holders(sessions, web, { grants: [{ ...grant, revoked }] }))!;
    assert.deepEqual(holder!.windows, [{ from: "2026-12-01T00:00:00Z", until: revoked }]);
  });

  it("names for Windows passwords whoever has a window of RDP, in that window", async () => {
    const [management, identity, target] = zoneWith().accounts;
    const osAccess = osAccessWith({ channels: ["shell", "rdp"] });
    const desktop: Grant = {
      ...grant,
      id: "g-2",
      user: "bob",
      channels: ["rdp"],
      from: "2026-12-02T00:00:00Z",
      until: "2026-12-02T01:00:00Z",
    };
    const shell: Grant = { ...grant, channels: ["shell"] };
    const found = await holders("OnlyOsAccessReadsWindowsPasswords", web, {
      accounts: [management!, identity!, { ...target!, osAccess }],
      users: [...zoneWith().users, { name: "bob", groups: [] }],
      grants: [shell, desktop],
    });
    assert.deepEqual(
      found!.map(({ name, windows }) => [name, windows]),
      [["bob", [{ from: "2026-12-02T00:00:00Z", until: "2026-12-02T01:00:00Z" }]]],
    );
  });

  it("keeps a window to the accounts that it is for", async () => {
    const accounts = [...zoneWith().accounts, accountWith({ name: "shop", id: "444444444444" })];
    assert.deepEqual(await holders(sessions, "shop", { accounts }), []);
  });

  it("counts a window from a declared network: who is there gets in", async () => {
    const [management, identity, target] = zoneWith().accounts;
    const osAccess = osAccessWith({ sourceIp: ["203.0.113.0/24"] });
    const accounts = [management!, identity!, { ...target!, osAccess }];
    assert.equal((await holders(sessions, web, { accounts }))!.length, 1);
  });

  it("names whoever switches to the reader at any time", async () => {
    const groups = [{ name: "auditors", switchTo: [{ role: "SessionAuditor", accounts: [web] }] }];
    const users = [{ name: "dave", groups: ["auditors"] }];
    assert.deepEqual(
      await holders("OnlyReaderReadsTranscripts", web, { groups, users, grants: [] }),
      [{ kind: "user", name: "dave", through: "SessionAuditor" }],
    );
  });

  it("names the deploy role, and automation roles as made elsewhere", async () => {
    assert.deepEqual(await holders("ProtectExemptRoles", web), [
      { kind: "role", name: "SekishoDeploy", note: "by CI role sekisho-ci" },
    ]);
    assert.deepEqual(await holders("OnlyAutomationSendsCommands", web), [
      { kind: "role", name: "PatchAutomation", note: "made elsewhere" },
    ]);
  });

  it("says anyone where no guardrail holds, and why", async () => {
    assert.deepEqual(await holders(sessions, "management"), [
      { kind: "anyone", note: "unguarded: SCPs never reach the management account" },
    ]);
    assert.deepEqual(await holders(sessions, "identity"), [{ kind: "anyone", note: "unguarded" }]);
  });

  it("holds every access path of a guarded account once", async () => {
    const [row] = await matrixOf({}, { account: web });
    const paths = row!.cells.flatMap((cell) => cell.paths);
    assert.equal(new Set(paths).size, paths.length);
    assert.ok(paths.length > 30);
    assert.ok(row!.guarded);
  });

  it("shows of one user only where he gets", async () => {
    const accounts = [...zoneWith().accounts, accountWith({ name: "shop", id: "444444444444" })];
    const rows = await matrixOf({ accounts }, { user: "alice" });
    assert.deepEqual(
      rows
        .filter(({ guarded }) => guarded)
        .map((row) => [row.accounts, row.cells.map(({ paths }) => paths)]),
      [[[web], [[sessions]]]],
    );
  });
});
