import { Composer, CST, Document, Lexer, LineCounter, Node, Parser, YAMLParseError } from "yaml";
import { Fault, visible } from "./fault";
import { YamlSource } from "./yamlSource";

/** A landing zone of 1,000 accounts takes a few hundred kilobytes; more is not a landing zone. */
export const maximumCharacters = 1024 * 1024;

/** Our deepest value is 9 levels down; what is nested without bound would overflow the composer's stack. */
const maximumDepth = 64;

/** A file's text with the values and the place of each; or why it is not YAML of the kind we read. */
export interface Read {
  /** None where the text does not parse. */
  readonly source?: YamlSource;
  readonly faults: readonly Fault[];
}

/**
 * Reads YAML 1.2 (core schema), one document. Anchors, aliases, merge keys and tags are refused: a reviewer
 * should see each value where it counts, and an alias that is expanded without end is an attack.
 * Text that does not parse gives its first error (after which the parser guesses) and every tab, and no source;
 * the other faults leave a usable source.
 */
export function readYaml(file: string, text: string): Read {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: "", message };
  };
  if (text.length > maximumCharacters) {
    const found = `found ${text.length} characters`;
    return { faults: [at(0, `${found}, allowed are ${maximumCharacters}: split the file up.`)] };
  }
  const unprintable = controlCharacters(text, file);
  if (unprintable.length > 0) {
    return { faults: unprintable };
  }

  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      errors += token.type === "error" ? 1 : 0;
    }
    if (errors > 100) {
      break;
    }
    if (parser.stack.length > maximumDepth) {
      const message = `found more than ${maximumDepth} levels, allowed are ${maximumDepth}: remove the inner ones.`;
      return { faults: [at(parser.offset, message)] };
    }
  }
  tokens.push(...parser.end());

  // Our own check of repeated keys is linear and names the first one.
  const options = { version: "1.2", schema: "core", merge: false, uniqueKeys: false } as const;
  const documents = [
    ...new Composer(options).compose(tokens, true, text.length),
  ] as Document<Node>[];
  const [document, second] = documents;
  const syntaxErrors = documents
    .flatMap((each) => each.errors)
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code }, position) => position === 0 || code === "TAB_AS_INDENT");
  const faults = syntaxErrors.map((error) =>
    at(Math.min(error.pos[0], text.length), syntaxMessage(error)),
  );
  if (second !== undefined && faults.length === 0) {
    const message =
      "found a second document, allowed is one: remove the line '---' and what follows.";
    faults.push(at(second.range?.[0] ?? 0, message));
  }
  if (document?.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    faults.push(at(0, "found a directive for YAML 1.1, allowed is YAML 1.2: remove it."));
  }
  if (document === undefined || faults.length > 0) {
    return { faults };
  }
  const source = new YamlSource(file, document.contents, lines);
  return { source, faults: source.faults };
}

/** What YAML calls not printable; the parser would take it, and a terminal would act on it. */
function controlCharacters(text: string, file: string): Fault[] {
  const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
  const faults: Fault[] = [];
  if (!unprintable.test(text)) {
    return faults;
  }
  for (const [position, line] of text.split("\n").entries()) {
    const column = line.search(unprintable);
    if (column >= 0) {
      const message = `found the control character ${visible(line[column]!)}, allowed is text: remove it.`;
      faults.push({ file, line: position + 1, column: column + 1, path: "", message });
    }
  }
  return faults;
}

/** The parser's own words, with what to do where it does not say so. */
function syntaxMessage(error: YAMLParseError): string {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return "found a tab in the indentation, allowed are spaces: replace the tab.";
    case "BAD_SCALAR_START":
      return `found a value that starts with a reserved character, allowed is it in quotes: put it in quotes.`;
    default: {
      const reason = visible(error.message.split("\n")[0]!.slice(0, 120));
      return `found text that is not YAML (${reason}), allowed is YAML 1.2: correct the line.`;
    }
  }
}
