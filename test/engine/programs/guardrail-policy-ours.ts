import * as aws from "@pulumi/aws";
import { provider } from "./provider";

// Without RCPs: they would be switched off for everyone.
new aws.organizations.Organization(
  "organization",
  { featureSet: "ALL", enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] },
  { provider },
);
