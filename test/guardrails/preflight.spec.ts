import { PreflightFinding } from "../../guardrails/preflight/finding";
import * as assert from "node:assert/strict";
import { preflight } from "../../guardrails/preflight/preflight";
import { LandingZone } from "../../model/landingZone";
import { exampleZone } from "../example/landingZone";
import { zoneWith } from "../zone";
import { deploy, policyOf, web, zoneOf } from "./ownPolicyZone";

describe("The preflight of the example", () => {
  it("fit, with a slot to spare, and refuse nothing", () => {
    const found = preflight(exampleZone());
    assert.deepEqual(
      found.filter(({ level }) => level === "refused"),
      [],
    );
    const targets = exampleZone().guardrails.map(({ name }) => name);
    assert.deepEqual(
      found.flatMap(({ target, message }) =>
        /^takes \d of 10 SCP slots and \d of 5 RCP slots/.test(message) ? [target] : [],
      ),
      targets,
    );
  });
});

describe("The preflight", () => {
  const of = (zone: LandingZone, level: PreflightFinding["level"]) =>
    preflight(zone).filter((finding) => finding.level === level);

  it("refuses more policies than a target has slots for, ours counted", () => {
    const scps = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        policyOf(`scp-${index}.json`, { Action: "lightsail:*" }),
      );
    const rcps = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        policyOf(`rcp-${index}.json`, { Principal: "*", Action: "swf:*" }),
      );
    const ours = (kind: "SCP" | "RCP") => {
      const note = preflight(zoneOf([])).find(({ target }) => target === "Workloads")!.message;
      return Number(new RegExp(`(\\d+) of \\d+ ${kind}`).exec(note)![1]) - 1;
    };
    const free = { scp: 8 - ours("SCP"), rcp: 3 - ours("RCP") };
    assert.ok(free.scp > 0 && free.rcp > 0);
    assert.deepEqual(of(zoneOf([...scps(free.scp), ...rcps(free.rcp)]), "refused"), []);
    assert.deepEqual(
      of(zoneOf(scps(free.scp + 1)), "refused").map(({ target, message }) => [
        target,
        message.split(":")[0],
      ]),
      [["Workloads", "has 9 SCPs, 8 fit beside FullAWSAccess and the slot that a swap needs"]],
    );
    assert.deepEqual(
      of(zoneOf(rcps(free.rcp + 1)), "refused").map(({ message }) => message.split(":")[0]),
      ["has 4 RCPs, 3 fit beside RCPFullAWSAccess and the slot that a swap needs"],
    );
  });

  it("refuses a lock-out, at the target and with what is at stake", () => {
    assert.deepEqual(
      of(zoneOf([policyOf("a.json", { Sid: "No", Action: "kms:CreateKey" })]), "refused"),
      [
        {
          target: "Workloads",
          level: "refused",
          message: `a.json, No, stops ${deploy} from kms:CreateKey: ${web} can no longer be deployed.`,
        },
      ],
    );
  });

  it("notes what hangs on a key that nobody knows beforehand", () => {
    const condition = { StringNotEquals: { "aws:SourceVpce": "vpce-1" } };
    const zone = zoneOf([policyOf("a.json", { Action: "kms:CreateKey", Condition: condition })]);
    assert.deepEqual(of(zone, "refused"), []);
    assert.ok(
      of(zone, "note").some(
        ({ target, message }) =>
          target === "Workloads" &&
          message ===
            `Whether ${deploy} may kms:CreateKey depends on aws:sourcevpce; if not, ${web} can no longer be deployed.`,
      ),
    );
  });

  it("tells the safe order: roles, a canary, the users' account last; and what it cannot see", () => {
    const notes = of(zoneOf([]), "note").map(({ message }) => message);
    const order = notes.find((note) => note.startsWith("The safe order"))!;
    assert.match(
      order,
      /stacks of all 3 accounts.* guardrails of Workloads as the canary.* Security\./,
    );
    for (const known of [
      /must be enabled/,
      /somebody else has attached/,
      /binds the management account/,
    ]) {
      assert.equal(notes.filter((note) => known.test(note)).length, 1, String(known));
    }
  });

  it("has nothing to say where no guardrail is declared", () => {
    assert.deepEqual(preflight(zoneWith({ guardrails: [] })), []);
  });
});
