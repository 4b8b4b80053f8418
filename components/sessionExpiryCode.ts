import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** Node's version in Lambda, supported until 2028-04-30: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
export const sessionExpiryRuntime = "nodejs24.x";

let code: string | undefined;

/**
 * The deployed function, `expiry/handler.ts` and what it imports, as one file of JavaScript. The AWS SDK comes with Lambda's
 * runtime. The same sources give the same text on every machine: a plan must not differ by who makes it.
 */
export function sessionExpiryCode(): string {
  code ??= buildSync({
    absWorkingDir: root(),
    entryPoints: ["expiry/handler.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node24",
    format: "cjs",
    charset: "utf8",
    // Neither a link on the way to the sources nor a tsconfig.json above them changes the text.
    preserveSymlinks: true,
    tsconfigRaw: { compilerOptions: { strict: true } },
    write: false,
  }).outputFiles[0]!.text;
  return code;
}

/** Sekisho's folder. The program that runs has been joined into one file, which stands in it or one or two folders below. */
function root(): string {
  const found = [".", "..", "../.."]
    .map((up) => join(__dirname, up))
    .find((folder) => existsSync(join(folder, "expiry", "handler.ts")));
  if (found === undefined) {
    throw new Error("expiry/handler.ts is missing: install Sekisho whole, with its sources.");
  }
  return found;
}
