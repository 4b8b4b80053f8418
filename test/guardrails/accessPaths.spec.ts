import * as assert from "node:assert/strict";
import { catalogue } from "../../guardrails/catalogue";
import { isGuarded } from "../../guardrails/coverage";
import { organizationPolicies } from "../../guardrails/organizationPolicies";
import { attackOf, pathsIn, provePath } from "../../proof/proofOfPath";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { knownAccounts } from "../../model/names";
import { attacks } from "./attacks";
import { legitimate } from "./legitimateUses";
import { deniedBy, zone } from "./underGuardrails";

describe("access paths", () => {
  it("are each played by an attack", () => {
    const rendered = zone.guardrails
      .flatMap((target) => serviceControlPolicies(zone, target))
      .map(({ content }) => content)
      .join();
    for (const { id } of catalogue) {
      assert.ok(attacks[id], `no attack plays ${id}`);
      assert.ok(rendered.includes(`"Sid":"${id}"`), `${id} is in no SCP`);
    }
    assert.equal(Object.keys(attacks).length, catalogue.length);
  });

  for (const [id, attack] of Object.entries(attacks)) {
    it(`${id} alone stops an administrator who tries`, () => {
      for (const asked of attack) {
        assert.deepEqual(deniedBy(asked, { rcps: false }), [id], JSON.stringify(asked));
      }
    });
  }

  it("are proved closed to everybody else, in an account of each kind", () => {
    const policiesOf = organizationPolicies(zone);
    for (const account of knownAccounts(zone).filter((each) => isGuarded(zone, each))) {
      for (const path of pathsIn(zone, account)) {
        const check = provePath(zone, attackOf(zone, account, path), policiesOf(account));
        assert.equal(
          check.result,
          "proved",
          `${path.id} in ${account.name}: ${JSON.stringify(check)}`,
        );
      }
    }
  });

  for (const [what, uses] of Object.entries(legitimate)) {
    it(`leave open: ${what}`, () => {
      for (const asked of uses) {
        assert.deepEqual(deniedBy(asked), [], JSON.stringify(asked));
      }
    });
  }
});
