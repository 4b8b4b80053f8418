import * as assert from "node:assert/strict";
import { formatFault } from "../../model/fault";
import { parseLandingZone } from "../../model/load";
import {
  Edit,
  Edits,
  faultLines,
  FaultRow,
  grantsText,
  itReports,
  organizationText,
} from "./example";

const rows: FaultRow[] = [
  {
    title: "a grant of an unknown user",
    grants: [["user: alice", "user: alicia"]],
    expected: [
      'grants.yaml:3:11 grants[0].user: found "alicia", allowed is a user of users: declare it or correct the name.',
    ],
  },
  {
    title: "a grant for an account that is misspelt",
    grants: [["[web]", "[webb]"]],
    expected: [
      "grants.yaml:4:16 grants[0].accounts[0]: found \"webb\", allowed is an account of accounts or an OU of organizationalUnits: did you mean 'web'?",
    ],
  },
  {
    title: "a grant for an OU without accounts",
    grants: [["[web]", "[Sandbox]"]],
    expected: [
      'grants.yaml:4:16 grants[0].accounts[0]: found "Sandbox", an OU without accounts, allowed is one with accounts: remove it.',
    ],
  },
  {
    title: "a grant whose time has no offset",
    grants: [["09:00:00+09:00", "09:00:00"]],
    expected: [
      'grants.yaml:5:11 grants[0].from: found "2026-12-01T09:00:00", allowed is a moment with its offset such as 2026-12-01T09:00:00+09:00: correct it.',
    ],
  },
  {
    title: "a grant from 30 February",
    grants: [["2026-12-01T09:00:00+09:00", "2026-02-30T09:00:00+09:00"]],
    expected: [
      'grants.yaml:5:11 grants[0].from: found "2026-02-30T09:00:00+09:00", allowed is a moment with its offset such as 2026-12-01T09:00:00+09:00: correct it.',
    ],
  },
  {
    title: "a grant that ends before it starts",
    grants: [["13:00:00", "08:00:00"]],
    expected: [
      "grants.yaml:6:12 grants[0].until: found 2026-11-30T23:00:00Z in UTC, which is not after from (2026-12-01T00:00:00Z), allowed is a later moment: correct one.",
    ],
  },
  {
    title: "a grant that is longer than its account allows",
    grants: [["13:00:00+09:00", "13:00:00Z"]],
    expected: [
      'grants.yaml:6:12 grants[0].until: found a window of 780 minutes, allowed are 480 (maxGrant of "web"): shorten it.',
    ],
  },
  {
    title: "a grant of a channel that is off",
    grants: [["approver: bob", "approver: bob\n    channels: [ssh]"]],
    expected: [
      'grants.yaml:9:16 grants[0].channels[0]: found "ssh", allowed are shell, rdp (channels of "web"): remove it.',
    ],
  },
  {
    title: "a grant of nodes that are closed",
    grants: [["approver: bob", "approver: bob\n    nodes: all"]],
    expected: [
      'grants.yaml:9:12 grants[0].nodes: found nodes that "web" does not open, allowed are its own nodes or some of them: leave nodes out.',
    ],
  },
  {
    title: "a grant that its user approved",
    grants: [["approver: bob", "approver: Alice"]],
    expected: [
      'grants.yaml:8:15 grants[0].approver: found "Alice", the user of the grant, allowed is somebody else: ask another person.',
    ],
  },
  {
    title: "a grant with a blank reason",
    grants: [["reason: Replace the certificate", "reason: ' '"]],
    expected: [
      'grants.yaml:7:13 grants[0].reason: found " ", allowed is a line of 1 to 256 visible characters: write one.',
    ],
  },
  {
    title: "a reason that turns the reading direction",
    grants: [["reason: Replace the certificate", 'reason: "a\\u202eb"']],
    expected: [
      'grants.yaml:7:13 grants[0].reason: found "a\\u202eb", allowed is a line of 1 to 256 visible characters: write one.',
    ],
  },
  {
    title: "two grants with one id",
    grants: [
      [
        "approver: bob\n",
        "approver: bob\n  - { id: g-1, user: bob, accounts: [data], from: 2026-12-01T09:00:00Z, until: 2026-12-01T10:00:00Z, reason: x, approver: alice }\n",
      ],
    ],
    expected: [
      'grants.yaml:9:11 grants[1].id: found "g-1" again, allowed is each id once: choose another.',
    ],
  },
  {
    title: "a grant beside another with other nodes and other channels",
    grants: [
      [
        "approver: bob\n",
        "approver: bob\n    channels: [shell]\n  - { id: g-2, user: alice, accounts: [Workloads/Production], nodes: { ids: [i-0123456789abcdef0] }, channels: [rdp], from: 2026-12-01T03:59:59Z, until: 2026-12-01T05:00:00Z, reason: x, approver: bob }\n",
      ],
    ],
    expected: [
      'grants.yaml:10:5 grants[1]: found other nodes and other channels than "g-1", in "web" at the same time, allowed are other nodes or other channels: AWS checks them apart, so each would open the other\'s: part the windows.',
    ],
  },
  {
    title: "a grant for a just-in-time account",
    organization: [["{ channels: [shell, rdp] }", "{ mode: just-in-time-node-access }"]],
    expected: [
      'grants.yaml:4:15 grants[0].accounts: found "web" among them, in mode just-in-time-node-access, allowed are accounts in mode grants, because AWS\'s approvals let people into the others: leave it out.',
    ],
  },
  {
    title: "a grant that was revoked when it was over",
    grants: [["approver: bob", "approver: bob\n    revoked: 2026-12-01T13:00:00+09:00"]],
    expected: [
      "grants.yaml:9:14 grants[0].revoked: found 2026-12-01T04:00:00Z in UTC, when the grant is over (2026-12-01T04:00:00Z), allowed is an earlier moment, because this closes nothing: correct or remove it.",
    ],
  },
  {
    title: "a revocation without an offset",
    grants: [["approver: bob", "approver: bob\n    revoked: 2026-12-01T10:00:00"]],
    expected: [
      'grants.yaml:9:14 grants[0].revoked: found "2026-12-01T10:00:00", allowed is a moment with its offset such as 2026-12-01T09:00:00+09:00: correct it.',
    ],
  },
  {
    title: "a hard end where windows hold on taking the role alone",
    organization: [["{ channels: [shell, rdp] }", "{ windows: assume-role }"]],
    grants: [["approver: bob", "approver: bob\n    hardEnd: true"]],
    expected: [
      'grants.yaml:9:14 grants[0].hardEnd: found true where the window holds on assume-role alone (windows of "web"), allowed is it where it holds on sessions: leave it out or change windows.',
    ],
  },
  {
    title: "a hard end with a remote desktop, which the account has where the grant says nothing",
    grants: [["approver: bob", "approver: bob\n    hardEnd: true"]],
    expected: [
      'grants.yaml:9:14 grants[0].hardEnd: found true with rdp in "web", whose sessions nothing ends, allowed is it for the shell alone: write channels: [shell] or leave it out.',
    ],
  },
  {
    title: "a hard end with SSH and port forwarding",
    organization: [["[shell, rdp]", "[shell, ssh, port-forward]"]],
    grants: [
      [
        "approver: bob",
        "approver: bob\n    channels: [shell, ssh, port-forward]\n    hardEnd: true",
      ],
    ],
    expected: [
      'grants.yaml:10:14 grants[0].hardEnd: found true with ssh and port-forward in "web", whose sessions nothing ends, allowed is it for the shell alone: write channels: [shell] or leave it out.',
    ],
  },
  {
    title: "a hard end in a window in which no session fits",
    grants: [
      ["13:00:00", "10:00:00"],
      ["approver: bob", "approver: bob\n    channels: [shell]\n    hardEnd: true"],
    ],
    expected: [
      'grants.yaml:10:14 grants[0].hardEnd: found true in a window no longer than 60 minutes (maxSession of "web"), allowed is it in a longer one: lengthen the window or leave it out.',
    ],
  },
  {
    title: "a grant that names no channel where none leaves a transcript",
    organization: [["[shell, rdp]", "[ssh, port-forward]"]],
    expected: [
      'grants.yaml:2:5 grants[0].channels: found nothing, allowed are one or more of ssh, port-forward, by name (channels of "web"), because they leave no transcript: add channels.',
    ],
  },
  {
    title: "grants without a list",
    grants: [
      [
        "grants:\n  - id: g-1\n    user: alice\n    accounts: [web]\n    from: 2026-12-01T09:00:00+09:00\n    until: 2026-12-01T13:00:00+09:00\n    reason: Replace the certificate\n    approver: bob\n",
        "grants:\n",
      ],
    ],
    expected: [
      "grants.yaml:1:1 grants: found an empty value, allowed is a list: write [] if there are none.",
    ],
  },
  {
    title: "a file that is a list",
    grants: [["grants:\n", "# none\n"]],
    expected: [
      "grants.yaml:2:3: found a list, allowed is a map with the keys grants: write it as key: value lines.",
    ],
  },
  {
    title: "a list where accounts must be a map",
    organization: [["accounts:\n  management: {", "accounts: []\nx:\n  management: {"]],
    expected: [
      "organization.yaml:10:11 accounts: found an empty list, allowed is a map of names: write it as name: {...} lines.",
      'organization.yaml:11:1 x: found the key "x", allowed are organization, regions, deploy, identity, organizationalUnits, accounts, guardrails, osAccess, roles, automationRoles, groups, users: remove it.',
    ],
  },
  {
    title: "users that are misspelt, not that grants are of nobody",
    organization: [["users:\n", "user:\n"]],
    expected: [
      "organization.yaml:32:1 user: found the key \"user\", allowed are organization, regions, deploy, identity, organizationalUnits, accounts, guardrails, osAccess, roles, automationRoles, groups, users: did you mean 'users'?",
    ],
  },
  {
    title: "accounts that are misspelt, not that a grant's OU has none",
    organization: [["accounts:\n  management: {", "account:\n  management: {"]],
    grants: [["[web]", "[Workloads]"]],
    expected: [
      "organization.yaml:10:1 account: found the key \"account\", allowed are organization, regions, deploy, identity, organizationalUnits, accounts, guardrails, osAccess, roles, automationRoles, groups, users: did you mean 'accounts'?",
    ],
  },
  {
    title: "an account that cannot be read, not that its OU has none",
    organization: [["    email: aws+web@example.com\n", ""]],
    grants: [["[web]", "[Workloads/Production]"]],
    expected: [
      "organization.yaml:13:3 accounts.web.email: found nothing, allowed is an e-mail address of 6 to 64 characters: add the key 'email'.",
    ],
  },
  {
    title: "a grant where there are no users",
    organization: [["users:\n  alice: { groups: [operators] }\n  bob: {}\n", ""]],
    expected: [
      'grants.yaml:3:11 grants[0].user: found "alice", allowed is a user of users: declare it or correct the name.',
    ],
  },
];

