import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { windowsOf } from "../expiry/windowsOf";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn, roleArn, sessionExpiry, sessionExpiryLogGroup } from "../model/names";
import { sessionExpiryAlarm } from "./sessionExpiryAlarm";
import { sessionExpiryCode, sessionExpiryRuntime } from "./sessionExpiryCode";
import { sessionExpiryFunctionArn, sessionExpiryRuleArn } from "./sessionExpiryPolicy";

/** Days that the function's log is kept: as long as CloudTrail's own history, which has every call of it. */
const logRetention = 90;

/** Seconds; below a minute, so that a run is over when the next one begins. */
const timeout = 50;

/** An event that was not taken within its minute is dropped: the next one does its work. In seconds. */
const latest = { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 };

export interface SessionExpiryArgs {
  zone: LandingZone;
  /** The account whose sessions are ended. */
  account: KnownAccount;
  /** The region whose sessions are ended: Session Manager lists those of one region. */
  region: string;
}

/**
 * What ends sessions when their window does, in one account and region: every minute a function ends each live session
 * whose owner has no open window, and an alarm rings when five minutes have passed without a run that ended all it should.
 * The windows lie beside the code, so that a changed grant is a changed function. `opts.dependsOn` reaches the function: its
 * role has to stand before it.
 *
 * No concurrency is reserved: an account with the first quota of 10 has none to reserve, and two runs at once harm nothing.
 */
export class SessionExpiry extends pulumi.ComponentResource {
  constructor(name: string, args: SessionExpiryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionExpiry", name, {}, opts);
    const { zone, account, region } = args;

    const log = new aws.cloudwatch.LogGroup(
      `${name}-log`,
      { region, name: sessionExpiryLogGroup, retentionInDays: logRetention },
      { parent: this },
    );
    const code = new aws.lambda.Function(
      `${name}-function`,
      {
        region,
        // Role, schedule and guardrails name it before it exists.
        name: sessionExpiry,
        description: "Ends sessions whose window is over",
        role: roleArn(zone, account.id, sessionExpiry),
        runtime: sessionExpiryRuntime,
        architectures: ["arm64"],
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({
          "index.js": new pulumi.asset.StringAsset(sessionExpiryCode()),
          "windows.json": new pulumi.asset.StringAsset(JSON.stringify(windowsOf(zone, account))),
        }),
        memorySize: 256,
        timeout,
        // As text Lambda passes the function's own JSON lines on as they are.
        loggingConfig: { logFormat: "Text", logGroup: log.name },
      },
      { parent: this, dependsOn: opts?.dependsOn },
    );
    const events = new aws.lambda.FunctionEventInvokeConfig(
      `${name}-events`,
      { region, functionName: code.name, ...latest },
      { parent: this },
    );

    const rule = new aws.cloudwatch.EventRule(
      `${name}-schedule`,
      {
        region,
        name: sessionExpiry,
        description: "Ends sessions whose window is over",
        scheduleExpression: "rate(1 minute)",
        state: "ENABLED",
      },
      { parent: this },
    );
    const permission = new aws.lambda.Permission(
      `${name}-permission`,
      {
        region,
        statementId: "Schedule",
        action: "lambda:InvokeFunction",
        function: code.name,
        principal: "events.amazonaws.com",
        sourceArn: sessionExpiryRuleArn(zone, account, region),
      },
      { parent: this },
    );
    const target = new aws.cloudwatch.EventTarget(
      `${name}-target`,
      {
        region,
        rule: rule.name,
        targetId: "function",
        arn: sessionExpiryFunctionArn(zone, account, region),
        retryPolicy: latest,
      },
      { parent: this, dependsOn: [permission, events] },
    );
    new aws.cloudwatch.MetricAlarm(
      `${name}-alarm`,
      { region, ...sessionExpiryAlarm(topicArn(zone, account, region)) },
      { parent: this, dependsOn: target },
    );

    this.registerOutputs();
  }
}

function topicArn(zone: LandingZone, account: KnownAccount, region: string): string | undefined {
  const { alarmTopic } = account.osAccess;
  return alarmTopic && regionalArn(zone, "sns", region, account.id, alarmTopic);
}
