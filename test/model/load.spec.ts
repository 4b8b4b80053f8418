import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatFault } from "../../model/fault";
import { LandingZone } from "../../model/landingZone";
import { Loaded, loadLandingZone, parseLandingZone } from "../../model/load";
import { exampleZone } from "../example/landingZone";
import { Edits, grantsText, loadEdited, organizationText } from "./example";

function zoneOf(loaded: Loaded): LandingZone {
  assert.ok(loaded.ok, loaded.ok ? "" : loaded.faults.map(formatFault).join("\n"));
  return loaded.zone;
}

function zoneWith(edits: Edits): LandingZone {
  return zoneOf(loadEdited(edits));
}

describe("The example's landing zone", () => {
  const zone = exampleZone();

  it("loads with the grants beside it", () => {
    assert.equal(zone.home, "ap-northeast-1");
    assert.ok(zone.accounts.length >= 11);
    assert.ok(zone.grants.length >= 4);
  });

  it("shows every choice that the model has", () => {
    const modes = zone.accounts.map(({ osAccess }) => osAccess.mode);
    const channels = zone.accounts.flatMap(({ osAccess }) => osAccess.channels);
    const kinds = zone.accounts.map(({ osAccess }) => osAccess.nodes.kind);
    assert.deepEqual(new Set(modes), new Set(["grants", "just-in-time-node-access"]));
    assert.deepEqual(new Set(channels), new Set(["shell", "rdp", "port-forward", "ssh"]));
    assert.deepEqual(new Set(kinds), new Set(["all", "tag", "ids"]));
    assert.ok(zone.organizationalUnits.some(({ managed, id }) => managed && id === undefined));
    assert.ok(zone.accounts.some(({ managed, id }) => managed && id === undefined));
  });

  it("lets administrators only into accounts under guardrails", () => {
    const guarded = zone.guardrails.map(({ name }) => name);
    const administered = zone.groups
      .flatMap(({ switchTo }) => switchTo)
      .filter(({ role }) => role === "Administrator")
      .flatMap(({ accounts }) => accounts);
    assert.ok(administered.length > 0);
    for (const name of administered) {
      const { ou = "" } = zone.accounts.find((account) => account.name === name)!;
      assert.ok(
        guarded.some((target) => ou === target || ou.startsWith(`${target}/`)),
        name,
      );
    }
  });
});

describe("A loaded landing zone", () => {
  it("is the same value each time", () => {
    assert.deepEqual(zoneWith({}), zoneWith({}));
    assert.equal(JSON.stringify(zoneWith({})), JSON.stringify(zoneWith({})));
  });

  it("is frozen to its leaves", () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    assert.ok(frozen(zoneWith({})));
  });

  it("lists parents before children and keeps the file's order otherwise", () => {
    const moved: Edits = {
      organization: [
        ["  Workloads: { id: ou-ab12-11111111 }\n", ""],
        [
          "  Sandbox: {",
          '  Workloads: { id: ou-ab12-11111111 }\n  "2024": { managed: true }\n  Sandbox: {',
        ],
      ],
    };
    const paths = zoneWith(moved).organizationalUnits.map(({ path }) => path);
    assert.deepEqual(paths, ["Workloads", "2024", "Sandbox", "Workloads/Production"]);
  });

  it("expands OUs and the star to accounts in the file's order, each once", () => {
    const accounts = (written: string) =>
      zoneWith({ organization: [['accounts: "*"', `accounts: ${written}`]] }).groups[0]!
        .switchTo[0]!.accounts;
    assert.deepEqual(accounts('"*"'), ["management", "identity", "web", "data"]);
    assert.deepEqual(accounts("[data, Workloads/Production, web]"), ["web", "data"]);
    assert.deepEqual(accounts("[Workloads]"), ["web", "data"]);
    assert.deepEqual(accounts("[Sandbox]"), []);
  });

  it("takes names that every JavaScript object has", () => {
    const zone = zoneWith({
      organization: [
        ["  data:\n", "  constructor:\n"],
        ["attach: [Workloads, Sandbox]", "attach: [Workloads, constructor]"],
      ],
    });
    assert.deepEqual(zone.guardrails[1], {
      name: "constructor",
      kind: "account",
      id: "444444444444",
    });
  });

  it("has the grants' moments in UTC", () => {
    const [grant] = zoneWith({}).grants;
    assert.equal(grant!.from, "2026-12-01T00:00:00Z");
    assert.equal(grant!.until, "2026-12-01T04:00:00Z");
  });

  it("has no grants where there is no such file", () => {
    const zone = zoneOf(parseLandingZone({ file: "organization.yaml", text: organizationText }));
    assert.deepEqual(zone.grants, []);
  });
});

describe("Files that cannot be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-"));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const messages = (...files: [string, string?]) => {
    const loaded = loadLandingZone(...files);
    return loaded.ok ? [] : loaded.faults.map(({ message }) => message.split(",")[0]);
  };

  it("are faults of their own", () => {
    const good = write("organization.yaml", organizationText);
    const latin1 = write("latin1.yaml", Buffer.from([0x61, 0xe9, 0x0a]));
    assert.deepEqual(messages(join(folder, "none.yaml")), ["found no such file"]);
    assert.deepEqual(messages(folder), ["found a directory"]);
    assert.deepEqual(messages(latin1), ["found bytes that are not UTF-8"]);
    assert.deepEqual(messages(good, join(folder, "none.yaml")), ["found no such file"]);
    assert.deepEqual(messages("a\0b"), [
      "found a file that cannot be read (ERR_INVALID_ARG_VALUE)",
    ]);
  });

  it("leave the grants beside the file aside when others are named", () => {
    const good = write("organization.yaml", organizationText);
    write("grants.yaml", "grants: 3\n");
    assert.deepEqual(messages(good), ["found the number 3"]);
    assert.deepEqual(messages(good, write("others.yaml", grantsText)), []);
  });
});
