// What Pulumi starts (`main` in package.json): index.ts, without a TypeScript compiler in between.
module.exports = require("./engine/bundled.cjs")(require.resolve("./index.ts"));
