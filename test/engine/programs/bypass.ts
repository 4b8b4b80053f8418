import * as aws from "@pulumi/aws";
import { provider } from "./provider";

/** The management account, which no guardrail reaches. */
const management = new aws.Provider("management", {
  region: "ap-northeast-1",
  allowedAccountIds: ["111111111111"],
  assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/OrganizationAccountAccessRole" }],
});

const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (Action: string, Resource = "*") => ({ Effect: "Allow", Action, Resource });
const trust = (Principal: object) =>
  document({ Effect: "Allow", Action: "sts:AssumeRole", Principal });
const ec2 = trust({ Service: "ec2.amazonaws.com" });

// Where guardrails hold, whoever wants in needs one of the names that they spare.
new aws.iam.Role("own-osaccess", { name: "osaccess", assumeRolePolicy: ec2 }, { provider });
new aws.iam.Role(
  "own-automation",
  { name: "PatchAutomation", assumeRolePolicy: ec2 },
  { provider },
);
new aws.iam.RolePolicyAttachment(
  "more-for-the-reader",
  { role: "SessionAuditor", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  { provider },
);
new aws.iam.InstanceProfile("profile-of-osaccess", { role: "OSAccess" }, { provider });
new aws.lambda.Function(
  "function-as-automation",
  {
    packageType: "Image",
    imageUri: "444444444444.dkr.ecr.ap-northeast-1.amazonaws.com/shell:1",
    role: "arn:aws:iam::444444444444:role/PatchAutomation",
  },
  { provider },
);
new aws.ssm.Activation("nodes-as-osaccess", { iamRole: "OSAccess" }, { provider });

// Users and grants of the landing zone.
new aws.iam.User("mallory", { name: "mallory", path: "/os-access/" }, { provider: management });
new aws.iam.UserPolicyAttachment(
  "grant-of-alice",
  { user: "mallory", policyArn: "arn:aws:iam::222222222222:policy/os-access/Grants-alice-1" },
  { provider },
);

// Where no guardrail is, the rights themselves.
const builder = { role: "Builder" };
new aws.iam.RolePolicy(
  "inline-sessions",
  { ...builder, policy: document(allow("ssm:*Session")) },
  { provider: management },
);
new aws.iam.UserPolicy(
  "user-commands",
  { user: "bob", policy: document(allow("ssm:SendCommand")) },
  { provider: management },
);
new aws.iam.GroupPolicy(
  "group-consoles",
  { group: "support", policy: document(allow("ec2-instance-connect:*")) },
  { provider: management },
);
new aws.iam.Policy(
  "managed-everything",
  { policy: document(allow("*")) },
  { provider: management },
);
new aws.iam.RolePolicy(
  "pass-anything",
  { ...builder, policy: document(allow("iam:PassRole")) },
  { provider: management },
);
new aws.iam.RolePolicyAttachment(
  "instances-with-ssm",
  { ...builder, policyArn: "arn:aws:iam::aws:policy/AmazonSSMFullAccess" },
  { provider: management },
);
new aws.iam.RolePolicyAttachment(
  "unknown-to-the-pack",
  { ...builder, policyArn: "arn:aws:iam::aws:policy/AmazonTomorrowFullAccess" },
  { provider: management },
);
new aws.iam.RolePolicyAttachment(
  "from-elsewhere",
  { ...builder, policyArn: "arn:aws:iam::111111111111:policy/Elsewhere" },
  { provider: management },
);

// Doors beside Session Manager, and sessions that leave nothing behind.
new aws.ec2.SecurityGroup(
  "ssh-from-anywhere",
  { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }] },
  { provider },
);
new aws.vpc.SecurityGroupIngressRule(
  "rdp-from-anywhere",
  {
    securityGroupId: "sg-1",
    ipProtocol: "tcp",
    fromPort: 3000,
    toPort: 4000,
    cidrIpv4: "0.0.0.0/0",
  },
  { provider },
);
new aws.ssm.Document(
  "no-transcript",
  {
    documentType: "Session",
    content: JSON.stringify({ schemaVersion: "1.0", sessionType: "Port" }),
  },
  { provider },
);

// Guardrails of one's own, and what another tool makes.
new aws.organizations.Policy(
  "own-guardrail",
  { name: "sekisho-Workloads-scp-1", content: document({ ...allow("s3:*"), Effect: "Deny" }) },
  { provider: management },
);
new aws.organizations.Policy(
  "spares-anybody",
  {
    name: "limits",
    content: document({
      ...allow("s3:*"),
      Effect: "Deny",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin*" } },
    }),
  },
  { provider: management },
);
new aws.cloudformation.Stack(
  "roles-by-template",
  { templateBody: "{}", capabilities: ["CAPABILITY_IAM"] },
  { provider },
);
new aws.cloudcontrol.Resource(
  "role-by-cloud-control",
  { typeName: "AWS::IAM::Role", desiredState: "{}" },
  { provider },
);
