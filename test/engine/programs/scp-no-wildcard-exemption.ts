import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.organizations.Policy(
  "sessions",
  {
    name: "sessions",
    type: "SERVICE_CONTROL_POLICY",
    content: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenySessions",
          Effect: "Deny",
          Action: "ssm:StartSession",
          Resource: "*",
          Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/OSAccess*" } },
        },
      ],
    }),
  },
  { provider },
);
