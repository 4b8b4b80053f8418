import * as assert from "node:assert/strict";
import pc from "picocolors";
import { countProof, proofLines } from "../../cli/proofLines";
import { catalogue } from "../../guardrails/catalogue";
import type { AccountProof, Proof } from "../../proof/proof";
import type { AccessCheck } from "../../iam/accessCheck";

const colors = pc.createColors(false);
const proved: AccessCheck = { result: "proved", statements: [], missing: [] };
const undecided: AccessCheck = { result: "undecided", reason: "too many classes" };
const refuted: AccessCheck = {
  result: "refuted",
  request: {
    principal: "arn:aws:iam::333333333333:role/Anybody",
    action: "ssm:SendCommand",
    resources: ["*"],
    context: { "aws:RequestedRegion": "eu-west-1" },
  },
  decision: { result: "allowed", decidedBy: [], missing: [], unknownKeys: [] },
};

function proofWith(
  ...groups: { accounts: string[]; paths?: AccessCheck[]; claims?: AccessCheck[] }[]
): Proof {
  return {
    guarded: groups.map(({ accounts, paths = [], claims = [] }): AccountProof => ({
      accounts,
      paths: paths.map((check, index) => ({ path: `Path${index}`, exempt: [], check })),
      roles: [
        {
          role: "OSAccess",
          exemption: "osAccess",
          claims: claims.map((check) => ({ claim: "nobody assumes it", check })),
          uses: [],
          unread: [],
        },
      ],
    })),
    managedPolicies: ["ReadOnlyAccess v1 of 2026-01-01"],
    windowsOnTakingAlone: [],
  };
}

describe("The lines of the proof", () => {
  it("count accounts, paths and claims where all is proved", () => {
    const proof = proofWith(
      { accounts: ["web", "shop"], paths: [proved, proved], claims: [proved] },
      { accounts: ["mail"], paths: [proved] },
    );
    assert.deepEqual(countProof(proof), { proved: 7, refuted: 0, undecided: 0 });
    assert.deepEqual(proofLines(proof, { all: false, colors }), [
      "Proof",
      "  proved  5 access paths in 3 guarded accounts closed to everyone but the roles exempt from each; 2 claims about who takes those roles, and about sessions in windows",
      "  read with AWS's own policies: ReadOnlyAccess v1 of 2026-01-01",
    ]);
  });

  it("show each failure once with its accounts, its request and how to see it again", () => {
    const proof = proofWith(
      { accounts: ["web", "shop"], paths: [refuted], claims: [undecided] },
      { accounts: ["mail"], paths: [refuted], claims: [refuted] },
    );
    assert.deepEqual(countProof(proof), { proved: 0, refuted: 4, undecided: 2 });
    assert.deepEqual(proofLines(proof, { all: false, colors }).slice(3), [
      "  refuted  Path0  in web, shop and mail",
      "    arn:aws:iam::333333333333:role/Anybody calls ssm:SendCommand on *",
      "    with aws:RequestedRegion = eu-west-1",
      "    $ sekisho explain anyone web Path0",
      "  undecided  OSAccess: nobody assumes it  in web and shop",
      "    too many classes",
      "  refuted  OSAccess: nobody assumes it  in mail",
      "    arn:aws:iam::333333333333:role/Anybody calls ssm:SendCommand on *",
      "    with aws:RequestedRegion = eu-west-1",
      `    $ sekisho explain --request '${JSON.stringify((refuted as { request: object }).request)}'`,
    ]);
  });

  it("list 20 failures and how many more", () => {
    const proof = proofWith({ accounts: ["web"], paths: Array<AccessCheck>(25).fill(undecided) });
    const lines = proofLines(proof, { all: false, colors });
    assert.equal(lines.at(-1), "  and 5 more (--all lists each)");
    assert.equal(proofLines(proof, { all: true, colors }).length, 3 + 25 * 3);
  });

  it("say of a path of the catalogue what somebody can do", () => {
    const [path] = catalogue;
    const group = { accounts: ["web"], roles: [] };
    for (const [check, words] of [
      [refuted, "anyone can"],
      [undecided, "who can"],
    ] as const) {
      const paths = [{ path: path!.id, exempt: [], check }];
      const proof = {
        guarded: [{ ...group, paths }],
        managedPolicies: [],
        windowsOnTakingAlone: [],
      };
      const line = proofLines(proof, { all: false, colors })[2];
      assert.equal(line, `  ${check.result}  ${words} ${path!.can} (${path!.id})  in web`);
    }
  });

  it("say where nothing is claimed of sessions, and what that means", () => {
    const proof = { ...proofWith({ accounts: ["web"] }), windowsOnTakingAlone: ["web", "shop"] };
    const [, , line] = proofLines(proof, { all: false, colors });
    assert.match(
      line!,
      /^ {2}not claimed {2}of web and shop: .*windows: assume-role.* up to an hour/,
    );
  });

  it("say so where nothing is guarded", () => {
    assert.match(proofLines(proofWith(), { all: false, colors })[1]!, /nothing to prove/);
  });
});
