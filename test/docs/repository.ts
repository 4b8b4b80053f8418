import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The repository's root. */
export const root = resolve(__dirname, "../..");

/** The pages that people read, relative to the root. */
export const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Rows of the first table under a heading, each cell trimmed; the head and the rule below it left out. */
export function tableUnder(page: string, heading: string): string[][] {
  const start = page.indexOf(`\n${heading}\n`);
  const lines = page.slice(start < 0 ? page.length : start).split("\n");
  const first = lines.findIndex((line) => line.startsWith("|"));
  const rows = lines.slice(first);
  const last = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(2, last < 0 ? undefined : last).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What stands in backticks, code blocks left out. */
export function codeIn(text: string): string[] {
  const prose = text.replace(/^```[^]*?^```/gm, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!.trim());
}
