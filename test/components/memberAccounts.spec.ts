import * as assert from "node:assert/strict";
import { MemberAccounts } from "../../components/memberAccounts";
import { Account } from "../../model/landingZone";
import { inventory, named } from "../support";
import { accountWith, zoneWith } from "../zone";
import { protectedNames, underProvider, unknownInputs } from "./underProvider";

const accountType = "aws:organizations/account:Account";
const shop = accountWith({ name: "shop", id: undefined, managed: true, email: "shop@example.com" });
const lab = accountWith({ name: "lab", id: undefined, managed: true, ou: undefined });

const accountsOf = (accounts: readonly Account[]) =>
  underProvider((opts) => {
    const organizationalUnits = new Map([["Workloads", "ou-ab12-11111111"]]);
    const zone = zoneWith({ accounts: [...accounts] });
    return new MemberAccounts("accounts", { zone, organizationalUnits }, opts);
  });

describe("MemberAccounts", () => {
  it("makes the managed accounts and nothing else", async () => {
    assert.deepEqual(inventory(await accountsOf([accountWith(), shop, lab])), [
      `${accountType} accounts-lab`,
      `${accountType} accounts-shop`,
      "sekisho:components:MemberAccounts accounts",
    ]);
  });

  it("puts each into its unit, or under the root, and never closes it", async () => {
    const resources = await accountsOf([shop, lab]);
    assert.deepEqual(named(resources, accountType, "accounts-shop").inputs, {
      name: "shop",
      email: "shop@example.com",
      parentId: "ou-ab12-11111111",
      roleName: "OrganizationAccountAccessRole",
      iamUserAccessToBilling: "ALLOW",
      closeOnDeletion: false,
    });
    assert.equal(named(resources, accountType, "accounts-lab").inputs.parentId, "r-ab12");
    assert.deepEqual(unknownInputs(resources), []);
  });

  it("keeps an account whatever becomes of its stack, and does not replace it", async () => {
    const resources = await accountsOf([shop, lab]);
    assert.deepEqual(protectedNames(resources), ["accounts-lab", "accounts-shop"]);
    for (const { name, retainOnDelete, ignoreChanges } of resources.filter((r) => r.custom)) {
      assert.equal(retainOnDelete, true, name);
      // AWS does not tell them, so after an import they would differ.
      assert.deepEqual([...ignoreChanges].sort(), ["iamUserAccessToBilling", "roleName"], name);
    }
  });

  it("changes nothing when the id is written down", async () => {
    const written = { ...shop, id: "444444444444" };
    assert.deepEqual(await accountsOf([written]), await accountsOf([shop]));
  });
});
