import * as assert from "node:assert/strict";
import { windowsOf } from "../../expiry/windowsOf";
import { Grant, OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const grant = zoneWith().grants[0]!;
const ids = { kind: "ids" as const, ids: ["i-0123456789abcdef0"] };

function windows(changes: Partial<Grant> = {}, osAccess: Partial<OsAccess> = {}) {
  const account = accountWith({ osAccess: osAccessWith(osAccess) });
  const zone = zoneWith({ grants: [{ ...grant, ...changes }], accounts: [account] });
  return windowsOf(zone, account).windows;
}

const window = {
  user: "alice",
  from: "2026-12-01T00:00:00Z",
  until: "2026-12-01T04:00:00Z",
  documents: ["SSM-SessionManagerRunShell"],
};

describe("the windows of an account", () => {
  it("say whose sessions are theirs, in the account's partition", () => {
    const account = accountWith();
    const { organization } = zoneWith();
    const zone = zoneWith({ organization: { ...organization, partition: "aws-cn" } });
    assert.deepEqual(windowsOf(zone, account), {
      account: "333333333333",
      owners: "arn:aws-cn:sts::333333333333:assumed-role/OSAccess/",
      windows: [window],
    });
  });

  const cases: [title: string, found: () => unknown, expected: unknown[]][] = [
    [
      "hold the nodes of a grant that names ids",
      () => windows({ nodes: ids }),
      [{ ...window, nodes: ids.ids }],
    ],
    [
      "hold no nodes where a grant names a tag",
      () => windows({ nodes: { kind: "tag", key: "team", value: "web" } }),
      [window],
    ],
    [
      "hold the nodes of the account where a grant names none",
      () => windows({}, { nodes: ids }),
      [{ ...window, nodes: ids.ids }],
    ],
    [
      "hold a document for each channel, each once",
      () =>
        windows(
          { channels: ["ssh", "rdp", "port-forward"] },
          { channels: ["shell", "ssh", "rdp", "port-forward"] },
        ),
      [{ ...window, documents: ["AWS-StartSSHSession", "AWS-StartPortForwardingSession"] }],
    ],
    [
      "end where a grant was revoked",
      () => windows({ revoked: "2026-12-01T01:00:00Z" }),
      [{ ...window, until: "2026-12-01T01:00:00Z" }],
    ],
    [
      "hold nothing of a grant revoked before it began",
      () => windows({ revoked: "2026-11-30T00:00:00Z" }),
      [],
    ],
    [
      "last until the end with a hard end, which only starting has earlier",
      () => windows({ hardEnd: true }),
      [window],
    ],
    [
      "hold nothing of a grant for another account",
      () => windows({ accounts: ["web-staging"] }),
      [],
    ],
    ["hold nothing of a grant that opens no channel", () => windows({}, { channels: ["ssh"] }), []],
    [
      "hold nothing where AWS's approvals let people in",
      () => windows({}, { mode: "just-in-time-node-access" }),
      [],
    ],
  ];
  for (const [title, found, expected] of cases) {
    it(title, () => assert.deepEqual(found(), expected));
  }
});
