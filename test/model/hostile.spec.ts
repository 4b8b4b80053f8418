import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { stringify } from "yaml";
import { formatFault } from "../../model/fault";
import { Loaded, parseLandingZone } from "../../model/load";
import { grantsText, loadEdited, organizationText } from "./example";

/** Loading never throws, and each fault is one line about a place that is in its file. */
function assertSane(loaded: Loaded, texts: Readonly<Record<string, string>>): void {
  for (const fault of loaded.ok ? [] : loaded.faults) {
    const lines = texts[fault.file]!.split("\n");
    const shown = formatFault(fault);
    assert.ok(fault.line >= 1 && fault.line <= lines.length, shown);
    assert.ok(fault.column >= 1 && fault.column <= lines[fault.line - 1]!.length + 1, shown);
    assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}]/u);
    assert.match(fault.message, /^found .*, allowed (is|are) .*[.?]$/u);
  }
}

function load(organization: string, grants: string): void {
  const texts = { "organization.yaml": organization, "grants.yaml": grants };
  const loaded = parseLandingZone(
    { file: "organization.yaml", text: organization },
    { file: "grants.yaml", text: grants },
  );
  assert.ok(!loaded.ok || loaded.zone.accounts.length > 0);
  assertSane(loaded, texts);
}

const yamlText = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."{}[]:,-?&*!|>'\"%@`#\n\t ".split("")),
      fc.constantFrom(
        "\n  ",
        "\n    ",
        "---\n",
        "...",
        "<<",
        "&a ",
        "*a",
        "!!map ",
        "accounts:",
        "id",
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const someKeys = fc.constantFrom(
  ...["organization", "accounts", "regions", "osAccess", "guardrails", "groups", "users", "roles"],
  ...[
    "id",
    "ou",
    "email",
    "managed",
    "switchTo",
    "accounts",
    "logs",
    "nodes",
    "tag",
    "sudo",
    "attach",
  ],
  ...["__proto__", "constructor", "toString", "web", "alice", "Workloads", "grants", "from", ""],
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), someKeys),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(someKeys, tie("tree"), { maxKeys: 5 }),
  ),
}));

describe("Hostile files", () => {
  it("arbitrary text never throws and has faults at places of the text", () => {
    fc.assert(fc.property(fc.oneof(yamlText, fc.string({ unit: "binary" })), yamlText, load));
  });

  it("arbitrary values in place of ours never throw and have faults at places of the text", () => {
    fc.assert(
      fc.property(fc.dictionary(someKeys, tree), tree, (organization, grants) =>
        load(stringify(organization), stringify({ grants })),
      ),
    );
  });

  it("a good file that is cut, or has a piece doubled or replaced, never throws", () => {
    const piece = fc.tuple(fc.nat(organizationText.length), fc.nat(40), yamlText);
    fc.assert(
      fc.property(piece, ([start, length, text]) => {
        const [before, rest] = [organizationText.slice(0, start), organizationText.slice(start)];
        load(before, grantsText);
        load(before + rest.slice(0, length) + rest, grantsText);
        load(before + text + rest.slice(length), grantsText);
      }),
    );
  });

  const bomb = `a: &a [x, x]\n${"bcdefghij"
    .split("")
    .map((name, position) => `${name}: &${name} [${`*${"abcdefghi"[position]}, `.repeat(9)}]\n`)
    .join("")}`;
  const rows: [title: string, text: string, fault: string][] = [
    ["aliases that multiply", bomb, "organization.yaml:1:7 a: found the anchor &a"],
    ["lists without end", "[".repeat(500_000), "organization.yaml:1:65: found more than 64 levels"],
    [
      "dashes without end",
      "- ".repeat(500_000),
      "organization.yaml:1:128: found more than 64 levels",
    ],
    [
      "maps without end",
      Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
      "organization.yaml:64:65: found more than 64 levels",
    ],
    [
      "braces without end",
      "}".repeat(1_000_000),
      "organization.yaml:1:1: found text that is not YAML",
    ],
    ["ten megabytes", "a".repeat(10_000_000), "organization.yaml:1:1: found 10000000 characters"],
    ["a NUL", "a: \0", "organization.yaml:1:4: found the control character \\u0000"],
  ];
  for (const [title, text, expected] of rows) {
    it(`${title} are a fault`, () => {
      const loaded = parseLandingZone({ file: "organization.yaml", text });
      assert.ok(!loaded.ok);
      assertSane(loaded, { "organization.yaml": text });
      const shown = loaded.faults.map(formatFault);
      assert.ok(
        shown.some((line) => line.startsWith(expected)),
        shown[0],
      );
    });
  }

  it("a name cannot forge a line of the report", () => {
    const loaded = loadEdited({
      organization: [["  bob: {}", '  "x\\norganization.yaml:1:1 a: fine\\u202e": {}']],
    });
    assertSane(loaded, { "organization.yaml": `${organizationText}\n` });
    assert.ok(!loaded.ok);
  });
});

describe("Several faults", () => {
  it("are reported together, in the order of the text, of both files", () => {
    const loaded = loadEdited({
      organization: [
        ["us-east-1]", "us-east]"],
        ['"333333333333"', '"3333333333333"'],
        ["    ou: Workloads\n", "    ou: Workload\n"],
        ["reader: Auditor", "reader: Auditr"],
        ["groups: [operators]", "groups: [operator]"],
      ],
      grants: [["user: alice", "user: alcie"]],
    });
    assert.ok(!loaded.ok);
    assert.deepEqual(
      loaded.faults.map(({ file, line, path }) => `${file}:${line} ${path}`),
      [
        "grants.yaml:3 grants[0].user",
        "organization.yaml:2 regions[1]",
        "organization.yaml:14 accounts.web.id",
        "organization.yaml:21 accounts.data.ou",
        "organization.yaml:25 osAccess.logs.reader",
        "organization.yaml:33 users.alice.groups[0]",
      ],
    );
  });
});
