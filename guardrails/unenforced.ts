import { LandingZone } from "../model/landingZone";

/** Something that the files declare and that Sekisho does not carry out as they are. */
export interface Unenforced {
  /** What it is about: `grant g-1`, a guardrail target, an account. */
  readonly name: string;
  readonly reason: string;
}

/** Every declaration that nothing is rendered from, so that nobody takes it for a control. */
export function unenforced(zone: LandingZone): Unenforced[] {
  const plain = new Set(
    zone.accounts
      .filter(({ osAccess }) => osAccess.windows === "assume-role")
      .map(({ name }) => name),
  );
  return zone.grants.flatMap(({ id, nodes, channels, accounts }) => {
    const where = accounts.filter((name) => plain.has(name));
    return where.length > 0 && (nodes ?? channels) !== undefined
      ? [
          {
            name: `grant ${id}`,
            reason:
              `its nodes and channels are only recorded in ${where.join(", ")} (windows: assume-role): ` +
              "the window opens every node and channel that the account declares",
          },
        ]
      : [];
  });
}
