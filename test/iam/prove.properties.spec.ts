import * as assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { RequestSet } from "../../iam/accessCheck";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { evaluate } from "../../iam/evaluate";
import { Request } from "../../iam/request";
import { compiled, kindOf, policies, statementOf } from "./randomPolicies";
import { fitsArn, requestOf, requestSet } from "./randomRequestSets";

/** Few in the suite; many by hand: `PROVE_RUNS=10000 npx mocha --timeout 0 test/iam/prove.properties.spec.ts`. */
const numRuns = Number(process.env.PROVE_RUNS ?? 200);

/** Picks from lists, the same way for the same seed. */
function dice(seed: number) {
  let state = seed;
  return <Value>(list: readonly Value[]): Value => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)]!;
  };
}

describe("A check that access is not granted, of random policies and requests", () => {
  it("refutes with a request of the set that is allowed, and proves what holds for every request", () => {
    const results = new Map<string, number>();
    const count = (what: string) => results.set(what, (results.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(policies, requestSet, fc.nat(), (random, set, seed) => {
        const pick = dice(seed);
        const all = compiled(random);
        const check = checkAccessNotGranted(all, set);
        count(check.result);
        if (check.result === "refuted") {
          assert.equal(evaluate(check.request, all).result, "allowed");
          assertOfSet(check.request, set);
        }
        if (check.result === "undecided") {
          assert.ok(!check.reason.includes("does not pass"), check.reason);
        }
        for (let round = 0; check.result === "proved" && round < 40; round++) {
          const request = requestOf(set, all, pick);
          if (request !== undefined) {
            count("asked");
            assert.notEqual(evaluate(request, all).result, "allowed", JSON.stringify(request));
          }
        }
      }),
      { numRuns },
    );
    // All three answers have come up, and requests that what was proved could be tried on.
    assert.equal(results.size, 4, JSON.stringify([...results]));
    if (process.env.PROVE_RUNS !== undefined) {
      console.log(Object.fromEntries(results));
    }
  });

  it("never refutes after a Deny is added what it proved before", () => {
    const addition = kindOf.chain((kind) => fc.tuple(fc.constant(kind), statementOf(kind, "Deny")));
    fc.assert(
      fc.property(policies, requestSet, addition, (random, set, [kind, deny]) => {
        const statements = random[kind];
        if (
          statements !== undefined &&
          checkAccessNotGranted(compiled(random), set).result === "proved"
        ) {
          const more = compiled({ ...random, [kind]: [...statements, deny] });
          assert.notEqual(checkAccessNotGranted(more, set).result, "refuted");
        }
      }),
      { numRuns },
    );
  });

  it("answers for several actions as for each of them", () => {
    fc.assert(
      fc.property(policies, requestSet, (random, set) => {
        const all = compiled(random);
        const each = set.actions.map(
          (action) => checkAccessNotGranted(all, { ...set, actions: [action] }).result,
        );
        const [worst] = ["refuted", "undecided", "proved"].filter((result) =>
          each.includes(result as (typeof each)[number]),
        );
        assert.equal(checkAccessNotGranted(all, set).result, worst);
      }),
      { numRuns: numRuns / 2 },
    );
  });
});

function assertOfSet(request: Request, set: RequestSet) {
  assert.equal(request.unknown, undefined);
  assert.ok(set.actions.includes(request.action));
  const principal = request.role ?? request.principal;
  assert.ok(
    set.principals.some((one) =>
      typeof one === "string" && typeof principal === "string"
        ? fitsArn(one, principal) && !set.except!.some((not) => fitsArn(not, principal))
        : isDeepStrictEqual(one, principal),
    ),
  );
  assert.ok(set.resources.some((one) => fitsArn(one, request.resources[0] as string)));
  const given = new Set(Object.keys(request.context ?? {}));
  assert.ok(set.present!.every((key) => given.has(key)));
  assert.ok(!set.absent!.some((key) => given.has(key)));
}
