import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { provider } from "./provider";

// As the component makes it, but for whom it trusts.
const parent = new pulumi.ComponentResource("sekisho:components:OsAccessRole", "os-access");
new aws.iam.Role(
  "os-access",
  {
    name: "OSAccess",
    // Everybody in the identity account, with or without MFA.
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { AWS: "arn:aws:iam::222222222222:root" },
        },
      ],
    }),
  },
  { provider, parent },
);
