import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { OsAccessRole } from "../../components/osAccessRole";
import { osAccessRoleTrustSanctioned } from "../../policypack/osAccessTrust";
import { only, register } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { osAccess } from "./osAccessSubject";
import { Given, configuration, unknown, violations } from "./support";

const role = "The role 'subject'";

describe("osaccess-role-trust-sanctioned: the role", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts the defaults of path and session duration",
      given: osAccess({ path: undefined, maxSessionDuration: undefined }),
      expected: [],
    },
    {
      title: "lets any other role trust whom it likes",
      given: osAccess({ name: "Builder", path: "/ci/", assumeRolePolicy: "{}" }),
      expected: [],
    },
    {
      title: "blocks the name in other letter case",
      given: osAccess({ name: "osaccess" }),
      expected: [
        `${role} must not be named 'osaccess': the name is one letter case away from 'OSAccess', ` +
          "which the guardrails exempt. Choose another name.",
      ],
    },
    {
      title: "blocks a path",
      given: osAccess({ path: "/x/" }),
      expected: [
        `${role} must have the path '/', not '/x/': the guardrails know 'OSAccess' without a path only. ` +
          "Remove the path.",
      ],
    },
    {
      title: "blocks a longer role session",
      given: osAccess({ maxSessionDuration: 7200 }),
      expected: [
        `${role} must have a maxSessionDuration of 3600 seconds, not 7200: a window ends that much too late. ` +
          "Remove the setting.",
      ],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(osAccessRoleTrustSanctioned, given), expected),
    );
  }

  it("accepts what the component makes, here for sessions from one network", async () => {
    const account = accountWith({ osAccess: osAccessWith({ sourceIp: ["203.0.113.0/24"] }) });
    const made = await register(() => {
      const provider = new aws.Provider("web-production", { region: "ap-northeast-1" });
      new OsAccessRole("os-access", { zone: zoneWith(), account }, { provider });
    });
    const { type, inputs } = only(made, "aws:iam/role:Role");
    assert.deepEqual(await violations(osAccessRoleTrustSanctioned, { type, props: inputs }), []);
  });

  it("judges by the role name that the engine's configuration gives", async () => {
    const given = osAccess({ name: "Sessions", path: "/x/" });
    const { osAccessRole, ...compiled } = configuration;
    assert.equal((await violations(osAccessRoleTrustSanctioned, given)).length, 0);
    const told = await violations(
      osAccessRoleTrustSanctioned,
      given,
      { osAccessRole: "Sessions" },
      compiled,
    );
    assert.equal(told.length, 1, osAccessRole);
  });

  it("blocks every role while the pack is not configured", async () => {
    const { identityAccount, ...rest } = configuration;
    assert.ok(identityAccount);
    assert.deepEqual(await violations(osAccessRoleTrustSanctioned, osAccess({}), {}, rest), [
      "The pack must be configured, but nobody has told it identityAccount. Compile it beside organization.yaml " +
        "(npm run pack), or set them under pack-configured in --policy-pack-config.",
    ]);
  });

  it("blocks a trust policy of its own project that a preview does not know", async () => {
    assert.deepEqual(
      await violations(osAccessRoleTrustSanctioned, osAccess({ assumeRolePolicy: unknown })),
      [
        "The resource 'subject' (aws:iam/role:Role) must be known in a preview, but assumeRolePolicy " +
          "comes from an output. Compute it from ids and names in model/names.ts.",
      ],
    );
  });
});
