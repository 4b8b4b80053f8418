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
