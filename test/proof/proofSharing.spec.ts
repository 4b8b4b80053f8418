import { NamedAccounts } from "../../guardrails/namedAccounts";
import * as assert from "node:assert/strict";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { DecidingStatements, Numbers, worstOf } from "../../proof/proofSharing";

const [web, shop, mail] = ["111111111111", "222222222222", "333333333333"] as [
  string,
  string,
  string,
];

describe("what is proved of one account holds for another", () => {
  const cases: { title: string; text: unknown; alike: boolean }[] = [
    {
      title: "that no text names either",
      text: { Resource: `arn:aws:iam::${mail}:role/x` },
      alike: true,
    },
    { title: "that the same lists name too", text: { accounts: [web, mail, shop] }, alike: true },
    {
      title: "that the same list names in the same form",
      text: { arns: [`arn:aws:iam::${shop}:role/x`, `arn:aws:iam::${web}:role/x`] },
      alike: true,
    },
    { title: "but not for one that is left out", text: { accounts: [web] }, alike: false },
    { title: "but not for one in another list", text: { a: [web], b: [shop] }, alike: false },
    {
      title: "but not for one in another form",
      text: { arns: [`arn:aws:iam::${shop}:role/x`, `arn:aws:iam::${web}:role/y`] },
      alike: false,
    },
    {
      title: "but not for one in another statement",
      text: [{ accounts: [web] }, { accounts: [shop] }],
      alike: false,
    },
    { title: "but not where a piece of an id might fit", text: { account: "2222*" }, alike: false },
    { title: "but not where the end of an id might fit", text: { account: "*2222" }, alike: false },
    {
      title: "but not where the size of an id counts",
      text: { NumericLessThan: { "aws:PrincipalAccount": "3" } },
      alike: false,
    },
    {
      title: "but not where an id stands in a longer word",
      text: { name: "x${aws:PrincipalAccount}" },
      alike: false,
    },
    { title: "whatever longer numbers there are", text: { key: `9${web}` }, alike: true },
  ];
  for (const { title, text, alike } of cases) {
    it(title, () => {
      const named = new NamedAccounts([JSON.stringify(text)]);
      assert.equal(named.groupOf(web) === named.groupOf(shop), alike);
    });
  }
});

describe("the statements that decide a question", () => {
  const scp = (...Statement: object[]) =>
    compiledPolicy("scp", JSON.stringify({ Version: "2012-10-17", Statement }), "p");
  const full = scp({ Effect: "Allow", Action: "*", Resource: "*" });
  const deny = (Action: string, Condition?: object) => ({
    Sid: "No",
    Effect: "Deny",
    Action,
    Resource: "*",
    ...(Condition && { Condition }),
  });
  const numbers = new Numbers();
  const key = (levels: ConstructorParameters<typeof DecidingStatements>[0], id = web) =>
    new DecidingStatements(levels, ["ssm:StartSession"], numbers).keyFor(id);

  it("are those that cover one of its actions, at whatever level they stand", () => {
    assert.equal(
      key([[full], [full, scp(deny("ssm:*"), deny("s3:GetObject"))]]),
      key([[full, scp(deny("ssm:*"))], [full], [full]]),
    );
  });

  it("are others where a Deny is added, or a level allows less", () => {
    const before = key([[full], [full]]);
    assert.notEqual(key([[full], [full, scp(deny("ssm:StartSession"))]]), before);
    assert.notEqual(
      key([[full], [scp({ Effect: "Allow", Action: "ssm:*", Resource: "*" })]]),
      before,
    );
  });

  it("set an account apart that one of them names, and no other", () => {
    const named = scp(deny("ssm:*", { StringEquals: { "aws:PrincipalAccount": web } }));
    const elsewhere = scp(deny("s3:*", { StringEquals: { "aws:PrincipalAccount": web } }));
    assert.notEqual(key([[full, named]], web), key([[full, named]], shop));
    assert.equal(key([[full, named]], mail), key([[full, named]], shop));
    assert.equal(key([[full, elsewhere]], web), key([[full, elsewhere]], shop));
  });
});

describe("the worst of several answers", () => {
  const proved = { result: "proved", statements: [], missing: [] } as const;
  const undecided = { result: "undecided", reason: "too many" } as const;

  it("is undecided where one is, and proved where all are", () => {
    assert.equal(worstOf([proved, undecided, proved]), undecided);
    assert.equal(worstOf([proved, proved]).result, "proved");
  });
});
