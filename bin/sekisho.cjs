#!/usr/bin/env node
const { join } = require("node:path");

const root = join(__dirname, "..");
try {
  require("ts-node").register({
    cwd: root,
    project: join(root, "tsconfig.run.json"),
    transpileOnly: true,
  });
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") {
    throw error;
  }
  console.error(`The dependencies of Sekisho are not installed: run npm ci in ${root}.`);
  process.exit(2);
}

require("../cli/main.ts").main(process.argv);