describe("Grants that are not taken", () => {
  rows.forEach(itReports);

  it("are not a fault beside an organization that is empty", () => {
    const loaded = parseLandingZone(
      { file: "organization.yaml", text: "" },
      { file: "grants.yaml", text: grantsText },
    );
    assert.deepEqual(loaded.ok ? [] : loaded.faults.map(formatFault), [
      "organization.yaml:1:1: found an empty value, allowed is a map with the keys organization, regions, deploy, identity, organizationalUnits, accounts, guardrails, osAccess, roles, automationRoles, groups, users: write it as key: value lines.",
    ]);
  });

  const besides: Record<string, string> = {
    "that begins when the other ends": "channels: [rdp], from: 2026-12-01T04:00:00Z",
    "with other channels on the same nodes":
      "channels: [rdp], nodes: { tag: { os-access: allowed } }, from: 2026-12-01T03:00:00Z",
    "with other nodes by the same channels":
      "channels: [rdp, shell], nodes: { ids: [i-0123456789abcdef0] }, from: 2026-12-01T03:00:00Z",
  };
  for (const [name, keys] of Object.entries(besides)) {
    it(`are not those beside one ${name}`, () => {
      const second = `approver: bob\n  - { id: g-2, user: alice, accounts: [web], ${keys}, until: 2026-12-01T05:00:00Z, reason: x, approver: bob }\n`;

      assert.deepEqual(faultLines({ grants: [["approver: bob\n", second]] }), []);
    });
  }

  const other =
    "id: g-2, user: alice, accounts: [web], nodes: { ids: [i-0123456789abcdef0] }, channels: [rdp], " +
    "from: 2026-12-01T02:00:00Z, until: 2026-12-01T05:00:00Z, reason: x, approver: bob";
  const beside = (grant: string, more: string): Edit => [
    "approver: bob\n",
    `approver: bob\n    channels: [shell]\n${more}  - { ${grant} }\n`,
  ];
  const closed: Record<string, Edits> = {
    "was revoked before the other begins": {
      grants: [beside(other, "    revoked: 2026-12-01T02:00:00Z\n")],
    },
    "was revoked before it began": {
      grants: [beside(`${other}, revoked: 2026-11-01T00:00:00Z`, "")],
    },
    "opens all nodes and channels, because windows hold on taking the role alone": {
      organization: [
        ["{ channels: [shell, rdp] }", "{ channels: [shell, rdp], windows: assume-role }"],
      ],
      grants: [beside(other, "")],
    },
  };
  for (const [name, edits] of Object.entries(closed)) {
    it(`are not those with other nodes and channels than one that ${name}`, () => {
      assert.deepEqual(faultLines(edits), []);
    });
  }

  it("are told with the file of each, and of the other where it is in another", () => {
    const second = `grants:\n  - { ${other} }\n  - { ${other.replace("g-2", "g-1").replace("alice", "bob").replace("approver: bob", "approver: alice")} }\n`;
    const loaded = parseLandingZone({ file: "organization.yaml", text: organizationText }, [
      { file: "grants.yaml", text: grantsText },
      { file: "grants/g-2.yaml", text: second },
    ]);

    assert.deepEqual(loaded.ok ? [] : loaded.faults.map(formatFault), [
      'grants/g-2.yaml:2:5 grants[0]: found other nodes and other channels than "g-1" (grants.yaml), in "web" at the same time, allowed are other nodes or other channels: AWS checks them apart, so each would open the other\'s: part the windows.',
      'grants/g-2.yaml:3:11 grants[1].id: found "g-1" again, it is already in grants.yaml, allowed is each id once: choose another.',
    ]);
  });
});
