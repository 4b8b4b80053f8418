import { anyRole, assertCheck, deny, ProofCase, sessions, under, when } from "./proveCases";
import { account } from "./startSession";

const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;

const cases: readonly ProofCase[] = [
  {
    name: "a Deny under a condition is passed without the key",
    policies: under(when({ StringEquals: { "aws:RequestTag/a": "b" } })),
    requests: sessions(),
    expect: { refuted: { principal: role("Anybody") } },
  },
  {
    name: "a Deny under a negated condition is passed with the value alone",
    policies: under(when({ StringNotLike: { "aws:RequestTag/a": "b*d" } })),
    requests: sessions(),
    expect: { refuted: { context: { "aws:RequestTag/a": "bd" } } },
  },
  {
    name: "two conditions that leave no value between them close the action",
    policies: under(
      deny({ Sid: "Below", Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "100" } } }),
      deny({
        Sid: "From",
        Condition: { NumericGreaterThanEquals: { "aws:MultiFactorAuthAge": "100" } },
      }),
      deny({ Sid: "Without", Condition: { Null: { "aws:MultiFactorAuthAge": "true" } } }),
    ),
    requests: sessions(),
    expect: { proved: ["Without", "Below", "From"] },
  },
  {
    name: "the one value between two conditions is found",
    policies: under(
      deny({ Sid: "Below", Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "100" } } }),
      deny({
        Sid: "Above",
        Condition: { NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": "100" } },
      }),
    ),
    requests: sessions(),
    expect: { refuted: { context: { "aws:MultiFactorAuthAge": "100" } } },
  },
  {
    name: "an address inside of an allowed range is found",
    policies: under(when({ NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"] } })),
    requests: sessions(),
    expect: { refuted: { context: { "aws:SourceIp": "10.0.0.0" } } },
  },
  {
    name: "both keys of the time are one",
    policies: under(
      deny({
        Sid: "Before",
        Condition: { DateLessThan: { "aws:CurrentTime": "2026-12-01T00:00:00Z" } },
      }),
      deny({
        Sid: "After",
        Condition: { NumericGreaterThanEquals: { "aws:EpochTime": "1796083200" } },
      }),
    ),
    requests: sessions(),
    expect: { proved: ["Before", "After"] },
  },
  {
    name: "a window of time is found",
    policies: under(
      deny({ Condition: { DateLessThan: { "aws:CurrentTime": "2026-12-01T00:00:00Z" } } }),
      deny({ Condition: { DateGreaterThan: { "aws:CurrentTime": "2026-12-01T04:00:00Z" } } }),
    ),
    requests: sessions(),
    expect: { refuted: { context: { "aws:CurrentTime": "2026-12-01T00:00:00Z" } } },
  },
  {
    name: "a Deny without MFA is passed with it",
    policies: under(when({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } })),
    requests: sessions(),
    expect: { refuted: { context: { "aws:MultiFactorAuthPresent": "true" } } },
  },
  {
    name: "a Deny without MFA closes requests that have none",
    policies: under(when({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } })),
    requests: sessions({ absent: ["aws:MultiFactorAuthPresent"] }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a key that all requests have is never left out",
    policies: under(when({ Null: { "ec2:Attribute/UserData": "false" } })),
    requests: sessions({ present: ["ec2:Attribute/UserData"] }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a value that all requests have is the only one tried",
    policies: under(when({ StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
    requests: sessions({ context: { "aws:PrincipalOrgID": "o-other00000" } }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "AWS always sends the region, so a Deny in every region closes the action",
    policies: under(when({ StringLike: { "aws:RequestedRegion": "*" } })),
    requests: sessions(),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a set operator is passed with two values together",
    policies: under(
      deny({ Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } } }),
      deny({ Condition: { "ForAllValues:StringNotEquals": { "aws:TagKeys": "a" } } }),
    ),
    requests: sessions(),
    expect: { refuted: { context: { "aws:TagKeys": ["x", "a"] } } },
  },
  {
    name: "a key compared as two kinds of values is not decided by trying some",
    policies: under(
      deny({ Condition: { NumericLessThan: { "aws:RequestTag/a": "5" } } }),
      deny({ Condition: { NumericGreaterThan: { "aws:RequestTag/a": "4" } } }),
      deny({ Condition: { StringNotEqualsIfExists: { "aws:RequestTag/a": "b" } } }),
      deny({ Condition: { StringEquals: { "aws:RequestTag/a": "b" } } }),
      deny({ Condition: { Null: { "aws:RequestTag/a": "true" } } }),
    ),
    requests: sessions(),
    expect: { undecided: /aws:RequestTag\/a is compared as text and as number/ },
  },
  {
    name: "a range that cannot be read leaves the answer open",
    policies: under(when({ IpAddressIfExists: { "aws:SourceIp": "10.0.0.0/99" } })),
    requests: sessions(),
    expect: { undecided: /aws:sourceip/ },
  },
];

describe("A check of condition keys", () => {
  for (const one of cases) {
    it(one.name, () => assertCheck(one));
  }

  it("gives up on patterns made to need exponentially many steps", () => {
    const patterns = ["a", "b", "c", "d"].map((letter) => `*${letter}${"?".repeat(40)}`);
    assertCheck({
      name: "",
      policies: under(when({ StringNotLikeIfExists: { "aws:RequestTag/a": patterns } })),
      requests: sessions({ present: ["aws:RequestTag/a"], principals: [anyRole] }),
      expect: { undecided: /too many to tell apart/ },
    });
  });
});
