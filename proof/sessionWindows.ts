import { AccessPath } from "../guardrails/accessPath";
import { KnownAccount } from "../model/landingZone";
import { AccessWindow, dates, windowsOf } from "./accessWindows";
import { likenessOf } from "./alike";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { attackOf } from "./proofOfPath";
import { policiesAbout } from "./proofOfSessions";
import { proveOwnUse } from "./proofOfUse";

/** Reads from the planned documents of OSAccess when the session of one person can use a path. */
export class SessionWindows {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly planned: PlannedOrganization) {}

  of(
    account: KnownAccount,
    role: PlannedIdentity,
    path: AccessPath,
    user: string,
  ): readonly AccessWindow[] {
    const { identity, boundary } = this.planned.rightsOf(account, role);
    const asked = policiesAbout(user, identity);
    const requests = attackOf(this.planned.zone, account, path);
    const saying = asked.map((policy) =>
      requests.actions.flatMap((action) => {
        const { allows, denies } = policy.statementsFor(action.toLowerCase());
        return [...allows, ...denies].map(({ statement }) => statement.conditions);
      }),
    );
    const moments = [...new Set(JSON.stringify(saying).match(dates) ?? [])].sort();
    const every = [...asked, ...(boundary ? [boundary] : [])];
    return windowsOf(moments, (at) => {
      const question = { requests, at, bounded: boundary !== undefined };
      const alike = likenessOf(every, requests.actions, question, account.id, user);
      const open =
        this.known.get(alike) ??
        proveOwnUse(this.planned, account, role, path, asked, at).result !== "proved";
      this.known.set(alike, open);
      return open;
    });
  }
}
