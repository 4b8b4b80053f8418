// Compiles the policy pack and writes the configuration that it takes from organization.yaml.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const pack = join(root, "policypack");
const dist = join(pack, "dist");

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: [join(pack, "index.ts"), join(pack, "organization.ts")],
  outdir: dist,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // The pack must throw and catch the classes of the same copy that serves it.
  external: ["@pulumi/*"],
  logLevel: "warning",
});

const organizationFile = join(root, "organization.yaml");
if (existsSync(organizationFile)) {
  const { compiledFrom } = createRequire(import.meta.url)(join(dist, "organization.js"));
  try {
    const compiled = compiledFrom(organizationFile);
    write("config.json", compiled);
    // For packs that are compiled elsewhere. Only the landing zone itself takes preferences over.
    const { adoptedPreferences, ...settings } = compiled.configuration;
    write("policy-pack-config.json", { "pack-configured": settings });
  } catch (fault) {
    // No failure: this runs in every npm install, and `sekisho check` is where faults are shown.
    console.error(`${fault.message}\nThe pack is compiled; it starts once these are mended.`);
  }
}

function write(name, value) {
  writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);
}
