import { account, everything, policy } from "./startSession";
import { anyUser, assertCheck, deny, ProofCase, sessions, under, when } from "./proveCases";
import * as assert from "node:assert/strict";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";

const exempt = (...roles: readonly string[]) => ({
  Condition: {
    ArnNotLike: { "aws:PrincipalArn": roles.map((role) => `arn:aws:iam::*:role/${role}`) },
  },
});
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;

const principals: readonly ProofCase[] = [
  {
    name: "a Deny for everyone closes the action",
    policies: under(deny()),
    requests: sessions(),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "without a Deny any role passes",
    policies: under(),
    requests: sessions(),
    expect: { refuted: { principal: role("Anybody"), resources: ["*"] } },
  },
  {
    name: "an exempt role is found",
    policies: under(deny(exempt("OSAccess"))),
    requests: sessions(),
    expect: { refuted: { principal: role("OSAccess") } },
  },
  {
    name: "an exempt role that is left out is not",
    policies: under(deny(exempt("OSAccess"))),
    requests: sessions({ except: [role("OSAccess")] }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a wildcard before an exempt name lets in a role of another name",
    policies: under(deny(exempt("*OSAccess"))),
    requests: sessions({ except: [role("OSAccess")] }),
    expect: { refuted: { principal: role("xOSAccess") } },
  },
  {
    name: "a wildcard for the path of an exempt name lets in a role at a path",
    policies: under(deny(exempt("*/OSAccess"))),
    requests: sessions({ except: [role("OSAccess")] }),
    expect: { refuted: { principal: role("x/OSAccess") } },
  },
  {
    name: "an exemption of a role by letter case lets in the other letter case",
    policies: under(when({ StringNotEqualsIgnoreCase: { "aws:PrincipalArn": role("OSAccess") } })),
    requests: sessions({ except: [role("OSAccess")] }),
    expect: { refuted: { action: "ssm:StartSession" } },
  },
  {
    name: "an exemption of roles does not reach a user",
    policies: under(deny(exempt("*"))),
    requests: sessions({ principals: [anyUser, `arn:aws:iam::${account}:root`] }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "an exemption by account lets in the accounts of that pattern",
    policies: under(when({ StringNotLike: { "aws:PrincipalAccount": "4444*" } })),
    requests: sessions({ principals: ["arn:aws:iam::*:role/*"] }),
    expect: { refuted: { principal: "arn:aws:iam::444499999999:role/Anybody" } },
  },
  {
    name: "service-linked roles are never asked about",
    policies: under(
      when({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-service-role/*" } }),
    ),
    requests: sessions(),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a role of the management account is under no SCP",
    policies: { ...under(deny()), managementAccount: account },
    requests: sessions({ principals: ["arn:aws:iam::*:role/*"] }),
    expect: { refuted: { principal: role("Anybody") } },
  },
  {
    name: "a user name that is exempted is found",
    policies: under(when({ StringNotEquals: { "aws:username": "alice" } })),
    requests: sessions({ principals: [anyUser] }),
    expect: { refuted: { principal: `arn:aws:iam::${account}:user/alice` } },
  },
];

const resources: readonly ProofCase[] = [
  {
    name: "a resource that the Deny spares is found",
    policies: under(
      deny({ Resource: undefined, NotResource: "arn:aws:ssm:*:*:document/Hardening" }),
    ),
    requests: sessions(),
    expect: {
      refuted: { resources: [`arn:aws:ssm:us-east-1:${account}:document/Hardening`] },
    },
  },
  {
    name: "resources that the Deny covers are closed, whatever else is open",
    policies: under(deny({ Resource: "arn:aws:ec2:*:*:instance/*" })),
    requests: sessions({ resources: [`arn:aws:ec2:*:${account}:instance/i-*`] }),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "the name that two patterns leave between them is found",
    policies: under(
      deny({ Resource: "arn:aws:ssm:*:*:document/?*a" }),
      deny({ Resource: "arn:aws:ssm:*:*:document/b?*" }),
    ),
    requests: sessions({ resources: [`arn:aws:ssm:eu-west-1:${account}:document/*a`] }),
    expect: { refuted: { resources: [`arn:aws:ssm:eu-west-1:${account}:document/a`] } },
  },
  {
    name: "of several actions the one that another Deny leaves open is found",
    policies: under(
      deny(),
      deny({ Action: "ssm:ResumeSession", Resource: "arn:aws:ssm:*:*:document/*" }),
    ),
    requests: sessions({ actions: ["ssm:StartSession", "ssm:ResumeSession"] }),
    expect: { refuted: { action: "ssm:ResumeSession" } },
  },
  {
    name: "a resource of the own account is found among those of all accounts",
    policies: under(),
    requests: sessions({ resources: ["arn:aws:ssm:*:????????????:document/Shell"] }),
    expect: { refuted: { resources: [`arn:aws:ssm:us-east-1:${account}:document/Shell`] } },
  },
  {
    name: "a principal of the resource's account is found among those of all accounts",
    policies: under(),
    requests: sessions({
      principals: ["arn:aws:iam::*:role/*"],
      resources: [`arn:aws:ssm:us-east-1:${account}:document/Shell`],
    }),
    expect: { refuted: { principal: role("Anybody") } },
  },
  {
    name: "what an identity policy names only is denied elsewhere by nobody's Allow",
    policies: {
      identity: [
        policy("identity", {
          Effect: "Allow",
          Action: "ssm:*",
          Resource: "arn:aws:ssm:eu-*:*:document/*",
        }),
      ],
    },
    requests: sessions({ resources: [`arn:aws:ssm:us-east-1:${account}:document/*`] }),
    expect: { proved: [] },
  },
];

describe("A check that access is not granted", () => {
  for (const [title, cases] of Object.entries({ principals, resources })) {
    describe(`of ${title}`, () => {
      for (const one of cases) {
        it(one.name, () => assertCheck(one));
      }
    });
  }

  it("names the levels that do not allow", () => {
    const { identity } = under();
    const check = checkAccessNotGranted(
      { identity: identity!, scps: [[policy("scp", everything)], []] },
      sessions({ resources: [`arn:aws:ssm:*:${account}:document/*`] }),
    );
    assert.deepEqual(check, {
      result: "proved",
      statements: [],
      missing: [{ kind: "scp", level: 1 }],
    });
  });

  for (const [what, requests] of [
    ["principal", sessions({ principals: ["arn:aws:iam::2222:role/*"] })],
    ["resource", sessions({ resources: ["arn:aws:ssm:*"] })],
  ] as const) {
    it(`takes no pattern that no ${what} can have for a proof`, () => {
      assert.throws(() => checkAccessNotGranted(under(deny()), requests), /can have an ARN of the/);
    });
  }
});
