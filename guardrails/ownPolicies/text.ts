import { isObject } from "../../iam/policyJson";
import { JsonText, readJson } from "../../iam/jsonText";
import { placed } from "../../iam/textPosition";
import { Fault, visible } from "../../model/fault";
import { OwnPolicy } from "../../model/landingZone";

/** One statement as it stands in the text, whatever is wrong with it. */
export interface StatementText {
  /** From 0, as in `Statement[0]`. */
  readonly index: number;
  readonly elements: Readonly<Record<string, unknown>>;
}

/** A text of an element that holds one or a list of them, and its path. */
export interface PlacedText {
  readonly text: string;
  readonly path: string;
}

/** A value, with or without its key: a text, a number or word, or the bracket that it begins with. */
const memberValue = /^(?:"(?:[^"\\]|\\.)*"\s*:\s*)?("(?:[^"\\]|\\.)*"|[[{]|[^\s,\]}]+)/;

const longestShown = 80;

/** The organization's own policy as text: what it says, and the place of each fault in it. */
export class OwnPolicyText {
  readonly statements: readonly StatementText[];
  readonly json: JsonText;

  constructor(readonly policy: OwnPolicy) {
    this.json = readJson(policy.text);
    const { value } = this.json;
    this.statements = (isObject(value) ? [value.Statement].flat() : []).flatMap((each, index) =>
      isObject(each) ? [{ index, elements: each }] : [],
    );
  }

  /** A fault at a path such as `Statement[0].Effect`; of what is not there, where its owner stands. */
  fault(path: string, message: string): Fault {
    const [{ line = 1, column = 1 } = {}] = placed(
      [{ path, message }],
      this.policy.text,
      this.json.offsets,
    );
    return { file: this.policy.file, line, column, path: visible(path), message };
  }

  /** The texts of Action, Resource and their like, one by one. What is no text is left out. */
  texts({ index, elements }: StatementText, element: string): PlacedText[] {
    const path = `Statement[${index}].${element}`;
    const value = elements[element];
    return Array.isArray(value)
      ? value.flatMap((text, item) =>
          typeof text === "string" ? [{ text, path: this.itemPath(path, item) }] : [],
        )
      : typeof value === "string"
        ? [{ text: value, path }]
        : [];
  }

  /** What stands at a path, the beginning of it where it is long; undefined where nothing does. */
  written(path: string): string | undefined {
    const { offsets } = this.json;
    const offset = offsets.get(path) ?? offsets.get(path.replace(/^Statement\[0\]/, "Statement"));
    if (offset === undefined) {
      return undefined;
    }
    const [, value = ""] = memberValue.exec(this.policy.text.slice(offset)) ?? [];
    return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  }

  /** The place of a list's item is found by its path as it stands, also where one statement stands without a list. */
  private itemPath(path: string, item: number): string {
    const listed = `${path}[${item}]`;
    return this.json.offsets.has(listed) ? listed : listed.replace(/^Statement\[0\]/, "Statement");
  }
}
