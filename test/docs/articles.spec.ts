import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { planStack } from "../../engine/offline";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { codeIn, pages, read, root } from "./repository";

/** Rows of the articles' tables: what the article has, and where it is here. */
const rows = read("docs/articles.md")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| (-|In the article)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, article, here]) => ({ article: article!, here: here! }));

describe("the map from the articles to the code", () => {
  let planned: string;

  before(async () => {
    const plans = [];
    for (const { name, run } of stackPrograms(exampleZone())) {
      plans.push(await planStack(name, run));
    }
    // Documents are JSON text inside the inputs.
    planned = JSON.stringify(plans).replaceAll("\\", "");
  });

  it("covers all five articles", () => {
    assert.equal((read("docs/articles.md").match(/^## \d\. /gm) ?? []).length, 5);
    assert.ok(rows.length > 60, `${rows.length} rows`);
  });

  it("names only files, keys, statements and resources that exist", () => {
    const keys = read("organization.schema.json") + read("grants.schema.json");
    const missing = rows
      .flatMap(({ here }) => codeIn(here))
      .filter(
        (name) =>
          !existsSync(join(root, name)) && !keys.includes(`"${name}"`) && !planned.includes(name),
      );
    assert.deepEqual(missing, []);
  });

  it("names in every page only source files that exist", () => {
    const named = pages.flatMap((page) =>
      codeIn(read(page))
        .filter((code) => /^[\w/.-]+\.ts$/.test(code))
        .map((file) => ({ page, file })),
    );
    assert.deepEqual(
      named.filter(({ file }) => !existsSync(join(root, file))),
      [],
    );
  });

  it("speaks in every page only of statements that the plans hold", () => {
    const spoken = pages.flatMap((page) =>
      codeIn(read(page))
        .filter((code) =>
          /^(No|Only|Protect|Keep|Stay|Own|Start|Find|Read|Write)[A-Z]\w+$/.test(code),
        )
        .map((sid) => ({ page, sid })),
    );
    assert.ok(spoken.length > 30, `${spoken.length}`);
    assert.deepEqual(
      // A Sid, or the name of an action or of a managed policy.
      spoken.filter(({ sid }) => !new RegExp(`[":/]${sid}"`).test(planned)),
      [],
    );
  });
});
