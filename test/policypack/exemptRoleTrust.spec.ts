import { deployRoleTrust } from "../../components/deployRolePolicy";
import { identityUsersTrust } from "../../components/userTrust";
import { exemptRoleTrustSanctioned } from "../../policypack/exemptRoleTrust";
import { zoneWith } from "../zone";
import { Given, assertMessages, violations } from "./support";

const organization = { "aws:PrincipalOrgID": "o-a1b2c3d4e5" };
const trusts = (name: string, changes: object): Given => ({
  type: "aws:iam/role:Role",
  props: {
    name,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Sid: "Trust", Effect: "Allow", Action: "sts:AssumeRole", ...changes }],
    }),
  },
});
const written = (name: string, assumeRolePolicy: string): Given => ({
  type: "aws:iam/role:Role",
  props: { name, assumeRolePolicy },
});
const ci = "arn:aws:iam::222222222222:role/sekisho-ci";
const start = "The trust policy of the role 'subject', statement 'Trust', must keep out";

describe("exempt-role-trust-sanctioned", () => {
  const cases: { title: string; given: Given; expected: (string | RegExp)[] }[] = [
    {
      title: "accepts the deploy role as the component trusts it",
      given: written("SekishoDeploy", deployRoleTrust(zoneWith())),
      expected: [],
    },
    {
      title: "accepts the reader as the component trusts it",
      given: written("SessionAuditor", identityUsersTrust(zoneWith())),
      expected: [],
    },
    {
      title: "blocks a deploy role that the whole account of CI may take",
      given: trusts("SekishoDeploy", { Principal: { AWS: "arn:aws:iam::222222222222:root" } }),
      expected: [
        new RegExp(`^${start} everyone but ${ci}, but lets in arn:aws:iam::222222222222:`),
      ],
    },
    {
      title: "blocks a deploy role that another role may take as well",
      given: trusts("SekishoDeploy", { Principal: { AWS: [ci, `${ci}2`] } }),
      expected: [new RegExp(`but lets in ${ci}2\\. Narrow it\\.$`)],
    },
    {
      title: "blocks a deploy role that a service may take",
      given: trusts("SekishoDeploy", { Principal: { AWS: ci, Service: "ec2.amazonaws.com" } }),
      expected: [/but lets in the service ec2\.amazonaws\.com\. Narrow it\.$/],
    },
    {
      title: "blocks a deploy role that a provider may hand out",
      given: trusts("SekishoDeploy", {
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: "token.actions.githubusercontent.com" },
      }),
      expected: [/but lets in the federated token\.actions\.githubusercontent\.com\./],
    },
    {
      title: "blocks a reader without MFA",
      given: trusts("SessionAuditor", {
        Principal: { AWS: "arn:aws:iam::222222222222:root" },
        Condition: {
          ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/os-access/*" },
        },
      }),
      expected: [/must keep out users without MFA/, /must keep out users without MFA/],
    },
    {
      title: "blocks a reader that every user of the identity account may take",
      given: trusts("SessionAuditor", {
        Principal: { AWS: "arn:aws:iam::222222222222:root" },
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      }),
      expected: [/must keep out everyone but arn:aws:iam::222222222222:user\/os-access\/\*/],
    },
    {
      title: "accepts an automation role that a service takes",
      given: trusts("PatchAutomation", { Principal: { Service: "ssm.amazonaws.com" } }),
      expected: [],
    },
    {
      title: "accepts an automation role that its own account takes",
      given: trusts("PatchAutomation", { Principal: { AWS: "arn:aws:iam::333333333333:root" } }),
      expected: [],
    },
    {
      title: "accepts an automation role that the organization takes",
      given: trusts("PatchAutomation", {
        Principal: { AWS: "*" },
        Condition: { StringEquals: organization },
      }),
      expected: [],
    },
    {
      title: "blocks an automation role that anybody takes",
      given: trusts("PatchAutomation", { Principal: { AWS: "*" } }),
      expected: [
        /must keep out everyone outside the organization o-a1b2c3d4e5/,
        /whoever comes by/,
      ],
    },
    {
      title:
        "blocks an automation role that a named account takes, which may leave the organization",
      given: trusts("PatchAutomation", { Principal: { AWS: "arn:aws:iam::999999999999:root" } }),
      expected: [/must keep out everyone outside the organization/],
    },
    {
      title: "blocks a trust policy that cannot be read",
      given: written("SekishoDeploy", "{"),
      expected: [/must be a policy document that can be read/],
    },
    {
      title: "leaves other roles alone",
      given: trusts("Builder", { Principal: { AWS: "*" } }),
      expected: [],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assertMessages(await violations(exemptRoleTrustSanctioned, given), expected),
    );
  }
});
