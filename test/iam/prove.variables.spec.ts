import { Policies } from "../../iam/decision";
import { assertCheck, anyRole, anyUser, deny, ProofCase, sessions, under } from "./proveCases";
import { account, everything, policy } from "./startSession";

/** Trust in the account's users under their own name, with further statements. */
function trust(statement: Record<string, unknown>): Policies {
  return {
    identity: [policy("identity", everything)],
    resource: policy("trust", {
      Sid: "Users",
      Effect: "Allow",
      Principal: { AWS: account },
      Action: "sts:AssumeRole",
      ...statement,
    }),
  };
}

const ownName = { Condition: { StringEquals: { "sts:RoleSessionName": "${aws:username}" } } };
const osAccess = `arn:aws:iam::${account}:role/OSAccess`;
const assume = { actions: ["sts:AssumeRole"], resources: [osAccess] };
const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;

const ownSessions: Policies = {
  identity: [
    policy("identity", {
      Effect: "Allow",
      Action: "ssm:TerminateSession",
      Resource: "arn:aws:ssm:*:*:session/*",
      Condition: { StringEquals: { "ssm:resourceTag/owner": "${aws:userid}" } },
    }),
  ],
};
const terminate = {
  actions: ["ssm:TerminateSession"],
  resources: [`arn:aws:ssm:*:${account}:session/*`],
};

const self: Policies = {
  identity: [
    policy("identity", {
      Effect: "Allow",
      Action: "iam:EnableMFADevice",
      Resource: `arn:aws:iam::${account}:user/os-access/\${aws:username}`,
    }),
  ],
};
const enable = (name: string) => ({ actions: ["iam:EnableMFADevice"], resources: [user(name)] });

const cases: readonly ProofCase[] = [
  {
    name: "nobody takes another's name for a session",
    policies: trust(ownName),
    requests: sessions({
      ...assume,
      principals: [anyUser],
      except: [user("alice"), user("*/alice")],
      context: { "sts:RoleSessionName": "alice" },
    }),
    expect: { proved: [] },
  },
  {
    name: "a user takes the own name",
    policies: trust(ownName),
    requests: sessions({ ...assume, principals: [anyUser] }),
    expect: { refuted: { context: { "sts:RoleSessionName": "x" } } },
  },
  {
    name: "who has no user name assumes nothing",
    policies: trust(ownName),
    requests: sessions({ ...assume, principals: [anyRole] }),
    expect: { proved: [] },
  },
  {
    name: "a default value is a name that a role can take",
    policies: trust({
      Condition: { StringEquals: { "sts:RoleSessionName": "${aws:username, 'robot'}" } },
    }),
    requests: sessions({ ...assume, principals: [anyRole] }),
    expect: { refuted: { context: { "sts:RoleSessionName": "robot" } } },
  },
  {
    name: "a session is ended by its owner",
    policies: ownSessions,
    requests: sessions(terminate),
    expect: { refuted: { context: { "aws:userid": "x", "ssm:resourceTag/owner": "x" } } },
  },
  {
    name: "a session is ended by nobody else",
    policies: ownSessions,
    requests: sessions({
      ...terminate,
      context: { "aws:userid": "AROA:bobby", "ssm:resourceTag/owner": "AROA:bob" },
    }),
    expect: { proved: [] },
  },
  {
    name: "a session without an owner is ended by nobody",
    policies: ownSessions,
    requests: sessions({ ...terminate, absent: ["ssm:resourceTag/owner"] }),
    expect: { proved: [] },
  },
  {
    name: "users change themselves",
    policies: self,
    requests: sessions({ ...enable("os-access/*"), principals: [user("os-access/*")] }),
    expect: { refuted: { principal: user("os-access/x") } },
  },
  {
    name: "users do not change others",
    policies: self,
    requests: sessions({
      ...enable("os-access/alice"),
      principals: [anyUser],
      except: [user("alice"), user("*/alice")],
    }),
    expect: { proved: [] },
  },
  {
    name: "two different tags on the principal and on the resource close it where they must be equal",
    policies: under(
      deny({ Condition: { StringNotEquals: { "aws:PrincipalTag/team": "red" } } }),
      deny({
        Sid: "OwnTeam",
        Condition: { StringNotEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
      }),
    ),
    requests: sessions({ context: { "aws:ResourceTag/team": "blue" } }),
    expect: { proved: ["NoSessions", "OwnTeam"] },
  },
  {
    name: "the account of the resource may be the caller's",
    policies: under(
      deny({
        Condition: { StringNotEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } },
      }),
    ),
    requests: sessions(),
    expect: { refuted: { context: { "aws:ResourceAccount": account } } },
  },
  {
    name: "a text with a variable and a wildcard is tried",
    policies: under(
      deny({
        Resource: undefined,
        NotResource: "arn:aws:ssm:*:*:document/${aws:username}-*",
      }),
    ),
    requests: sessions({ principals: [anyUser] }),
    expect: { refuted: { principal: user("x") } },
  },
  {
    name: "a text with a variable and a wildcard proves nothing",
    policies: under(
      deny({
        Resource: undefined,
        NotResource: "arn:aws:ssm:*:*:document/${aws:username}-*",
      }),
      deny({ Resource: "arn:aws:ssm:*:*:document/*-*" }),
    ),
    requests: sessions({ principals: [anyUser] }),
    expect: { undecided: /document\/\$\{aws:username\}-\*/ },
  },
  {
    name: "a Deny that does not ask for the variable proves it all the same",
    policies: under(
      deny({
        Resource: undefined,
        NotResource: "arn:aws:ssm:*:*:document/${aws:username}-*",
      }),
      deny({ Sid: "Everywhere" }),
    ),
    requests: sessions({ principals: [anyUser] }),
    expect: { proved: ["Everywhere"] },
  },
];

describe("A check of policies with variables", () => {
  for (const one of cases) {
    it(one.name, () => assertCheck(one));
  }
});
