import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.s3.BucketVersioning(
  "versioning",
  { bucket: "shop", versioningConfiguration: { state: "Enabled" } as never },
  { provider },
);
