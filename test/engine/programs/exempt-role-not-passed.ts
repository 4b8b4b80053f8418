import * as aws from "@pulumi/aws";
import { provider } from "./provider";

new aws.iam.InstanceProfile("shell", { name: "shell", role: "OSAccess" }, { provider });
