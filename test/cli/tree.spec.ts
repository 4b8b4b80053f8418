import * as assert from "node:assert/strict";
import { renderTree, TreeNode, wrappedLines } from "../../cli/tree";

const node = (text: string, ...children: TreeNode[]): TreeNode => ({ lines: [{ text }], children });

describe("A tree", () => {
  it("hangs each node under its parent, the last one by a corner", () => {
    const tree = node("root", node("a", node("a1"), node("a2")), node("b", node("b1")));

    assert.equal(
      renderTree(tree, Infinity),
      ["root", "├─ a", "│  ├─ a1", "│  └─ a2", "└─ b", "   └─ b1"].join("\n"),
    );
  });

  it("keeps further lines of a node beside its branch", () => {
    const account = { lines: [{ text: "web" }, { text: "shell" }], children: [node("stack")] };
    const leaf = { lines: [{ text: "dev" }, { text: "rdp" }], children: [] };

    assert.equal(
      renderTree({ lines: [{ text: "root" }], children: [account, leaf] }, Infinity),
      ["root", "├─ web", "│  │ shell", "│  └─ stack", "└─ dev", "     rdp"].join("\n"),
    );
  });

  it("breaks lines between words where they would not fit", () => {
    const lines = renderTree(node("root", node("one two three four five six seven")), 26).split(
      "\n",
    );

    assert.deepEqual(lines, ["root", "└─ one two three four", "     five six seven"]);
  });

  it("leaves a word whole that is wider than the terminal", () => {
    const word = "x".repeat(40);

    assert.equal(renderTree(node("root", node(word)), 24), `root\n└─ ${word}`);
  });

  it("styles each line of a broken text and not the branches beside it", () => {
    const style = (text: string) => `<${text}>`;
    const long = { lines: [{ text: "one two three four five six", style }], children: [] };
    const tree = { lines: [{ text: "root" }], children: [long, node("next")] };

    assert.equal(
      renderTree(tree, 26),
      ["root", "├─ <one two three four>", "│    <five six>", "└─ next"].join("\n"),
    );
  });

  it("counts no columns for colour codes", () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
    const words = ["one", "two", "three", "four"].map(red).join(" ");

    assert.equal(renderTree(node("root", node(words)), 24), `root\n└─ ${words}`);
  });
});

describe("A list of lines", () => {
  const wide = `  ${"word ".repeat(12).trim()}`;

  it("is broken between words, deeper than its first line", () => {
    assert.deepEqual(wrappedLines(["Title", wide], 34), [
      "Title",
      "  word word word word word word",
      "    word word word word word word",
    ]);
  });

  it("keeps every line as it is in a file, and a command on any terminal", () => {
    const command = `    \u001b[36m$ ${"sekisho ".repeat(12)}\u001b[39m`;
    assert.deepEqual(wrappedLines([wide], Infinity), [wide]);
    assert.deepEqual(wrappedLines([command], 34), [command]);
  });
});
