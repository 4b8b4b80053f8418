import * as fs from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LandingZone } from "../../model/landingZone";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { RolloutRefused } from "./refused";

/** Files of the pack besides the compiled code. */
const descriptions = ["PulumiPolicy.yaml", "package.json", "serve"];

/**
 * A copy of the compiled policy pack that knows exactly the landing zone that is rolled out, whichever files it came from and
 * whatever is written to them meanwhile.
 *
 * @returns the folder of the copy; `packPath` says what of it `--policy-pack` gets
 * @throws {RolloutRefused} if the pack is not compiled
 */
export function packFor(zone: LandingZone, root: string, folder: string): string {
  const source = join(root, "policypack");
  const target = join(folder, "pack");
  compiledPack(root);
  fs.mkdirSync(join(target, "dist"), { recursive: true });
  for (const name of descriptions) {
    fs.copyFileSync(join(source, name), join(target, name));
  }
  for (const name of fs.readdirSync(join(source, "dist")).filter((each) => each.endsWith(".js"))) {
    fs.copyFileSync(join(source, "dist", name), join(target, "dist", name));
  }
  // The pack and the process that serves it must share one copy of the SDK.
  const policy = createRequire(join(source, "index.ts")).resolve("@pulumi/policy/package.json");
  fs.symlinkSync(dirname(dirname(dirname(policy))), join(target, "node_modules"));
  const compiled = { files: {}, configuration: packConfiguration(zone) };
  fs.writeFileSync(join(target, "dist", "config.json"), JSON.stringify(compiled));
  return target;
}

/** The folder of the pack as `npm run pack` left it. */
export function compiledPack(root: string): string {
  const pack = join(root, "policypack");
  if (!fs.existsSync(join(pack, "dist", "index.js"))) {
    throw new RolloutRefused(`The policy pack is not compiled: npm run pack in ${root}.`);
  }
  return pack;
}
