import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn, sessionExpiry, sessionExpiryLogGroup } from "../model/names";

/** ARN of the function in one region. */
export function sessionExpiryFunctionArn(
  zone: LandingZone,
  account: KnownAccount,
  region: string,
): string {
  return regionalArn(zone, "lambda", region, account.id, `function:${sessionExpiry}`);
}

/** ARN of the schedule that calls it. */
export function sessionExpiryRuleArn(
  zone: LandingZone,
  account: KnownAccount,
  region: string,
): string {
  return regionalArn(zone, "events", region, account.id, `rule/${sessionExpiry}`);
}

/**
 * Lambda alone takes the role, for the function of that name. Lambda takes only roles of the function's own account, so nobody
 * else's account can make it a deputy; that it says for which function it does is not documented, and with IfExists the
 * conditions hold as far as it does.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function sessionExpiryTrust(zone: LandingZone, account: KnownAccount): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "SessionExpiryFunction",
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEqualsIfExists: { "aws:SourceAccount": account.id },
          ArnLikeIfExists: {
            "aws:SourceArn": zone.regions.map((region) =>
              sessionExpiryFunctionArn(zone, account, region),
            ),
          },
        },
      },
    ],
  });
}

/** Lists and ends sessions, writes its own log, and nothing else. The list takes no resource. */
export function sessionExpiryAllow(zone: LandingZone, account: KnownAccount): string {
  const inEachRegion = (service: string, resource: string) =>
    zone.regions.map((region) => regionalArn(zone, service, region, account.id, resource));
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "ListSessions", Effect: "Allow", Action: "ssm:DescribeSessions", Resource: "*" },
      {
        Sid: "EndSessions",
        Effect: "Allow",
        Action: "ssm:TerminateSession",
        Resource: inEachRegion("ssm", "session/*"),
      },
      {
        Sid: "OwnLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: inEachRegion("logs", `log-group:${sessionExpiryLogGroup}:*`),
      },
    ],
  });
}
