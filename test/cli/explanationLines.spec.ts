import * as assert from "node:assert/strict";
import pc from "picocolors";
import { explanationText } from "../../cli/explanationLines";
import type { Step } from "../../proof/explanation";
import type { Result } from "../../iam/decision";

const colors = pc.createColors(false);

function stepWith(result: Result, changes: Partial<Step> = {}): Step {
  return {
    title: "alice takes OSAccess",
    request: {
      principal: "arn:aws:iam::222222222222:user/os-access/alice",
      action: "sts:AssumeRole",
      resources: ["arn:aws:iam::333333333333:role/OSAccess"],
      context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "sts:RoleSessionName": "alice" },
    },
    decision: { result, decidedBy: [], missing: [], unknownKeys: [] },
    levels: [],
    notes: [],
    ...changes,
  };
}

const text = (step: Step, allowed = false, width = Infinity) =>
  explanationText({ steps: [step], allowed }, { colors, width });

describe("An explanation on a terminal", () => {
  it("says who calls what, without what every request has", () => {
    assert.equal(
      text(stepWith("allowed"), true),
      [
        "1. alice takes OSAccess: allowed",
        "   arn:aws:iam::222222222222:user/os-access/alice calls sts:AssumeRole on arn:aws:iam::333333333333:role/OSAccess",
        "   with sts:RoleSessionName = alice",
        "",
        "Allowed.",
      ].join("\n"),
    );
  });

  it("puts levels that say the same on one line, and says what a Deny of ours is for", () => {
    const full = [{ kind: "scp" as const, policy: "FullAWSAccess", index: 0 }];
    const sid = "OnlyAutomationSendsCommands";
    const denying = [{ kind: "scp" as const, policy: "scp-1", sid, index: 3 }];
    const lines = text(
      stepWith("explicitly denied", {
        levels: [
          { kind: "scp", level: "Root", answer: "allows", statements: full },
          { kind: "scp", level: "Workloads", answer: "denies", statements: denying },
          { kind: "scp", level: "web", answer: "allows", statements: full },
        ],
        decision: { result: "explicitly denied", decidedBy: denying, missing: [], unknownKeys: [] },
      }),
    ).split("\n");
    assert.deepEqual(lines.slice(3), [
      "   SCP  allows  at Root and web: FullAWSAccess",
      `   SCP  denies  at Workloads: ${sid} in scp-1: Commands are sent by the named automation roles alone.`,
      "",
      `Denied by ${sid} in scp-1.`,
    ]);
  });

  it("names whose Allow is missing", () => {
    const decision = {
      result: "implicitly denied" as const,
      decidedBy: [],
      missing: [{ kind: "identity" as const, resource: "*" }],
      unknownKeys: [],
    };
    assert.match(
      text(stepWith("implicitly denied", { decision })),
      /\nDenied: no Allow in own policies\.$/,
    );
  });

  it("names what the answer hangs on", () => {
    const decision = {
      result: "unknown" as const,
      decidedBy: [],
      missing: [],
      unknownKeys: ["aws:currenttime"],
    };
    assert.match(
      text(stepWith("unknown", { decision })),
      /\nUndecided: it depends on the time\. Say when, with --at \S+\.$/,
    );
  });

  it("asks for a condition key by the option that takes it", () => {
    const decision = {
      result: "unknown" as const,
      decidedBy: [],
      missing: [],
      unknownKeys: ["aws:sourceip"],
    };
    assert.match(
      text(stepWith("unknown", { decision })),
      /\nUndecided: it depends on aws:sourceip\. Say it with --context key=value\.$/,
    );
  });

  it("breaks lines between words on a narrow terminal", () => {
    const statements = [{ kind: "identity" as const, policy: "Sessions", sid: "Start", index: 0 }];
    const levels = ["Root", "Workloads", "Workloads/Production", "web-production"].map((level) => ({
      kind: "scp" as const,
      level,
      answer: "allows" as const,
      statements,
    }));
    const lines = text(stepWith("allowed", { levels, notes: ["word ".repeat(20)] }), true, 60);
    assert.deepEqual(
      lines.split("\n").filter((line) => line.length > 60),
      [],
    );
    assert.match(lines, /^ {16}web-production: Start in Sessions$/m);
  });

  it("shows control characters as escapes: a name must not forge a line", () => {
    assert.match(
      text(stepWith("allowed", { title: "a\nAllowed." })),
      /^1\. a\\u000aAllowed\.: allowed\n/,
    );
  });
});
