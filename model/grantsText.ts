import {
  Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseDocument,
  YAMLMap,
  YAMLSeq,
} from "yaml";

/** A grant as somebody would write it: times with their offset, names as declared. */
export interface WrittenGrant {
  readonly id: string;
  readonly user: string;
  readonly accounts: readonly string[];
  readonly nodes?: string | { readonly ids: readonly string[] } | { readonly tag: object };
  readonly channels?: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly hardEnd?: boolean;
  readonly reason: string;
  readonly ticket?: string;
  readonly approver: string;
}

/**
 * The text of grants.yaml with one more grant, a block at the end of the list; what was there stays as it was, to the letter.
 * Throws an Error of one line where the list is not one of blocks. The caller has checked that the text is a grants file.
 */
export function withGrant(text: string, grant: WrittenGrant): string {
  const { list, lines } = grantsOf(text);
  const last = list.items.at(-1) as YAMLMap | undefined;
  if (last === undefined) {
    const [start, , end] = list.range!;
    return `${text.slice(0, start).trimEnd()}\n${block(grant, "  ")}${text.slice(end).trimStart()}`;
  }
  const indent = " ".repeat(lines.linePos(last.range![0]).col - 3);
  const end = endOfLine(text, lastOffset(last));
  const before = text.slice(0, end);
  return `${before.endsWith("\n") ? before : `${before}\n`}\n${block(grant, indent)}${text.slice(end)}`;
}

/** The text of a grants file with one grant in it. */
export function grantFile(grant: WrittenGrant): string {
  return `grants:\n${block(grant, "  ")}`;
}

/**
 * The text with `revoked` at the grants of these ids, right after `until`; a moment that is there already is replaced. The rest
 * stays as it was, to the letter.
 */
export function withRevoked(text: string, ids: ReadonlySet<string>, moment: string): string {
  const { list, lines } = grantsOf(text);
  const closed = (list.items as YAMLMap[]).filter((item) => ids.has(String(item.get("id"))));
  return closed.reduceRight((rest, item) => {
    const present = pairOf(item, "revoked")?.value;
    if (present !== undefined) {
      const [start, end] = present.range!;
      return `${rest.slice(0, start)}${moment}${rest.slice(end)}`;
    }
    const until = pairOf(item, "until")!;
    if (item.flow === true) {
      const end = until.value.range![1];
      return `${rest.slice(0, end)}, revoked: ${moment}${rest.slice(end)}`;
    }
    const indent = " ".repeat(lines.linePos(until.key.range![0]).col - 1);
    const end = endOfLine(rest, lastOffset(until.value));
    const before = rest.slice(0, end);
    return `${before.endsWith("\n") ? before : `${before}\n`}${indent}revoked: ${moment}\n${rest.slice(end)}`;
  }, text);
}

/** The ids of the grants in the text, in its order. */
export function idsOf(text: string): string[] {
  return (grantsOf(text).list.items as YAMLMap[]).map((item) => String(item.get("id")));
}

/** The text without the grants of these ids, and without the comments right above them. */
export function withoutGrants(text: string, ids: ReadonlySet<string>): string {
  const { list } = grantsOf(text);
  const doomed = (list.items as YAMLMap[]).filter((item) => ids.has(String(item.get("id"))));
  if (doomed.length === list.items.length && doomed.length > 0) {
    const start = startOfBlock(text, (list.items[0] as YAMLMap).range![0]);
    const end = endOfLine(text, lastOffset(doomed.at(-1)!));
    return `${text.slice(0, start).trimEnd()} []\n${text.slice(end)}`;
  }
  return doomed.reduceRight((rest, item) => {
    const start = startOfBlock(rest, item.range![0]);
    const end = endOfLine(rest, lastOffset(item));
    const after = rest.slice(end);
    // One of the two empty lines around the block goes with it.
    return after.startsWith("\n")
      ? rest.slice(0, start) + after.slice(1)
      : rest.slice(0, start).replace(/\n\n$/, "\n") + after;
  }, text);
}

function grantsOf(text: string): { list: YAMLSeq; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const list = isMap(document.contents) ? document.contents.get("grants") : undefined;
  if (!isSeq(list) || (list.flow === true && list.items.length > 0) || !list.items.every(isMap)) {
    throw new Error("The list grants must be written in blocks, each beginning with '- id:'.");
  }
  return { list, lines };
}

function pairOf(item: YAMLMap, name: string): { key: Node; value: Node } | undefined {
  const pair = item.items.find(({ key }) => isScalar(key) && key.value === name);
  return pair as { key: Node; value: Node } | undefined;
}

/** Names of nodes, channels and accounts stand in one line, as people write them. */
function block(grant: WrittenGrant, indent: string): string {
  const document = new Document([grant]);
  for (const key of ["accounts", "nodes", "channels"]) {
    const value: unknown = document.getIn([0, key], true);
    if (isMap(value) || isSeq(value)) {
      value.flow = true;
    }
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.replace(/^(?=.)/gm, indent);
}

/** Where the block of the item begins: at its dash, or at the comments that stand right above. */
function startOfBlock(text: string, item: number): number {
  let start = text.lastIndexOf("\n", item) + 1;
  for (;;) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (start === 0 || !/^\s*#/.test(text.slice(above, start))) {
      return start;
    }
    start = above;
  }
}

/** The last character of a value; a block's own range reaches over the empty lines and comments behind it. */
function lastOffset(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const inner = isPair(last) ? (last.value ?? last.key) : last;
    if (isNode(inner)) {
      return lastOffset(inner);
    }
  }
  return node.range![1] - 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
