import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { catalogue } from "../../guardrails/catalogue";
import { Exemption } from "../../guardrails/exemptions";
import { resourceGuards } from "../../guardrails/resourceGuards";

/** The page whose tables are made from the catalogue of access paths. */
export const guardrailsPage = join(__dirname, "../../docs/guardrails.md");

const whom: Readonly<Record<Exemption, string>> = {
  osAccess: "OSAccess",
  automation: "automation roles",
  deploy: "the deploy role",
  reader: "the reader",
  justInTime: "AWS's token role",
  requester: "`requesters`, where access is just-in-time",
};

/** The page with each table between its two marks made anew, in the repository's format. */
export async function withTables(page: string): Promise<string> {
  const tables = {
    "access paths": table(
      ["Statement", "What it stops", "What is open without it", "Stays with", "Breaks", "Rests on"],
      catalogue.map(({ id, title, opens, exempt, breaks, source }) => [
        `\`${id}\``,
        title,
        opens,
        exempt.map((exemption) => whom[exemption]).join(", ") || "nobody",
        breaks ?? "",
        source,
      ]),
    ),
    "resource guards": table(
      ["Statement", "What it stops", "Rests on"],
      resourceGuards.map(({ id, title, source }) => [`\`${id}\``, title, source]),
    ),
  };
  const text = Object.entries(tables).reduce((before, [name, content]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const from = before.indexOf(begin);
    const to = before.indexOf(end, from);
    if (from < 0 || to < 0) {
      throw new Error(`The page has no place for the ${name}.`);
    }
    return `${before.slice(0, from)}${begin}\n\n${content}\n\n${before.slice(to)}`;
  }, page);
  return format(text, { ...(await resolveConfig(guardrailsPage)), filepath: guardrailsPage });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

async function rewrite(): Promise<void> {
  writeFileSync(guardrailsPage, await withTables(readFileSync(guardrailsPage, "utf8")));
}

if (require.main === module) {
  void rewrite();
}
