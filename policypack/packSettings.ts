import { isDeepStrictEqual } from "node:util";
import type { PackConfiguration } from "./configuration";
import { configSchema, neededSettings } from "./configurationSchema";

/**
 * The configuration that all policies of a running pack share: as compiled, completed by `--policy-pack-config`. What is
 * compiled comes from the reviewed organization.yaml, so that whoever types the command changes none of it.
 */
export class PackSettings {
  private given: Readonly<Record<string, unknown>> = {};
  /** URNs of resources that have been refused for want of a configuration. */
  private readonly refused = new Set<string>();

  /** One value while nothing changes: what is proved under it is remembered by it. */
  private whole: PackConfiguration | undefined;

  constructor(private readonly compiled: Partial<PackConfiguration>) {
    this.whole = this.merged();
  }

  /** Takes what the engine hands over from `--policy-pack-config`; anew for each resource, and the same each time. */
  complete(given: Readonly<Record<string, unknown>>): void {
    if (!isDeepStrictEqual(given, this.given)) {
      this.given = given;
      this.whole = this.merged();
    }
  }

  /** Everything that the policies need; none while something is missing or not taken. */
  get configuration(): PackConfiguration | undefined {
    return this.whole;
  }

  /** What is wrong with the configuration, as a message for the first policy that asks about a resource. */
  faultFor(urn: string): string | undefined {
    const first = !this.refused.has(urn);
    this.refused.add(urn);
    return first ? this.fault() : undefined;
  }

  private merged(): PackConfiguration | undefined {
    return this.fault() === undefined
      ? ({ ...this.given, ...this.compiled } as unknown as PackConfiguration)
      : undefined;
  }

  private fault(): string | undefined {
    const unknown = Object.keys(this.given).filter(
      (setting) => !(setting in configSchema.properties),
    );
    if (unknown.length > 0) {
      return (
        `The pack must be configured by settings that it knows, not by ${unknown.join(" and ")}. ` +
        `Correct --policy-pack-config; it may set ${Object.keys(configSchema.properties).join(", ")}.`
      );
    }
    const compiled = this.compiled as Readonly<Record<string, unknown>>;
    const changed = Object.entries(this.given).filter(
      ([setting, value]) =>
        compiled[setting] !== undefined && !isDeepStrictEqual(value, compiled[setting]),
    );
    if (changed.length > 0) {
      return (
        "The pack must be configured as its organization.yaml says, but --policy-pack-config changes " +
        `${changed.map(([setting]) => setting).join(" and ")}. Take it out of that file.`
      );
    }
    const missing = neededSettings.filter(
      (setting) => compiled[setting] === undefined && this.given[setting] === undefined,
    );
    return missing.length === 0
      ? undefined
      : `The pack must be configured, but nobody has told it ${missing.join(", ")}. ` +
          "Compile it beside organization.yaml (npm run pack), or set them under pack-configured in --policy-pack-config.";
  }
}
