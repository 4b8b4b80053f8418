import * as assert from "node:assert/strict";
import { planStack } from "../../engine/offline";
import { PlannedResource, unknown } from "../../engine/plan";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { only } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const names = (zone: LandingZone) => stackPrograms(zone).map(({ name }) => name);

async function planned(zone: LandingZone, stack: string): Promise<readonly PlannedResource[]> {
  const program = stackPrograms(zone).find(({ name }) => name === stack);
  assert.ok(program, `no stack ${stack} among ${names(zone).join(", ")}`);
  return (await planStack(stack, program.run)).resources;
}

const componentsOf = (resources: readonly PlannedResource[]) =>
  resources.flatMap(({ type, name }) => (type.startsWith("sekisho:") ? [name] : []));

describe("the stacks", () => {
  it("come in the order in which they are deployed, guardrails last", () => {
    assert.deepEqual(names(zoneWith()), [
      "organization",
      "bootstrap-management",
      "bootstrap-identity",
      "bootstrap-web-production",
      "identity",
      "account-management",
      "account-identity",
      "account-web-production",
      "guardrails-Workloads",
    ]);
  });

  it("leave out what has no id yet", () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, accountWith({ name: "new", id: undefined })],
    });
    assert.ok(!names(zone).some((name) => name.endsWith("-new") || name.includes("Sandbox")));
  });

  it("name a nested OU with dots, since a stack's name takes no slash", () => {
    const zone = zoneWith({
      guardrails: [{ name: "Workloads/Production", kind: "organizationalUnit", id: "ou-ab12-2" }],
    });
    assert.ok(names(zone).includes("guardrails-Workloads.Production"));
  });

  it("of the example have one explicit provider each and no unknown document", async () => {
    const documents = /^(policy|assumeRolePolicy|content)$/;
    for (const { name, run } of stackPrograms(exampleZone())) {
      const { resources } = await planStack(name, run);
      const providers = resources.filter(({ type }) => type === "pulumi:providers:aws");
      assert.equal(providers.length, 1, name);
      for (const { type, name: resource, inputs, provider, custom } of resources) {
        if (custom && type.startsWith("aws:")) {
          assert.ok(provider?.startsWith(providers[0]!.urn), `${name} ${resource}`);
        }
        for (const [property, value] of Object.entries(inputs)) {
          assert.ok(
            !documents.test(property) || value !== unknown,
            `${name} ${resource}.${property} is unknown`,
          );
        }
      }
    }
  });

  it("assume the deploy role of their account, and no other account is reached", async () => {
    const { inputs } = only(
      await planned(zoneWith(), "account-web-production"),
      "pulumi:providers:aws",
    );
    assert.deepEqual(JSON.parse(inputs.allowedAccountIds as string), ["333333333333"]);
    assert.deepEqual(JSON.parse(inputs.assumeRoles as string), [
      { roleArn: "arn:aws:iam::333333333333:role/SekishoDeploy", sessionName: "sekisho" },
    ]);
    assert.equal(inputs.region, "ap-northeast-1");
  });
});

describe("the organization stack", () => {
  it("says which policy types the guardrails need", async () => {
    const program = stackPrograms(zoneWith())[0]!;
    const { outputs } = await planStack(program.name, program.run);
    assert.deepEqual(outputs.requiredPolicyTypes, [
      "SERVICE_CONTROL_POLICY",
      "RESOURCE_CONTROL_POLICY",
    ]);
  });
});

describe("a bootstrap stack", () => {
  it("goes through the role that Organizations made", async () => {
    const { inputs } = only(
      await planned(zoneWith(), "bootstrap-web-production"),
      "pulumi:providers:aws",
    );
    assert.match(inputs.assumeRoles as string, /333333333333:role\/OrganizationAccountAccessRole/);
  });

  it("uses the caller's own credentials in the management account, which has no such role", async () => {
    const { inputs } = only(
      await planned(zoneWith(), "bootstrap-management"),
      "pulumi:providers:aws",
    );
    assert.equal(inputs.assumeRoles, undefined);
    assert.deepEqual(JSON.parse(inputs.allowedAccountIds as string), ["111111111111"]);
  });
});

describe("the identity stack", () => {
  it("holds the live grants of those users that have some", async () => {
    const users = [
      { name: "alice", groups: [] },
      { name: "bob", groups: [] },
    ];
    assert.deepEqual(componentsOf(await planned(zoneWith({ users }), "identity")), [
      "identity",
      "grants-alice",
    ]);
  });
});

