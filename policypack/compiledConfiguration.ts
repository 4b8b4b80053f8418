import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PackConfiguration } from "./configuration";

/** What `npm run pack` writes beside the compiled pack. */
export interface Compiled {
  /** Digest of the organization file that the configuration was made from. */
  readonly organization: string;
  readonly configuration: PackConfiguration;
}

/**
 * The configuration of the organization that the pack lies in: as compiled, or made anew if organization.yaml has
 * changed since. Nothing where there is no organization.yaml: then all comes from `--policy-pack-config`.
 */
export function compiledConfiguration(dist: string): Partial<PackConfiguration> {
  const organizationFile = join(dist, "..", "..", "organization.yaml");
  if (!existsSync(organizationFile)) {
    return {};
  }
  const file = join(dist, "config.json");
  const compiled = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Compiled)
    : undefined;
  if (compiled?.organization === digest(organizationFile)) {
    return compiled.configuration;
  }
  const { compiledFrom } = createRequire(join(dist, "index.js"))(
    "./organization.js",
  ) as typeof import("./organization");
  return compiledFrom(organizationFile).configuration;
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digest(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
