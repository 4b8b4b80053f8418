// A worker thread does not inherit the TypeScript loader of the thread that starts it.
const { join } = require("node:path");
const { workerData } = require("node:worker_threads");

require("ts-node").register({
  project: join(__dirname, "../tsconfig.run.json"),
  transpileOnly: true,
});

module.exports = require("./stackReports.ts").reporterOf(workerData);
