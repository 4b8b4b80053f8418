#!/usr/bin/env node
const { join } = require("node:path");

const root = join(__dirname, "..");
let bundled;
try {
  bundled = require("../engine/bundled.cjs");
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") {
    throw error;
  }
  console.error(`The dependencies of Sekisho are not installed: run npm ci in ${root}.`);
  process.exit(2);
}

bundled(join(root, "cli/main.ts")).main(process.argv);
