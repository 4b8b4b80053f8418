import * as aws from "@pulumi/aws";
import { provider } from "./provider";

// Without its policy, its public access block and the rest.
new aws.s3.Bucket(
  "session-logs",
  { bucket: "sekisho-session-logs-444444444444", objectLockEnabled: true },
  { provider, protect: true },
);
