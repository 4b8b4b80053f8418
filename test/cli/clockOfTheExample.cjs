// A preload of the command in tests: the grants of the example lie in December 2026, and what may be done with one depends on the
// moment. The clock starts at this one and goes on from there.
const offset = Date.parse("2026-11-28T00:00:00Z") - Date.now();

globalThis.Date = class extends Date {
  constructor(...values) {
    if (values.length === 0) {
      super(globalThis.Date.now());
    } else {
      super(...values);
    }
  }

  static now() {
    return super.now() + offset;
  }
};
