// Preloaded into a measured process: tells its highest resident memory and its time on the processor when it ends.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  // A policy pack is ended by whoever started it.
  process.once("SIGTERM", () => process.exit());
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
    writeSync(3, JSON.stringify({ cpuSeconds, peakMegabytes: maxRSS / 1024 }));
  });
}
