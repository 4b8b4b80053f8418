import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { catalogue } from "../../guardrails/catalogue";
import { resourceGuards } from "../../guardrails/resourceGuards";
import { emergencyKey } from "../../guardrails/serviceControlPolicies";
import { guardrailsPage, withTables } from "./guardrailsTable";
import { codeIn } from "./repository";

const page = readFileSync(guardrailsPage, "utf8");

describe("the page about guardrails", () => {
  it("has a row for every statement of the SCPs and RCPs", async () => {
    assert.equal(await withTables(page), page, "run: npm run docs");
  });

  it("names no statement that there is not", () => {
    const ids = [...catalogue, ...resourceGuards].map(({ id }) => id);
    const named = codeIn(page).filter((code) =>
      /^(Only|No|Protect|OsAccess|Reader|Deploy|Automation|Ci|Keep|Stay|Nobody|Users)[A-Z]\w+$/.test(
        code,
      ),
    );
    assert.ok(named.length > ids.length / 2);
    assert.deepEqual(
      named.filter((name) => !ids.includes(name)),
      [],
    );
  });

  it("detaches in its break-glass the SCP that the rehearsal detaches", () => {
    assert.ok(page.includes(`sekisho-Workloads-${emergencyKey}`));
  });
});
