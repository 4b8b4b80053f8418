import { InvalidArgumentError } from "commander";
import { parseInstant } from "../model/instant";

/** A moment with its offset, as UTC. */
export function instantOption(text: string): string {
  const instant = parseInstant(text);
  if (instant === undefined) {
    throw new InvalidArgumentError(
      "Allowed is a moment with its offset: 2026-12-01T10:00:00+09:00 or 2026-12-01T01:00:00Z.",
    );
  }
  return instant;
}

/** `key=value`, added to those before it. */
export function contextValue(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, key, value] = /^([\w-]+:[^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined) {
    throw new InvalidArgumentError(
      "Allowed is a condition key and its value: aws:SourceIp=203.0.113.7.",
    );
  }
  return { ...before, [key]: value! };
}

/** The id of an instance or of a managed node. */
export function nodeOption(text: string): string {
  if (!/^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/.test(text)) {
    throw new InvalidArgumentError(
      "Allowed is an instance id (i- and 8 or 17 hexadecimal digits) or a managed node id (mi- and 17).",
    );
  }
  return text;
}
