// What a worker thread loads: it inherits no loader from the thread that starts it.
const { join } = require("node:path");
const { workerData } = require("node:worker_threads");
const bundled = require("./bundled.cjs");

module.exports = bundled(join(__dirname, "stackReports.ts")).plannerOf(workerData);
