import * as aws from "@pulumi/aws";

new aws.cloudwatch.LogGroup("shop", { name: "/shop" });
