import * as aws from "@pulumi/aws";

/** The management account, which no guardrail reaches. */
const provider = new aws.Provider("management", {
  region: "ap-northeast-1",
  allowedAccountIds: ["111111111111"],
  assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/OrganizationAccountAccessRole" }],
});

new aws.iam.RolePolicy(
  "support",
  {
    name: "support",
    role: "Support",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "ssm:Start*", Resource: "*" }],
    }),
  },
  { provider },
);
