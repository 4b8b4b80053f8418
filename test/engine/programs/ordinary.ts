import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { provider } from "./provider";

/*
 * What a team has in an account: an administrator, instances that AWS's own policy manages, a function and a bucket.
 * Names and ARNs come from outputs, as in most programs.
 */

const opts = { provider };
const trust = (Principal: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }],
  });

const admin = new aws.iam.Role(
  "admin",
  { assumeRolePolicy: trust({ AWS: "arn:aws:iam::222222222222:root" }) },
  opts,
);
new aws.iam.RolePolicyAttachment(
  "admin-everything",
  { role: admin.name, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  opts,
);

const instanceRole = new aws.iam.Role(
  "instance",
  { assumeRolePolicy: trust({ Service: "ec2.amazonaws.com" }) },
  opts,
);
new aws.iam.RolePolicyAttachment(
  "instance-ssm",
  { role: instanceRole.name, policyArn: "arn:aws:iam::aws:policy/AmazonSSMFullAccess" },
  opts,
);
const profile = new aws.iam.InstanceProfile("instance", { role: instanceRole.name }, opts);
const group = new aws.ec2.SecurityGroup(
  "web",
  {
    ingress: [
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
      { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["10.0.0.0/8"] },
    ],
  },
  opts,
);
new aws.ec2.Instance(
  "web",
  {
    ami: "ami-0123456789abcdef0",
    instanceType: "t4g.small",
    iamInstanceProfile: profile.name,
    vpcSecurityGroupIds: [group.id],
    userData: "#!/bin/sh\ndnf install -y nginx\n",
  },
  opts,
);

const bucket = new aws.s3.Bucket("uploads", {}, opts);
const functionRole = new aws.iam.Role(
  "resize",
  { assumeRolePolicy: trust({ Service: "lambda.amazonaws.com" }) },
  opts,
);
new aws.iam.RolePolicy(
  "resize-uploads",
  {
    role: functionRole.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: pulumi.interpolate`${bucket.arn}/*`,
        },
      ],
    }),
  },
  opts,
);
new aws.lambda.Function(
  "resize",
  {
    packageType: "Image",
    imageUri: "444444444444.dkr.ecr.ap-northeast-1.amazonaws.com/resize:1",
    role: functionRole.arn,
  },
  opts,
);

const reading = new aws.iam.Policy(
  "read-uploads",
  {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: bucket.arn }],
    }),
  },
  opts,
);
new aws.iam.RolePolicyAttachment(
  "instance-reads-uploads",
  { role: instanceRole.name, policyArn: reading.arn },
  opts,
);
