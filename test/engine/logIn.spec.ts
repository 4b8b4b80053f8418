import * as assert from "node:assert/strict";
import { logIn } from "./aws/accounts";
import { World } from "./aws/world";

const account = "444444444444";
const region = "ap-northeast-1";

const logIns = [
  {
    title: "a role that does not exist in the account",
    settings: { region, assumeRoles: [{ roleArn: `arn:aws:iam::${account}:role/SekishoDeploy` }] },
    error: /cannot assume IAM Role/,
  },
  {
    title: "an account that is not among the allowed ones",
    settings: {
      region,
      assumeRoles: [{ roleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole` }],
      allowedAccountIds: ["555555555555"],
    },
    error: /AWS account ID not allowed: 444444444444/,
  },
  { title: "no region", settings: { allowedAccountIds: [account] }, error: /invalid AWS Region/ },
  { title: "no account", settings: { region }, error: /no account/ },
];

describe("the stand-in's log-in", () => {
  for (const { title, settings, error } of logIns) {
    it(`refuses ${title}`, () => {
      assert.throws(() => logIn(new World(), settings), error);
    });
  }

  it("works in the account of the role that it assumes", () => {
    const world = new World();
    world.existingRole(account, "SekishoDeploy");
    const roleArn = `arn:aws:iam::${account}:role/SekishoDeploy`;
    const session = logIn(world, {
      region,
      assumeRoles: [{ roleArn }],
      allowedAccountIds: [account],
    });
    assert.deepEqual(session, { account, region, defaultTags: {} });
  });
});
