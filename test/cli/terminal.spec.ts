import * as assert from "node:assert/strict";
import { terminalOf } from "../../cli/terminal";

const terminal = { isTTY: true, columns: 90 };
const file = {};

describe("A stream", () => {
  const cases = [
    { title: "is coloured on a terminal", stream: terminal, colored: true },
    { title: "is plain in a file", stream: file, colored: false },
    { title: "is plain in a file in CI", stream: file, env: { CI: "true" }, colored: false },
    { title: "is plain under NO_COLOR", stream: terminal, env: { NO_COLOR: "1" }, colored: false },
    { title: "is coloured by FORCE_COLOR", stream: file, env: { FORCE_COLOR: "1" }, colored: true },
    {
      title: "is plain under FORCE_COLOR=0",
      stream: terminal,
      env: { FORCE_COLOR: "0" },
      colored: false,
    },
    {
      title: "is plain under NO_COLOR, whatever FORCE_COLOR says",
      stream: terminal,
      env: { NO_COLOR: "1", FORCE_COLOR: "1" },
      colored: false,
    },
    {
      title: "is plain on a dumb terminal",
      stream: terminal,
      env: { TERM: "dumb" },
      colored: false,
    },
  ];
  for (const { title, stream, env = {}, colored } of cases) {
    it(title, () => {
      const { colors } = terminalOf(stream, env);

      assert.equal(colors.red("x"), colored ? "\u001b[31mx\u001b[39m" : "x");
    });
  }

  it("has the terminal's width, 120 columns at most, and none in a file", () => {
    assert.equal(terminalOf(terminal, {}).width, 90);
    assert.equal(terminalOf({ isTTY: true, columns: 300 }, {}).width, 120);
    // A terminal that does not tell its size says 0.
    assert.equal(terminalOf({ isTTY: true, columns: 0 }, {}).width, 80);
    assert.equal(terminalOf(file, {}).width, Infinity);
  });
});
