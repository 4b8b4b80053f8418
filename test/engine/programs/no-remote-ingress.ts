import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.ec2.SecurityGroup(
  "bastion",
  { ingress: [{ protocol: "tcp", fromPort: 20, toPort: 30, cidrBlocks: ["0.0.0.0/0"] }] },
  { provider },
);
