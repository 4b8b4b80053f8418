import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RequestPrincipal } from "../../iam/caller";
import { compile } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { Result } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { parsePolicy } from "../../iam/parsePolicy";
import { faultText } from "../../iam/policyJson";

/** A file of test/iam/cases: requests with the decision that AWS documents for them. */
interface Topic {
  readonly topic: string;
  /** The AWS page that the expectations rest on, but for cases with a source of their own. */
  readonly page: string;
  /** Documents that several cases name instead of holding them. */
  readonly policies?: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly source?: string;
  readonly request: {
    readonly principal: RequestPrincipal;
    readonly role?: string;
    readonly action: string;
    readonly resources: readonly string[];
    readonly context?: Record<string, string | string[]>;
    readonly unknown?: readonly string[];
  };
  readonly identity?: readonly unknown[];
  readonly boundary?: unknown;
  readonly session?: unknown;
  readonly scps?: readonly (readonly unknown[])[];
  readonly rcps?: readonly (readonly unknown[])[];
  readonly resourcePolicy?: unknown;
  readonly managementAccount?: string;
  readonly resourceAccount?: string;
  readonly expect: Result;
  /** Sids of statements that must be among those that decided. */
  readonly by?: readonly string[];
}

const folder = join(__dirname, "cases");

function compiled(policy: unknown, kind: PolicyKind, named: Topic["policies"] = {}) {
  const result = parsePolicy(typeof policy === "string" ? named[policy] : policy);
  assert.ok(result.ok, result.ok ? "" : result.faults.map(faultText).join("; "));
  return compile(result.document, kind);
}

function decide(one: Case, named: Topic["policies"]) {
  const { request, boundary, session, resourcePolicy, managementAccount, resourceAccount } = one;
  const all = (policies: readonly unknown[] | undefined, kind: PolicyKind) =>
    policies?.map((policy) => compiled(policy, kind, named));
  const levels = (policies: Case["scps"], kind: PolicyKind) =>
    policies?.map((level) => all(level, kind) ?? []);
  const kind = request.action.toLowerCase().startsWith("sts:assumerole") ? "trust" : "resource";
  return evaluate(
    { role: roleOf(request), ...request, resourceAccount },
    {
      identity: all(one.identity, "identity"),
      boundary: boundary === undefined ? undefined : compiled(boundary, "boundary", named),
      session: session === undefined ? undefined : [compiled(session, "session", named)],
      scps: levels(one.scps, "scp"),
      rcps: levels(one.rcps, "rcp"),
      resource: resourcePolicy === undefined ? undefined : compiled(resourcePolicy, kind, named),
      managementAccount,
    },
  );
}

/** The role of a session in a case that names none has no path. */
function roleOf({ principal }: Case["request"]): string | undefined {
  const form = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//;
  const [, partition, account, name] =
    (typeof principal === "string" && form.exec(principal)) || [];
  return name === undefined ? undefined : `arn:${partition}:iam::${account}:role/${name}`;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const { topic, page, policies, cases } = JSON.parse(
    readFileSync(join(folder, file), "utf8"),
  ) as Topic;
  describe(`the decision on ${topic}`, () => {
    it("rests on a page of AWS", () => assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//));

    for (const one of cases) {
      it(one.name, () => {
        const { result, decidedBy } = decide(one, policies);
        assert.equal(result, one.expect);
        const sids = decidedBy.map(({ sid }) => sid);
        assert.deepEqual(one.by?.filter((sid) => !sids.includes(sid)) ?? [], []);
      });
    }
  });
}
