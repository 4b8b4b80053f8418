import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.cloudformation.Stack(
  "roles",
  { name: "roles", templateBody: "{}", capabilities: ["CAPABILITY_NAMED_IAM"] },
  { provider },
);
