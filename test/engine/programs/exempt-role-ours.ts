import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.iam.RolePolicy(
  "more",
  {
    name: "more",
    // Without the component that makes it.
    role: "SessionAuditor",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
    }),
  },
  { provider },
);
