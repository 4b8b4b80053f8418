// Compiles the policy pack and writes the configuration that it takes from organization.yaml.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const pack = join(root, "policypack");
const dist = join(pack, "dist");

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
};

/**
 * Of the SDK's index the policy SDK takes two members. The whole index reads npm's own resolver of dependencies, which
 * is for functions that are serialized: two fifths of what it costs to start the pack in a process that has the rest.
 */
const narrowIndex = {
  name: "narrow-index",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@pulumi\/pulumi$/ }, ({ resolveDir }) => ({
      path: "index",
      namespace: "narrow",
      pluginData: resolveDir,
    }));
    onLoad({ filter: /^index$/, namespace: "narrow" }, ({ pluginData }) => ({
      contents:
        'exports.asset = require("@pulumi/pulumi/asset");\n' +
        'exports.Output = require("@pulumi/pulumi/output").Output;\n',
      resolveDir: pluginData,
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
await Promise.all([
  // In a folder: Pulumi's `run-policy-pack` has loaded these already, and theirs are the classes that it knows.
  build({
    ...common,
    entryPoints: [join(pack, "index.ts")],
    outdir: dist,
    plugins: [narrowIndex],
    external: ["@pulumi/pulumi/*", "@grpc/grpc-js", "google-protobuf"],
  }),
  // For policypack/serve, which needs nothing else.
  build({
    ...common,
    entryPoints: [join(pack, "index.ts")],
    outfile: join(dist, "alone.js"),
    plugins: [narrowIndex],
  }),
  build({
    ...common,
    entryPoints: [join(pack, "organization.ts")],
    outdir: dist,
    external: ["@pulumi/*"],
  }),
]);

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
