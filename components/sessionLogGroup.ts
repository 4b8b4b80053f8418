import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn, sessionLogGroup, sessionLogKeyAlias } from "../model/names";
import { keyAdministration } from "./keyAdministration";
import { serviceDomain } from "./servicePrincipal";

export interface SessionLogGroupArgs {
  zone: LandingZone;
  /** The account of the nodes. */
  account: KnownAccount;
  /** The region whose sessions are streamed to it. */
  region: string;
  /** How long each line is kept, in days, one of the values that CloudWatch Logs takes. */
  retention: number;
}

/**
 * The log group that sessions of one region are streamed to, and its key. The agent refuses a session whose group is
 * missing or not encrypted by KMS, so the group is also a gate. That only `logs.reader` reads it is the guardrails'
 * part: CloudWatch Logs decrypts in its own name, so the key cannot tell readers apart.
 */
export class SessionLogGroup extends pulumi.ComponentResource {
  constructor(name: string, args: SessionLogGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionLogGroup", name, {}, opts);
    const { zone, account, region, retention } = args;

    // Without the key every line written so far is lost.
    const key = new aws.kms.Key(
      `${name}-key`,
      {
        region,
        description: "Session log group",
        enableKeyRotation: true,
        policy: sessionLogKeyPolicy(zone, account, region),
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(
      `${name}-alias`,
      { region, name: sessionLogKeyAlias, targetKeyId: key.keyId },
      { parent: this },
    );
    // The record of every session of the retention period.
    new aws.cloudwatch.LogGroup(
      `${name}-group`,
      { region, name: sessionLogGroup, kmsKeyId: key.arn, retentionInDays: retention },
      { parent: this, protect: true },
    );

    this.registerOutputs();
  }
}

/**
 * Use of the key for that region's CloudWatch Logs, and for this one group.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function sessionLogKeyPolicy(zone: LandingZone, account: KnownAccount, region: string): string {
  const group = regionalArn(zone, "logs", region, account.id, `log-group:${sessionLogGroup}`);
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ...keyAdministration(zone, account),
      {
        Sid: "LogGroup",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.${serviceDomain(zone.organization.partition)}` },
        Action: [
          "kms:Decrypt*",
          "kms:Describe*",
          "kms:Encrypt*",
          "kms:GenerateDataKey*",
          "kms:ReEncrypt*",
        ],
        Resource: "*",
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": group } },
      },
    ],
  });
}
