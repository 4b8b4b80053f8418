import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { evaluate } from "../../iam/evaluate";
import { explanation } from "./differences";
import * as judged from "./judgedPolicies";
import { EmulatorCase, judgeCases } from "./emulatorCase";
import { policiesOf } from "./emulatorPolicies";
import { Emulator, needsEmulators, startMinistack } from "./ministack";

/** Fixed, so that a difference comes again; change it to look elsewhere. */
const seed = 20261123;

const identity = judged.queuePolicy;
const queue = fc.constantFrom(...judged.queues);
const action = fc.constantFrom(...judged.queueActions);

/** Kinds of decisions, and how many of each are compared. */
const kinds: Record<string, { count: number; cases: fc.Arbitrary<EmulatorCase> }> = {
  "a user's own policy": {
    count: 250,
    cases: fc.record({ kind: fc.constant("identity" as const), identity, queue, action }),
  },
  "a user's permissions boundary": {
    count: 120,
    cases: fc.record({
      kind: fc.constant("boundary" as const),
      identity,
      limit: judged.queuePolicy,
      queue,
      action,
    }),
  },
  "the session policy of a role": {
    count: 120,
    cases: fc.record({
      kind: fc.constant("session" as const),
      identity,
      limit: judged.queuePolicy,
      queue,
      action,
    }),
  },
  "the trust policy of a role in the same account": {
    count: 120,
    cases: trustCases(judged.account),
  },
  "the trust policy of a role in another account": {
    count: 120,
    cases: trustCases(judged.otherAccount),
  },
};

function trustCases(account: string): fc.Arbitrary<EmulatorCase> {
  return fc.record({
    kind: fc.constant("trust" as const),
    identity: judged.assumingPolicy,
    trust: judged.trustPolicy,
    account: fc.constant(account),
  });
}

describe("an emulator that enforces IAM decides as evaluate does", () => {
  let emulator: Emulator;
  before(needsEmulators);
  before(async () => {
    emulator = await startMinistack();
  });
  after(() => emulator?.stop());

  for (const [name, { count, cases }] of Object.entries(kinds)) {
    it(`on ${count} random cases of ${name}`, async () => {
      const sample = fc.sample(cases, { numRuns: count, seed });
      const answers = await judgeCases(emulator.url, sample);
      const explained = new Map<string, number>();
      const unexplained: string[] = [];
      answers.forEach(({ allowed, request }, index) => {
        const sampled = sample[index]!;
        const { result } = evaluate(request, policiesOf(sampled));
        if (allowed === (result === "allowed")) {
          return;
        }
        const reason = explanation(sampled, request, allowed);
        if (reason === undefined) {
          const said = `the emulator ${allowed ? "allows" : "denies"}, evaluate says ${result}`;
          unexplained.push(`${said}: ${JSON.stringify({ ...sampled, request })}`);
        } else {
          explained.set(reason, (explained.get(reason) ?? 0) + 1);
        }
      });
      assert.deepEqual(unexplained, []);
      const differences = [...explained.values()].reduce((sum, each) => sum + each, 0);
      assert.ok(differences <= count / 10, JSON.stringify([...explained]));
      // A judge that always says the same would tell nothing.
      const allowed = answers.filter((answer) => answer.allowed).length;
      assert.ok(allowed >= count / 10 && allowed <= (count * 9) / 10, `${allowed} of ${count}`);
    });
  }
});
