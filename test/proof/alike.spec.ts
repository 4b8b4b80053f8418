import * as assert from "node:assert/strict";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { likenessOf } from "../../proof/alike";
import { statementsAbout, statementsBeside } from "../../proof/statementsAbout";

const account = "333333333333";

interface Shape {
  readonly user?: string;
  readonly from?: string;
  readonly until?: string;
  readonly node?: string;
  readonly id?: string;
  readonly effect?: "Allow" | "Deny";
  readonly operator?: string;
  readonly name?: string;
}

const grant = ({
  user = "alice",
  from = "2026-12-01T00:00:00Z",
  until = "2026-12-01T04:00:00Z",
  node = "i-0aaaaaaaaaaaaaaa1",
  id = account,
  effect = "Allow",
  operator = "StringLike",
  name = `*:${user}`,
}: Shape = {}) =>
  compiledPolicy(
    "identity",
    JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Sid: `Grant${user}`,
        Effect: effect,
        Action: "ssm:StartSession",
        Resource: `arn:aws:ec2:*:${id}:instance/${node}`,
        Condition: {
          [operator]: { "aws:userid": name },
          DateGreaterThanEquals: { "aws:CurrentTime": from },
          DateLessThan: { "aws:CurrentTime": until },
        },
      },
    }),
    "grants",
  );

const likeness = ({ user = "alice", id = account, ...shape }: Shape = {}) =>
  likenessOf([grant({ user, id, ...shape })], ["ssm:StartSession"], "", id, user);

describe("questions are alike", () => {
  const same: { title: string; shape: Shape }[] = [
    { title: "of two people", shape: { user: "bob" } },
    { title: "of two nodes", shape: { node: "i-0bbbbbbbbbbbbbbb2" } },
    { title: "of two accounts", shape: { id: "444444444444" } },
    {
      title: "of two windows",
      shape: { from: "2027-01-01T00:00:00Z", until: "2027-01-02T00:00:00Z" },
    },
  ];
  for (const { title, shape } of same) {
    it(title, () => assert.equal(likeness(shape), likeness()));
  }

  const different: { title: string; shape: Shape }[] = [
    { title: "of a window that ends before it begins", shape: { until: "2026-11-01T00:00:00Z" } },
    { title: "of an instance and a managed one", shape: { node: "mi-0aaaaaaaaaaaaaaa1" } },
    { title: "of an Allow and a Deny", shape: { effect: "Deny" } },
    { title: "of a name and a pattern", shape: { name: "*alice" } },
    { title: "of a pattern that fits some nodes", shape: { node: "i-0aaa*" } },
    { title: "of a moment that is written otherwise", shape: { from: "2026-12-01" } },
  ];
  for (const { title, shape } of different) {
    it(`but not ${title}`, () => assert.notEqual(likeness(shape), likeness()));
  }

  describe("about everybody", () => {
    const ofAll = (...shapes: Shape[]) =>
      likenessOf(shapes.map(grant), ["ssm:StartSession"], "", account);

    it("where others have the same grants", () => {
      assert.equal(
        ofAll({ user: "alice" }, { user: "bob" }),
        ofAll({ user: "carol" }, { user: "dave" }),
      );
    });

    const others: { title: string; one: Shape[]; other: Shape[] }[] = [
      {
        title: "where one person has both grants",
        one: [{ user: "alice" }, { user: "alice" }],
        other: [{ user: "alice" }, { user: "bob" }],
      },
      {
        title: "where a pattern fits one of the people",
        one: [{ user: "alice" }, { name: "*:a*" }],
        other: [{ user: "bob" }, { name: "*:a*" }],
      },
      {
        title: "where two names differ by letter case alone",
        one: [{ user: "alice" }, { user: "Alice" }],
        other: [{ user: "alice" }, { user: "bob" }],
      },
      {
        title: "where a name stands elsewhere too",
        one: [{ user: "instance" }],
        other: [{ user: "alice" }],
      },
    ];
    for (const { title, one, other } of others) {
      it(`but not ${title}`, () => assert.notEqual(ofAll(...one), ofAll(...other)));
    }
  });

  it("but not where the policies of two accounts look into names", () => {
    const shape = { node: "i-0aaa*" };
    assert.notEqual(likeness({ ...shape, id: "444444444444" }), likeness(shape));
  });
});

describe("what policies say of one person", () => {
  const left = (shape: Shape, user = "alice") =>
    statementsAbout(user, [grant(shape)])[0]!.statements.length;

  const cases: { title: string; shape: Shape; statements: number }[] = [
    { title: "is what names him", shape: {}, statements: 1 },
    { title: "is not what names others", shape: { user: "bob" }, statements: 0 },
    { title: "is what a pattern may mean", shape: { name: "*:b*" }, statements: 1 },
    { title: "is what a part of a name may mean", shape: { name: "*bob" }, statements: 1 },
    { title: "is what another letter case may mean", shape: { name: "*:ALICE" }, statements: 1 },
    {
      title: "is not what spares him",
      shape: { operator: "StringNotLike", effect: "Deny" },
      statements: 0,
    },
    {
      title: "is what spares others",
      shape: { operator: "StringNotLike", effect: "Deny", user: "bob" },
      statements: 1,
    },
    {
      title: "is what holds without the key",
      shape: { operator: "StringLikeIfExists", user: "bob" },
      statements: 1,
    },
  ];
  for (const { title, shape, statements } of cases) {
    it(title, () => assert.equal(left(shape), statements));
  }

  it("leaves out the Allow statements of those who are spared, and no Deny", () => {
    const beside = (shape: Shape) => statementsBeside(["alice"], [grant(shape)])[0]!.statements;
    assert.deepEqual(
      [{}, { user: "bob" }, { effect: "Deny" as const }].map((shape) => beside(shape).length),
      [0, 1, 1],
    );
  });
});
