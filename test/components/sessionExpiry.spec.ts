import * as assert from "node:assert/strict";
import { SessionExpiry } from "../../components/sessionExpiry";
import { SessionExpiryRole } from "../../components/sessionExpiryRole";
import { sessionExpiryCode } from "../../components/sessionExpiryCode";
import { windowsOf } from "../../expiry/windowsOf";
import { OsAccess } from "../../model/landingZone";
import { PlannedResource } from "../../engine/plan";
import { plainValues } from "../../engine/plainValues";
import { documentOf, inventory, only, statement } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { regions, underProvider, unknownInputs, waitsFor } from "./underProvider";

const names = {
  log: "aws:cloudwatch/logGroup:LogGroup",
  function: "aws:lambda/function:Function",
  events: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  schedule: "aws:cloudwatch/eventRule:EventRule",
  permission: "aws:lambda/permission:Permission",
  target: "aws:cloudwatch/eventTarget:EventTarget",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
};

const planned = (osAccess: Partial<OsAccess> = {}) =>
  underProvider(
    (opts) =>
      new SessionExpiry(
        "expiry",
        {
          zone: zoneWith(),
          account: accountWith({ osAccess: osAccessWith(osAccess) }),
          region: "us-east-1",
        },
        opts,
      ),
  );

const role = () =>
  underProvider(
    (opts) => new SessionExpiryRole("expiry", { zone: zoneWith(), account: accountWith() }, opts),
  );

/** The files of the function, by their names. */
async function files(resource: PlannedResource): Promise<Record<string, string>> {
  const { code } = plainValues(resource.inputs) as {
    code: { assets: Promise<Record<string, { text: Promise<string> }>> };
  };
  const entries = Object.entries(await code.assets).map(async ([name, { text }]) => [
    name,
    await text,
  ]);
  return Object.fromEntries((await Promise.all(entries)) as [string, string][]);
}

