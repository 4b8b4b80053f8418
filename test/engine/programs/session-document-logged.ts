import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.ssm.Document(
  "quiet-shell",
  {
    name: "QuietShell",
    documentType: "Session",
    documentFormat: "JSON",
    content: JSON.stringify({
      schemaVersion: "1.0",
      sessionType: "Standard_Stream",
      inputs: { idleSessionTimeout: "15", maxSessionDuration: "60" },
    }),
  },
  { provider },
);