describe("an account stack", () => {
  const account = (changes: Parameters<typeof accountWith>[0]) => {
    const others = zoneWith().accounts.filter(({ name }) => name !== "web-production");
    return planned(
      zoneWith({ accounts: [...others, accountWith(changes)] }),
      "account-web-production",
    );
  };

  it("has the one way in, where it is logged, and the nodes' side of both", async () => {
    assert.deepEqual(componentsOf(await account({})).sort(), [
      "hybrid-node",
      "node",
      "os-access",
      "os-access-grants",
      "os-hardening-ap-northeast-1",
      "os-hardening-us-east-1",
      "session-expiry",
      "session-expiry-ap-northeast-1",
      "session-expiry-us-east-1",
      "session-key-ap-northeast-1",
      "session-key-us-east-1",
      "session-log-group-ap-northeast-1",
      "session-log-group-us-east-1",
      "session-logs",
      "session-preferences-ap-northeast-1",
      "session-preferences-us-east-1",
      "switch-ReadOnly",
      "switch-SessionAuditor",
    ]);
  });

  it("has a switch role only where somebody may switch to it, and always the reader", async () => {
    assert.deepEqual(
      componentsOf(await planned(zoneWith(), "account-identity")).filter((name) =>
        name.startsWith("switch-"),
      ),
      ["switch-SessionAuditor"],
    );
  });

  it("has no OSAccess in just-in-time mode: it would be a second door", async () => {
    const osAccess = osAccessWith({ mode: "just-in-time-node-access" });
    const components = componentsOf(await account({ osAccess }));
    assert.ok(!components.includes("os-access"));
    assert.ok(!components.some((name) => name.startsWith("session-expiry")));
    assert.ok(components.includes("session-preferences-us-east-1"));
  });

  it("streams to CloudWatch and hardens the OS only where that is declared", async () => {
    const { s3, reader } = osAccessWith().logs;
    const osAccess = osAccessWith({ logs: { s3, reader }, sudo: undefined });
    const components = componentsOf(await account({ osAccess }));
    assert.ok(!components.some((name) => /log-group|hardening/.test(name)));
  });

  it("ends no sessions where that is off", async () => {
    const components = componentsOf(
      await account({ osAccess: osAccessWith({ sessionExpiry: false }) }),
    );
    assert.ok(components.includes("os-access"));
    assert.ok(!components.some((name) => name.startsWith("session-expiry")));
  });

  it("tells what ends sessions of a grant before OSAccess opens it, and of its role before that", async () => {
    const resources = await account({});
    const waits = (name: string) =>
      new Set(
        resources
          .find((resource) => resource.name === name)
          ?.dependencies.map((urn) => urn.split("::").pop()),
      );
    const functions = ["ap-northeast-1", "us-east-1"].map(
      (region) => `session-expiry-${region}-function`,
    );
    const opening = resources.filter(({ name }) => /^os-access-grants-\d+$/.test(name));
    assert.ok(opening.length > 0);
    for (const { name } of opening) {
      assert.deepEqual(
        functions.filter((each) => !waits(name).has(each)),
        [],
        name,
      );
    }
    for (const each of functions) {
      assert.ok(waits(each).has("session-expiry-policy"), each);
    }
  });

  it("extends the declared roles of existing nodes", async () => {
    const components = componentsOf(await account({ nodeRoles: ["WebServer"] }));
    assert.ok(components.includes("node-role-WebServer"));
  });

  it("says what nodes are launched and registered with", async () => {
    const program = stackPrograms(zoneWith()).find(({ name }) => name === "account-web-production");
    const { outputs } = await planStack(program!.name, program!.run);
    assert.deepEqual(outputs, {
      instanceProfile: "SekishoNode",
      hybridNodeRole: "SekishoHybridNode",
    });
  });

  it("writes preferences once their bucket, log group and key are there", async () => {
    const resources = await account({});
    const document = resources.find(
      ({ name }) => name === "session-preferences-us-east-1-document",
    );
    const awaited = new Set(document?.dependencies.map((urn) => urn.split("::").pop()));
    for (const name of [
      "session-logs-bucket",
      "session-key-us-east-1-alias",
      "session-log-group-us-east-1-group",
    ]) {
      assert.ok(awaited.has(name), `${name} among ${[...awaited].join(", ")}`);
    }
  });
});
