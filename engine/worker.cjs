// What a worker thread loads: it inherits no loader from the thread that starts it.
const { workerData } = require("node:worker_threads");
const bundled = require("./bundled.cjs");

module.exports = bundled("engine/stackReports.ts").reporterOf(workerData);
