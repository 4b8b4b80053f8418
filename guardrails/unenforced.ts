import { LandingZone } from "../model/landingZone";

/** Something that the files declare and that this version of Sekisho does not carry out. */
export interface Unenforced {
  /** What it is about: `grant g-1`, a guardrail target, an account. */
  readonly name: string;
  readonly reason: string;
}

/** Every declaration that nothing is rendered from yet, so that nobody takes it for a control. */
export function unenforced(zone: LandingZone): Unenforced[] {
  return [
    ...zone.grants
      .filter(({ nodes, channels }) => nodes !== undefined || channels !== undefined)
      .map(({ id }) => ({
        name: `grant ${id}`,
        reason:
          "its nodes and channels are only recorded: the window opens every node and channel that the accounts declare",
      })),
  ];
}
