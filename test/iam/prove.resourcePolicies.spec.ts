import { Policies } from "../../iam/decision";
import { assertCheck, anyRole, ProofCase, sessions } from "./proveCases";
import { account, everything, policy } from "./startSession";

const other = "333333333333";
const role = `arn:aws:iam::${other}:role/OSAccess`;
const assume = { actions: ["sts:AssumeRole"], resources: [role] };

function trusting(Principal: unknown, Condition: object = {}): Policies {
  return {
    identity: [policy("identity", everything)],
    resource: policy("trust", {
      Sid: "Trust",
      Effect: "Allow",
      Principal,
      Action: "sts:*",
      Condition,
    }),
  };
}

const cases: readonly ProofCase[] = [
  {
    name: "a role that trusts another account lets in nobody else",
    policies: trusting({ AWS: account }),
    requests: sessions({
      ...assume,
      principals: ["arn:aws:iam::*:role/*"],
      except: [`arn:aws:iam::${account}:role/*`],
    }),
    expect: { proved: [] },
  },
  {
    name: "whoever is in the trusted account gets in",
    policies: trusting({ AWS: account }),
    requests: sessions({ ...assume, principals: ["arn:aws:iam::*:role/*"] }),
    expect: { refuted: { principal: `arn:aws:iam::${account}:role/Anybody` } },
  },
  {
    name: "the session that is trusted by name is found",
    policies: trusting({ AWS: `arn:aws:sts::${account}:assumed-role/Admin/alice` }),
    requests: sessions({ ...assume, principals: [anyRole] }),
    expect: {
      refuted: {
        principal: `arn:aws:sts::${account}:assumed-role/Admin/alice`,
        role: `arn:aws:iam::${account}:role/Admin`,
      },
    },
  },
  {
    name: "the service that is trusted by name is found among all services",
    policies: trusting({ Service: "ssm.amazonaws.com" }),
    requests: sessions({ ...assume, principals: [{ service: "*" }] }),
    expect: { refuted: { principal: { service: "ssm.amazonaws.com" } } },
  },
  {
    name: "no service is trusted that is not named",
    policies: trusting({ AWS: account }),
    requests: sessions({ ...assume, principals: [{ service: "*" }, { federated: "*" }] }),
    expect: { proved: [] },
  },
  {
    name: "a provider that is left out is not found",
    policies: trusting({ Federated: `arn:aws:iam::${other}:saml-provider/idp` }),
    requests: sessions({
      ...assume,
      principals: [{ federated: "*" }],
      except: [`arn:aws:iam::${other}:saml-provider/idp`],
    }),
    expect: { proved: [] },
  },
  {
    name: "a condition with IfExists lets in who has no such key",
    policies: trusting({ AWS: "*" }, { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } }),
    requests: sessions({ ...assume, context: { "aws:PrincipalAccount": account } }),
    expect: { refuted: { principal: `arn:aws:iam::${account}:role/Anybody` } },
  },
  {
    name: "a role that is trusted by unique id is found by its user id",
    policies: trusting({ AWS: "AROAEXAMPLE" }),
    requests: sessions({ ...assume, principals: [anyRole] }),
    expect: { refuted: { context: { "aws:userid": "AROAEXAMPLE" } } },
  },
  {
    name: "what is said of the user id of federated users is not decided by the name of one",
    policies: trusting({ AWS: "*" }, { StringEquals: { "aws:userid": `${account}:alice` } }),
    requests: sessions({
      actions: ["sts:AssumeRole"],
      resources: [`arn:aws:iam::${account}:role/OSAccess`],
      principals: [`arn:aws:sts::${account}:federated-user/*`],
    }),
    expect: { undecided: /aws:userid/ },
  },
  {
    name: "a Deny with NotPrincipal that names no account is not decided",
    policies: {
      identity: [policy("identity", everything)],
      resource: policy("resource", [
        { ...everything, Principal: "*" },
        {
          Sid: "ButAdmin",
          Effect: "Deny",
          NotPrincipal: { AWS: `arn:aws:iam::${account}:role/Admin` },
          Action: "*",
          Resource: "*",
        },
      ]),
    },
    requests: sessions({ principals: [anyRole] }),
    expect: { undecided: /NotPrincipal/ },
  },
];

describe("A check of policies of resources", () => {
  for (const one of cases) {
    it(one.name, () => assertCheck(one));
  }
});
