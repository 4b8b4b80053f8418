import * as aws from "@pulumi/aws";

/** A provider as the pack asks for one: one account, one role, one region. */
export const provider = new aws.Provider("web-production", {
  region: "ap-northeast-1",
  allowedAccountIds: ["444444444444"],
  assumeRoles: [{ roleArn: "arn:aws:iam::444444444444:role/OrganizationAccountAccessRole" }],
});
