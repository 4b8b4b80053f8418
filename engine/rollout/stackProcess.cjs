// What a stack process loads; like a worker thread it inherits no loader.
const { join } = require("node:path");
require("../bundled.cjs")(join(__dirname, "stackProcess.ts")).serve();
