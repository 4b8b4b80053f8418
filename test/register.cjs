// Tests run without type checks, as the program does; `npm test` runs tsc first.
require("ts-node").register({
  project: require.resolve("../tsconfig.run.json"),
  transpileOnly: true,
});
