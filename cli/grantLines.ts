import type { Colors } from "picocolors/types";
import type { Channel, LandingZone } from "../model/landingZone";
import { channelsWithoutTranscript, openingOf } from "../model/openings";
import { GrantOverrun, noRecord, overrunsOf, overrunText } from "./grant/openingLines";
import { count, firstOf } from "./words";

/** What an auditor asks of a grant: how long it may be outlived, and what of it nobody can read later. */
export interface GrantRisk {
  readonly id: string;
  readonly overruns: readonly GrantOverrun[];
  /** Channels that it opens and that leave no transcript. */
  readonly withoutTranscript: readonly Channel[];
}

/** In the order of the file; part of the output of `sekisho check --json`. */
export function grantRisks(zone: LandingZone): GrantRisk[] {
  return zone.grants.map((grant) => {
    const opened = zone.accounts
      .filter(({ name }) => grant.accounts.includes(name))
      .flatMap((account) => openingOf(grant, account).channels);
    return {
      id: grant.id,
      overruns: overrunsOf(zone, grant),
      withoutTranscript: channelsWithoutTranscript.filter((channel) => opened.includes(channel)),
    };
  });
}

/** A line for each way in which sessions end, and one for each set of channels without a transcript; nothing without grants. */
export function grantLines(
  risks: readonly GrantRisk[],
  { all, colors }: { readonly all: boolean; readonly colors: Colors },
): string[] {
  const byText = new Map<string, Set<string>>();
  const add = (text: string, id: string) =>
    byText.set(text, (byText.get(text) ?? new Set()).add(id));
  for (const { id, overruns } of risks) {
    overruns.forEach((overrun) => add(overrunText(overrun), id));
  }
  for (const { id, withoutTranscript } of risks.filter((each) => each.withoutTranscript.length)) {
    add(noRecord(withoutTranscript), id);
  }
  const shown = all ? risks.length : 3;
  return risks.length === 0
    ? []
    : [
        colors.bold("Grants"),
        ...[...byText].map(
          ([text, ids]) => `  ${colors.yellow(who([...ids], risks.length, shown))}  ${text}`,
        ),
      ];
}

function who(ids: readonly string[], total: number, shown: number): string {
  return ids.length === total && total > 1 ? `all ${count(total, "grant")}` : firstOf(ids, shown);
}
