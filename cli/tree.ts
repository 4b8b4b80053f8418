import { stripVTControlCharacters } from "node:util";
import { Help } from "commander";

/** A line, or lines, of a tree and what hangs below. */
export interface TreeNode {
  readonly lines: readonly TreeLine[];
  readonly children: readonly TreeNode[];
}

export interface TreeLine {
  readonly text: string;
  /** Colours the text; kept apart so that a wrapped line does not colour the branches beside it. */
  readonly style?: (text: string) => string;
}

// commander wraps its help by words and counts no columns for colour codes; the tree needs the same.
const wrapper = new Help();
wrapper.minWidthToWrap = 20;

/** The tree as text, no line wider than `width` columns unless a single word is. */
export function renderTree(root: TreeNode, width: number): string {
  return renderNode(root, "", "", width).join("\n");
}

function renderNode(node: TreeNode, first: string, rest: string, width: number): string[] {
  const beside = node.children.length > 0 ? `${rest}│ ` : `${rest}  `;
  const labels = node.lines.flatMap(({ text, style = (line: string) => line }, index) => {
    const indent = index === 0 ? first.length : beside.length;
    return wrapped(text, width - Math.max(indent, beside.length)).map(style);
  });
  const children = node.children.flatMap((child, index) =>
    index === node.children.length - 1
      ? renderNode(child, `${rest}└─ `, `${rest}   `, width)
      : renderNode(child, `${rest}├─ `, `${rest}│  `, width),
  );
  return [...labels.map((label, index) => `${index === 0 ? first : beside}${label}`), ...children];
}

/** The text in lines of at most that many columns, broken between words; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  return wrapper.boxWrap(text, width).split("\n");
}

/** The same with an indent, and with a deeper one for all but the first line. */
export function indented(text: string, width: number, indent: string, rest: string): string[] {
  return wrapped(text, width - rest.length).map(
    (line, index) => `${index === 0 ? indent : rest}${line}`,
  );
}

/**
 * Lines with their own indents, none wider than `width`. A command stays on one line, for whoever copies it.
 */
export function wrappedLines(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const indent = /^ */.exec(line)![0];
    return stripVTControlCharacters(line).trimStart().startsWith("$ ")
      ? [line]
      : indented(line.trimStart(), width, indent, `${indent}  `);
  });
}
