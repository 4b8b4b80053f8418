import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { Result } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { Request } from "../../iam/request";
import {
  compiled,
  context,
  keys,
  kindOf,
  policies,
  RandomKind,
  RandomPolicies,
  request,
  statementOf,
} from "./randomPolicies";

/** How much a result lets through: 0 nothing, 1 perhaps, 2 the request. */
const permissiveness: Record<Result, number> = {
  "explicitly denied": 0,
  "implicitly denied": 0,
  unknown: 1,
  allowed: 2,
};

const numRuns = 2_000;

const decide = (request: Request, policies: RandomPolicies) =>
  evaluate(request, compiled(policies));

/** A statement that is added to one of the policies, if there is one of that kind. */
const addition = (effect: "Allow" | "Deny") =>
  kindOf.chain((kind) => fc.tuple(fc.constant(kind), statementOf(kind, effect)));

function withStatement(
  policies: RandomPolicies,
  kind: RandomKind,
  statement: Record<string, unknown>,
): RandomPolicies {
  const statements = policies[kind];
  return statements === undefined ? policies : { ...policies, [kind]: [...statements, statement] };
}

/** The request with its unknown keys replaced: each has the value of `facts`, or is absent. */
function resolved(request: Request, facts: Record<string, string | string[]>): Request {
  const known = Object.entries(request.context ?? {}).filter(
    ([key]) => !request.unknown?.includes(key),
  );
  const found = Object.entries(facts).filter(([key]) => request.unknown?.includes(key));
  // AWS sends the time with every request.
  const time = { "aws:CurrentTime": "2026-11-23T00:00:00Z" };
  return {
    ...request,
    unknown: [],
    context: { ...time, ...Object.fromEntries([...known, ...found]) },
  };
}

describe("evaluate", () => {
  it("never allows more for an added Deny", () => {
    fc.assert(
      fc.property(request, policies, addition("Deny"), (request, policies, [kind, deny]) => {
        const before = decide(request, policies).result;
        const after = decide(request, withStatement(policies, kind, deny)).result;
        assert.ok(permissiveness[after] <= permissiveness[before], `${before} became ${after}`);
      }),
      { numRuns },
    );
  });

  it("never denies more for an added Allow", () => {
    fc.assert(
      fc.property(request, policies, addition("Allow"), (request, policies, [kind, allow]) => {
        const before = decide(request, policies).result;
        const after = decide(request, withStatement(policies, kind, allow)).result;
        assert.ok(permissiveness[after] >= permissiveness[before], `${before} became ${after}`);
      }),
      { numRuns },
    );
  });

  it("does not look at the order of statements", () => {
    fc.assert(
      fc.property(request, policies, (request, policies) => {
        const reversed = Object.fromEntries(
          Object.entries(policies).map(([kind, statements]) => [kind, [...statements].reverse()]),
        );
        const [one, two] = [decide(request, policies), decide(request, reversed)];
        assert.equal(one.result, two.result);
        assert.deepEqual(one.unknownKeys, two.unknownKeys);
        assert.equal(one.decidedBy.length, two.decidedBy.length);
      }),
      { numRuns },
    );
  });

  it("says nothing of unknown keys that a value, or their absence, could refute", () => {
    const results = new Map<Result, number>();
    fc.assert(
      fc.property(request, policies, context, (request, policies, facts) => {
        const before = decide(request, policies).result;
        const after = decide(resolved(request, facts), policies).result;
        results.set(before, (results.get(before) ?? 0) + 1);
        assert.ok(
          before === "unknown" || permissiveness[before] === permissiveness[after],
          `${before} became ${after}`,
        );
        assert.ok(before !== "explicitly denied" || after === before, `${before} became ${after}`);
      }),
      { numRuns: 3 * numRuns },
    );
    // All four have come up, so that the property has been asked of each.
    assert.equal(results.size, 4, JSON.stringify([...results]));
  });

  it("names what an unknown decision hangs on, and only then", () => {
    const possible = [...keys, "aws:PrincipalArn"].map((key) => key.toLowerCase());
    fc.assert(
      fc.property(request, policies, (request, policies) => {
        const { result, unknownKeys } = decide(request, policies);
        assert.equal(result === "unknown", unknownKeys.length > 0);
        assert.deepEqual(
          unknownKeys.filter((key) => ![...possible, "NotPrincipal"].includes(key)),
          [],
        );
      }),
      { numRuns },
    );
  });
});
