import * as aws from "@pulumi/aws";

// Whatever role the caller happens to have.
const provider = new aws.Provider("web-production", {
  region: "ap-northeast-1",
  allowedAccountIds: ["444444444444"],
});

new aws.cloudwatch.LogGroup("shop", { name: "/shop" }, { provider });
