// Compiles the policy pack and writes the configuration that it takes from organization.yaml.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "policypack", "dist");

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: [join(root, "policypack", "index.ts")],
  outfile: join(dist, "index.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // The pack must throw and catch the classes of the same copy that serves it.
  external: ["@pulumi/*"],
  logLevel: "warning",
});

const organization = join(root, "organization.yaml");
if (existsSync(organization)) {
  const require = createRequire(import.meta.url);
  require("ts-node").register({ project: join(root, "tsconfig.run.json"), transpileOnly: true });
  const { loadLandingZone } = require(join(root, "model", "load.ts"));
  const { packConfiguration } = require(join(root, "policypack", "configuration.ts"));
  const loaded = loadLandingZone(organization);
  if (loaded.ok) {
    const configuration = JSON.stringify(packConfiguration(loaded.zone), null, 2);
    writeFileSync(join(dist, "config.json"), `${configuration}\n`);
  } else {
    // No failure: this runs in every npm install, and `sekisho check` is where faults are shown.
    console.error(
      `organization.yaml has ${loaded.faults.length} faults (see: npx sekisho check): ` +
        "the pack is compiled without a configuration and blocks what it cannot judge.",
    );
  }
}