describe("SessionExpiry", () => {
  let made: PlannedResource[];

  before(async () => {
    made = await planned();
  });

  it("makes a function with its log, its schedule and its alarm, and nothing else", () => {
    assert.deepEqual(
      inventory(made),
      [
        "sekisho:components:SessionExpiry expiry",
        ...Object.entries(names).map(([name, type]) => `${type} expiry-${name}`),
      ].sort(),
    );
  });

  it("puts each of them into its region, everything known in a preview", () => {
    assert.deepEqual(regions(made), ["us-east-1"]);
    assert.deepEqual(unknownInputs(made), []);
  });

  it("deploys the bundled code, and the windows of the account beside it", async () => {
    const { code, ...inputs } = only(made, names.function).inputs;
    assert.ok(code);
    assert.deepEqual(inputs, {
      region: "us-east-1",
      name: "SekishoSessionExpiry",
      description: "Ends sessions whose window is over",
      role: "arn:aws:iam::333333333333:role/SekishoSessionExpiry",
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "index.handler",
      memorySize: 256,
      timeout: 50,
      loggingConfig: { logFormat: "Text", logGroup: "/sekisho/session-expiry" },
    });
    assert.deepEqual(await files(only(made, names.function)), {
      "index.js": sessionExpiryCode(),
      "windows.json": JSON.stringify(windowsOf(zoneWith(), accountWith())),
    });
  });

  it("calls the function every minute, by this rule alone, and never twice for one minute", () => {
    assert.deepEqual(only(made, names.schedule).inputs, {
      region: "us-east-1",
      name: "SekishoSessionExpiry",
      description: "Ends sessions whose window is over",
      scheduleExpression: "rate(1 minute)",
      state: "ENABLED",
    });
    assert.deepEqual(only(made, names.permission).inputs, {
      region: "us-east-1",
      statementId: "Schedule",
      action: "lambda:InvokeFunction",
      function: "SekishoSessionExpiry",
      principal: "events.amazonaws.com",
      sourceArn: "arn:aws:events:us-east-1:333333333333:rule/SekishoSessionExpiry",
    });
    assert.deepEqual(only(made, names.target).inputs, {
      region: "us-east-1",
      rule: "SekishoSessionExpiry",
      targetId: "function",
      arn: "arn:aws:lambda:us-east-1:333333333333:function:SekishoSessionExpiry",
      retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 },
    });
    assert.deepEqual(only(made, names.events).inputs, {
      region: "us-east-1",
      functionName: "SekishoSessionExpiry",
      maximumEventAgeInSeconds: 60,
      maximumRetryAttempts: 0,
    });
  });

  it("is whole before the schedule calls it, and called before the alarm listens", () => {
    assert.deepEqual(waitsFor(only(made, names.target)), [
      "expiry-events",
      "expiry-permission",
      "expiry-schedule",
    ]);
    for (const name of ["events", "permission"] as const) {
      assert.deepEqual(waitsFor(only(made, names[name])), ["expiry-function"]);
    }
    assert.deepEqual(waitsFor(only(made, names.alarm)), ["expiry-target"]);
    assert.ok(waitsFor(only(made, names.function)).includes("expiry-log"));
  });

  it("rings when five minutes had no good run, or no run at all", () => {
    const { metricQueries, ...inputs } = only(made, names.alarm).inputs;
    assert.deepEqual(inputs, {
      region: "us-east-1",
      name: "SekishoSessionExpiry",
      alarmDescription:
        "No run of the function that ends sessions went well for five minutes: sessions may outlive their windows.",
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 5,
      treatMissingData: "breaching",
    });
    const queries = metricQueries as { expression?: string; metric?: { metricName: string } }[];
    assert.deepEqual(
      queries.map(({ expression, metric }) => expression ?? metric?.metricName),
      ["Invocations", "Errors", "runs - errors"],
    );
  });

  it("tells the topic of its region that it rings, and that it rings no more", async () => {
    const { alarmActions, okActions } = only(
      await planned({ alarmTopic: "security" }),
      names.alarm,
    ).inputs;
    const topic = ["arn:aws:sns:us-east-1:333333333333:security"];
    assert.deepEqual([alarmActions, okActions], [topic, topic]);
  });

  it("keeps its log for 90 days", () => {
    assert.deepEqual(only(made, names.log).inputs, {
      region: "us-east-1",
      name: "/sekisho/session-expiry",
      retentionInDays: 90,
    });
  });
});

describe("SessionExpiryRole", () => {
  it("makes one role with one policy", async () => {
    assert.deepEqual(inventory(await role()), [
      "aws:iam/role:Role expiry-role",
      "aws:iam/rolePolicy:RolePolicy expiry-policy",
      "sekisho:components:SessionExpiryRole expiry",
    ]);
  });

  it("is taken by Lambda alone, for the function of that name in this account", async () => {
    const document = documentOf(only(await role(), "aws:iam/role:Role"), "assumeRolePolicy");
    assert.deepEqual(document.Statement, [
      {
        Sid: "SessionExpiryFunction",
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEqualsIfExists: { "aws:SourceAccount": "333333333333" },
          ArnLikeIfExists: {
            "aws:SourceArn": ["ap-northeast-1", "us-east-1"].map(
              (region) => `arn:aws:lambda:${region}:333333333333:function:SekishoSessionExpiry`,
            ),
          },
        },
      },
    ]);
  });

  it("lists and ends sessions and writes its log, and may do nothing else", async () => {
    const document = documentOf(only(await role(), "aws:iam/rolePolicy:RolePolicy"), "policy");
    assert.deepEqual(
      document.Statement.map(({ Effect, Action }) => [Effect, Action]),
      [
        ["Allow", "ssm:DescribeSessions"],
        ["Allow", "ssm:TerminateSession"],
        ["Allow", ["logs:CreateLogStream", "logs:PutLogEvents"]],
      ],
    );
    assert.deepEqual(statement(document, "EndSessions").Resource, [
      "arn:aws:ssm:ap-northeast-1:333333333333:session/*",
      "arn:aws:ssm:us-east-1:333333333333:session/*",
    ]);
  });
});
