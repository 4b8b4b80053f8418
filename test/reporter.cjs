const { reporters } = require("mocha");

/** Mocha's spec reporter with a last line of counts that a CI log reader knows. */
module.exports = class CountsReporter extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes = 0, failures = 0, pending = 0 } = this.stats;
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  }
};
