import { Fault } from "../fault";
import { inOrder } from "../records";
import { OsAccessSettings } from "../schema/osAccess";
import { Path } from "../yamlSource";
import { declares, Draft, unknownName } from "./draft";

/** Somebody reads the transcripts of every account: the organization names a role, and each name is declared. */
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
    const reader = settings?.logs?.reader;
    if (reader !== undefined && !declares(source, "roles", reader)) {
      const at = [...path, "logs", "reader"];
      yield unknownName(source, at, reader, "a role of roles", source.keys("roles"));
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
