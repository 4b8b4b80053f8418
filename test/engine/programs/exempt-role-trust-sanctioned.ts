import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.iam.Role(
  "patching",
  {
    name: "PatchAutomation",
    // Whoever knows its ARN.
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } }],
    }),
  },
  { provider },
);
