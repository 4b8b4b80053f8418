import { isAlias, isMap, isScalar, isSeq, LineCounter, Node, YAMLMap } from "yaml";
import { Fault, formatPath, quoted } from "./fault";

/** Steps from the root of a file to a value: keys and positions in lists. */
export type Path = readonly (string | number)[];

/** A parsed YAML file: plain values, and the place of each. */
export class YamlSource {
  private readonly pairs = new Map<YAMLMap, Map<string, { key: Node; value: Node | null }>>();
  private readonly found: Fault[] = [];
  /** Maps, lists, strings, numbers, booleans and null; maps have no prototype. */
  readonly value: unknown;

  constructor(
    readonly file: string,
    private readonly root: Node | null,
    private readonly lines: LineCounter,
  ) {
    this.value = this.plain(root, []);
  }

  /** What the file may not contain although it parses: anchors, tags, repeated keys, keys that are not text. */
  get faults(): readonly Fault[] {
    return this.found;
  }

  /** A fault at a value, or at its key; of what is missing, at the nearest thing above it that is there. */
  fault(path: Path, message: string, part: "key" | "value" = "value"): Fault {
    return { file: this.file, ...this.place(path, part), path: formatPath(path), message };
  }

  /** The keys of the map at a path in the order of the file; none where there is no map. */
  keys(...path: Path): string[] {
    const node = this.node(path)?.value;
    return isMap(node) ? [...(this.pairs.get(node)?.keys() ?? [])] : [];
  }

  isMap(...path: Path): boolean {
    return isMap(this.node(path)?.value);
  }

  has(...path: Path): boolean {
    return this.node(path) !== undefined;
  }

  /** The text of a scalar as it was written, without quotes: `012345678901` although YAML reads a number. */
  text(path: Path): string | undefined {
    const node = this.node(path)?.value;
    return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
  }

  private place(path: Path, part: "key" | "value"): { line: number; column: number } {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.node(path.slice(0, length));
      if (node !== undefined) {
        const whole = length === path.length;
        const written = isScalar(node.value) && node.value.value === null ? null : node.value;
        const at = whole && part === "value" ? (written ?? node.key) : (node.key ?? written);
        return this.position(at?.range?.[0] ?? 0);
      }
    }
    return this.position(this.root?.range?.[0] ?? 0);
  }

  private position(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private node(path: Path): { key: Node | null; value: Node | null } | undefined {
    let at: { key: Node | null; value: Node | null } = { key: null, value: this.root };
    for (const step of path) {
      if (isMap(at.value) && typeof step === "string") {
        const pair = this.pairs.get(at.value)?.get(step);
        if (pair === undefined) {
          return undefined;
        }
        at = pair;
      } else if (isSeq(at.value) && typeof step === "number" && step in at.value.items) {
        at = { key: null, value: at.value.items[step] as Node };
      } else {
        return undefined;
      }
    }
    return at;
  }

  private plain(node: Node | null, path: Path): unknown {
    if (node === null) {
      return null;
    }
    if (isAlias(node)) {
      this.refuse(path, node, `found the alias *${node.source}`, "write the value out");
      return null;
    }
    if (node.anchor !== undefined) {
      this.refuse(path, node, `found the anchor &${node.anchor}`, "remove it");
    }
    if (node.tag !== undefined) {
      this.refuse(path, node, `found the tag ${node.tag}`, "remove it");
      return null;
    }
    if (isMap(node)) {
      return this.plainMap(node, path);
    }
    if (isSeq(node)) {
      return node.items.map((item, position) =>
        this.plain(item as Node | null, [...path, position]),
      );
    }
    return isScalar(node) ? node.value : null;
  }

  private plainMap(node: YAMLMap, path: Path): unknown {
    const pairs = new Map<string, { key: Node; value: Node | null }>();
    this.pairs.set(node, pairs);
    const result = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items) {
      const key = pair.key as Node;
      const name = this.keyName(key, path);
      if (name === undefined) {
        continue;
      }
      const earlier = pairs.get(name);
      if (earlier !== undefined) {
        const { line } = this.position(earlier.key.range?.[0] ?? 0);
        this.refuse(
          [...path, name],
          key,
          `found the key ${quoted(name)} again, it is already in line ${line}`,
          "remove one of the two",
          "one of each",
        );
        continue;
      }
      const value = pair.value as Node | null;
      pairs.set(name, { key, value });
      result[name] = this.plain(value, [...path, name]);
    }
    return result;
  }

  private keyName(key: Node, path: Path): string | undefined {
    if (!isScalar(key)) {
      this.refuse(path, key, "found a key that is not text", "write a name");
      return undefined;
    }
    const text = key.source ?? String(key.value);
    if (key.anchor !== undefined || key.tag !== undefined) {
      this.refuse(
        [...path, text],
        key,
        `found an anchor or tag at the key ${quoted(text)}`,
        "remove it",
      );
    } else if (text === "<<") {
      this.refuse(path, key, 'found the merge key "<<"', "write the keys out");
    } else if (text === "__proto__") {
      this.refuse(path, key, 'found the key "__proto__"', "choose another name", "any other name");
    } else if (typeof key.value !== "string") {
      const advice = `put the key in quotes ("${text}")`;
      this.refuse(
        [...path, text],
        key,
        `found the key ${quoted(text)}, which YAML reads as a ${typeof key.value}`,
        advice,
        "text",
      );
    } else {
      return key.value;
    }
    return undefined;
  }

  private refuse(
    path: Path,
    node: Node,
    found: string,
    advice: string,
    allowed = "plain YAML without anchors, aliases, merge keys and tags",
  ): void {
    this.found.push({
      file: this.file,
      ...this.position(node.range?.[0] ?? 0),
      path: formatPath(path),
      message: `${found}, allowed is ${allowed}: ${advice}.`,
    });
  }
}
