import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { scripts } from "../../package.json";
import { policies } from "../../policypack/policies";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { pages, read, root, tableUnder } from "./repository";

describe("the pages", () => {
  it("list in the README exactly the pack's policies, in its order and words", () => {
    const listed = tableUnder(read("README.md"), "## The policies");
    const expected = policies({}).map(({ name, description }) => [`\`${name}\``, description]);
    assert.deepEqual(listed, expected);
  });

  for (const page of pages) {
    it(`link in ${page} only to what exists`, () => {
      const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
      const missing = links.filter((link) => !link.startsWith("https://") && !leads(page, link));
      assert.deepEqual(missing, []);
    });

    it(`name in ${page} only npm scripts and commands that exist`, () => {
      const text = read(page);
      const runs = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, script]) => script!);
      const commands = [...text.matchAll(/(?:npx|\$|`)\s?sekisho ([a-z][a-z-]*)/g)].map(
        ([, name]) => name!,
      );
      assert.deepEqual(
        runs.filter((script) => !(script in scripts)),
        [],
      );
      assert.deepEqual(
        commands.filter((name) => !existsSync(join(root, "cli", `${inCamelCase(name)}.ts`))),
        [],
      );
    });

    it(`name in ${page} only stacks of the example, or of what it adds to it`, () => {
      const names = stackPrograms(exampleZone()).map(({ name }) => name);
      // Sandbox has no id yet and shop is the account that the README adds.
      const added = ["guardrails-Sandbox", "bootstrap-shop", "account-shop"];
      const said = [...read(page).matchAll(/-s ([A-Za-z][\w.-]*\w)(?=[\s`;,)])/g)];
      assert.deepEqual(
        said.map(([, name]) => name!).filter((name) => ![...names, ...added].includes(name)),
        [],
      );
    });
  }
});

/** `aws-config` is in awsConfig.ts. */
function inCamelCase(command: string): string {
  return command.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a relative link leads to a file or folder, and its fragment to a heading there. */
function leads(page: string, link: string): boolean {
  const [path, fragment] = link.split("#") as [string, string?];
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) {
    return false;
  }
  return fragment === undefined || headings(read(target)).includes(fragment);
}

/** Fragments of a page's headings, as GitHub makes them. */
function headings(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
