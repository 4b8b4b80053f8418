import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLandingZone } from "../../engine/check";
import { exampleText, exampleZone, zoneOf } from "../example/landingZone";

const root = join(__dirname, "../..");

describe("organization.yaml and grants.yaml in the root", () => {
  it("have no fault, and every stack of them is planned without a violation", async () => {
    const { stacks } = await checkLandingZone(zoneOf(root));
    assert.ok(stacks.length > 0);
    assert.deepEqual(
      stacks.flatMap(({ stack, violations, failure }) => [
        ...violations.map(({ message }) => `${stack}: ${message}`),
        ...(failure === undefined ? [] : [`${stack}: ${failure}`]),
      ]),
      [],
    );
  });

  it("are those of the example until they declare another organization", () => {
    if (zoneOf(root).organization.id !== exampleZone().organization.id) {
      return;
    }
    for (const file of [
      "organization.yaml",
      "grants.yaml",
      "policies/region-limit.json",
    ] as const) {
      assert.equal(
        afterSchema(readFileSync(join(root, file), "utf8")),
        afterSchema(exampleText(file)),
        `copy ${file} to test/example, whose files README shows, or write your organization's id`,
      );
    }
  });
});

/** The text after its first line, which says where the schema lies. */
function afterSchema(text: string): string {
  return text.slice(text.indexOf("\n"));
}
