import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PackConfiguration } from "./configuration";

/** What `npm run pack` writes beside the compiled pack. */
export interface Compiled {
  /** Digests of the files that the configuration was made from, by their names beside organization.yaml. */
  readonly files: Readonly<Record<string, string>>;
  readonly configuration: PackConfiguration;
}

const organizationName = "organization.yaml";

/**
 * The configuration of the organization that the pack lies in: as compiled, or made anew if organization.yaml or a
 * policy that it names has changed since. A pack that was copied away takes what it was compiled with; one that was compiled without an
 * organization knows nothing, and all comes from `--policy-pack-config`.
 */
export function compiledConfiguration(dist: string): Partial<PackConfiguration> {
  const folder = join(dist, "..", "..");
  const file = join(dist, "config.json");
  const compiled = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Compiled)
    : undefined;
  if (!existsSync(join(folder, organizationName))) {
    return compiled?.configuration ?? {};
  }
  if (compiled !== undefined && isCurrent(compiled, folder)) {
    return compiled.configuration;
  }
  const { compiledFrom } = createRequire(join(dist, "index.js"))(
    "./organization.js",
  ) as typeof import("./organization");
  return compiledFrom(join(folder, organizationName)).configuration;
}

function isCurrent({ files = {} }: Compiled, folder: string): boolean {
  const entries = Object.entries(files);
  return (
    entries.length > 0 &&
    entries.every(([name, before]) => {
      const file = join(folder, name);
      return existsSync(file) && digest(file) === before;
    })
  );
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digest(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
