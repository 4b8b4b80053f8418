import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.s3.BucketVersioning(
  "versioning",
  {
    bucket: "sekisho-session-logs-444444444444",
    versioningConfiguration: { status: "Suspended" },
  },
  { provider },
);
