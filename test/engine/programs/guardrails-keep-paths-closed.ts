import * as aws from "@pulumi/aws";
import { provider } from "./provider";

const policy = new aws.organizations.Policy(
  "scp-1",
  {
    name: "sekisho-Workloads-scp-1",
    type: "SERVICE_CONTROL_POLICY",
    content: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Leave", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
      ],
    }),
  },
  { provider },
);
new aws.organizations.PolicyAttachment(
  "scp-1-attachment",
  { policyId: policy.id, targetId: "ou-ab12-22222222" },
  { provider },
);
