import { Fault, quoted } from "../fault";
import { inOrder, own } from "../records";
import { OsAccessSettings } from "../schema/osAccess";
import { Path, YamlSource } from "../yamlSource";
import { declares, Draft, unknownName } from "./draft";

/**
 * Somebody reads the transcripts of every account: the organization names a role, each name is declared, and a
 * reader is no more than that.
 */
export function* checkOsAccess({ input, source }: Draft): Generator<Fault> {
  const levels: [Path, OsAccessSettings | undefined][] = [
    [["osAccess"], input.osAccess],
    ...(["organizationalUnits", "accounts"] as const).flatMap((section) =>
      inOrder<{ osAccess?: OsAccessSettings | undefined }>(
        input[section],
        source.keys(section),
      ).map(([name, { osAccess }]): [Path, OsAccessSettings | undefined] => [
        [section, name, "osAccess"],
        osAccess,
      ]),
    ),
  ];
  for (const [path, settings] of levels) {
    yield* checkRequesters(settings?.requesters ?? [], path, source);
    const reader = settings?.logs?.reader;
    if (reader === undefined) {
      continue;
    }
    const at = [...path, "logs", "reader"];
    const policies = own(input.roles, reader)?.policies ?? [];
    if (!declares(source, "roles", reader)) {
      yield unknownName(source, at, reader, "a role of roles", source.keys("roles"));
    } else if (policies.length > 0) {
      const found = `found ${quoted(reader)}, which has the policies ${policies.map(quoted).join(", ")}`;
      const allowed = "a role without policies, because a reader's rights come from Sekisho alone";
      yield source.fault(at, `${found}, allowed is ${allowed}: make a role of its own.`);
    }
  }
  if (input.osAccess !== undefined && !source.has("osAccess", "logs", "reader")) {
    const allowed = "the role of roles that reads transcripts";
    yield source.fault(
      ["osAccess", "logs", "reader"],
      `found nothing, allowed is ${allowed}: add the key 'reader'.`,
    );
  }
}

function* checkRequesters(names: readonly string[], path: Path, source: YamlSource) {
  for (const [position, name] of names.entries()) {
    if (!declares(source, "roles", name)) {
      const at = [...path, "requesters", position];
      yield unknownName(source, at, name, "a role of roles", source.keys("roles"));
    }
  }
}
