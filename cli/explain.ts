import { ExplainOptions } from "../proof/assumption";
import type { Command } from "commander";
import type { Explanation } from "../proof/explanation";
import type { KnownAccount, LandingZone } from "../model/landingZone";
import { contextValue, instantOption, nodeOption } from "./explainOptions";
import { askedPrincipal } from "./explainedPrincipal";
import { explainReplay } from "./explainReplay";
import { readProvableLandingZone } from "./landingZoneFiles";
import { knownName, knownPathOrAction } from "./names";
import { Stop } from "./stop";
import { print, terminalOf } from "./terminal";
import { grantsOption, organizationOption } from "./options";

interface Options {
  readonly file: string;
  readonly grants?: string;
  readonly at?: string;
  readonly node?: string;
  readonly mfa: boolean;
  readonly context?: Readonly<Record<string, string>>;
  readonly request?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ sekisho explain alice web-production OnlyOsAccessStartsSessions --at 2026-12-01T10:00:00+09:00
  $ sekisho explain alice web-production ssm:StartSession --at 2026-12-01T10:00:00+09:00 --no-mfa
  $ sekisho explain anyone web-production OnlyAutomationSendsCommands
  $ sekisho explain Administrator web-production ssm:SendCommand
  $ sekisho explain root audit OnlyOsAccessStartsSessions
  $ sekisho explain --request '{"principal":"arn:aws:iam::444444444444:role/Admin","action":"ssm:SendCommand","resources":["*"]}'

A principal is a user's name, the name of a role of the account (one that no stack makes counts as an
administrator), root, anyone (whoever is none of the exempt roles, with AdministratorAccess), or an ARN.
An access path is an id of docs/guardrails.md, or an action such as ssm:StartSession.
For a user each hop is shown: the role that is taken, then the call. Without --at the time is not known,
and a window is then neither open nor closed.

Exit code:
  0  allowed
  1  denied, or it hangs on something that is not known
  2  wrong use, no such name, or the files cannot be read or do not check

--json prints { steps: [{ title, request, decision, levels, notes }], allowed }; --request takes such a
request, and those of 'sekisho check --json', for whoever makes them with AdministratorAccess.`;

/** `sekisho explain`: one decision, step by step. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("show step by step why somebody can, or cannot, use an access path")
    .description(
      "Plans the stacks of one account and of the users, and shows every call that somebody makes on the way " +
        "to an access path, with the answer of each policy level and the statements that decide.",
    )
    .argument("[principal]", "user, role, root, anyone or ARN")
    .argument("[account]", "the account's name")
    .argument("[path]", "id of an access path, or an action")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--at <time>", "when, with its offset: 2026-12-01T10:00:00+09:00", instantOption)
    .option("--node <id>", "the node of a session, i-... or mi-...", nodeOption)
    .option("--no-mfa", "the user gave no MFA code")
    .option(
      "--context <key=value>",
      "a condition key's value; may be given several times",
      contextValue,
    )
    .option("--request <json>", "replay this request instead")
    .option("--json", "print the explanation for programs")
    .addHelpText("after", examples)
    .action(explain);
}

async function explain(
  principal: string | undefined,
  account: string | undefined,
  path: string | undefined,
  options: Options,
): Promise<void> {
  if (options.request !== undefined && principal !== undefined) {
    throw new Stop("Say either who, where and what, or --request: not both.", 2);
  }
  const zone = await readProvableLandingZone(options.file, options.grants);
  const explanation =
    options.request === undefined
      ? await explainNamed(zone, principal, account, path, options)
      : await explainReplay(zone, options.request);
  process.exitCode = explanation.allowed ? 0 : 1;
  if (options.json) {
    await print(JSON.stringify(explanation, null, 2));
    return;
  }
  const { explanationText } = await import("./explanationLines");
  await print(explanationText(explanation, terminalOf(process.stdout)));
}

async function explainNamed(
  zone: LandingZone,
  principal: string | undefined,
  account: string | undefined,
  path: string | undefined,
  options: Options,
): Promise<Explanation> {
  if (principal === undefined || account === undefined || path === undefined) {
    throw new Stop(
      "Say who, in which account, and what: sekisho explain alice web-production ssm:StartSession. " +
        "'sekisho explain --help' shows more.",
      2,
    );
  }
  const target = await knownName("account", account, zone.accounts);
  if (target.id === undefined) {
    throw new Stop(
      `${account} has no id yet: nothing can be said of it until its id is written.`,
      2,
    );
  }
  const asked = await knownPathOrAction(path);
  const { planAccounts } = await import("../engine/check");
  const { explainAnyone, explainPrincipal, explainUser } = await import("../proof/explain");
  const planned = await planAccounts(zone, [target]);
  const who = await askedPrincipal(planned, target as KnownAccount, principal, asked);
  const known: ExplainOptions = {
    mfa: options.mfa,
    ...(options.at !== undefined && { at: options.at }),
    ...(options.node !== undefined && { node: options.node }),
    ...(options.context !== undefined && { context: options.context }),
  };
  switch (who.kind) {
    case "anyone":
      return explainAnyone(planned, target as KnownAccount, asked, known);
    case "user":
      return explainUser(planned, who.user, target as KnownAccount, asked, known);
    case "arn":
      return explainPrincipal(planned, who.arn, target as KnownAccount, asked, known);
  }
}
