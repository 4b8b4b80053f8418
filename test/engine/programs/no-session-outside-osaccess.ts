import * as aws from "@pulumi/aws";
import { provider } from "./provider";

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
