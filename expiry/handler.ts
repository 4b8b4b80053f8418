import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DescribeSessionsCommand, SSMClient, TerminateSessionCommand } from "@aws-sdk/client-ssm";
import { endSessions } from "./run";
import { SystemsManager } from "./systemsManager";
import { Windows } from "./window";

/** Most sessions that one call lists (API_DescribeSessions). */
const pageSize = 200;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeSessions.html */
export function systemsManager(client: SSMClient): SystemsManager {
  return {
    activeSessions: async ({ id, page }) => {
      const { Sessions = [], NextToken } = await client.send(
        new DescribeSessionsCommand({
          State: "Active",
          MaxResults: pageSize,
          ...(id !== undefined && { Filters: [{ key: "SessionId", value: id }] }),
          ...(page !== undefined && { NextToken: page }),
        }),
      );
      return {
        sessions: Sessions.flatMap(({ SessionId, Owner, Target, DocumentName, StartDate }) =>
          SessionId === undefined
            ? []
            : [
                {
                  id: SessionId,
                  owner: Owner,
                  target: Target,
                  document: DocumentName,
                  started: StartDate,
                },
              ],
        ),
        // An empty text is no token, and would ask for the first page again.
        ...(NextToken && { next: NextToken }),
      };
    },
    terminate: async (id) => {
      await client.send(new TerminateSessionCommand({ SessionId: id }));
    },
  };
}

/** Made once, so that runs of one environment share connections. */
let client: SSMClient | undefined;

/** No call hangs: the others, and the next run, would wait for it. In milliseconds. */
const timeouts = { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true };

/**
 * What Lambda calls. It asks nothing of the event: whoever may invoke the function only makes it run once more. The region
 * is the function's own, and the windows lie beside the code.
 */
export async function handler(): Promise<void> {
  client ??= new SSMClient({ retryMode: "adaptive", maxAttempts: 5, requestHandler: timeouts });
  const windows = JSON.parse(readFileSync(join(__dirname, "windows.json"), "utf8")) as Windows;
  await endSessions(windows, {
    ssm: systemsManager(client),
    now: () => new Date(),
    sleep: (milliseconds) => setTimeout(milliseconds),
    // Not console.log: Lambda puts words of its own before its lines, and they would be no JSON.
    log: (entry) => process.stdout.write(`${JSON.stringify(entry)}\n`),
  });
}
