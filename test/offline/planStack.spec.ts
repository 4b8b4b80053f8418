import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as assert from "node:assert/strict";
import { planStack } from "../../engine/offline";
import { StackPlan, unknown } from "../../engine/plan";
import { named, only } from "../support";

class Vault extends pulumi.ComponentResource {
  readonly inner: Shelf;

  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("test:index:Vault", name, {}, opts);
    this.inner = new Shelf(`${name}-shelf`, { parent: this });
    this.registerOutputs({});
  }
}

class Shelf extends pulumi.ComponentResource {
  readonly role: aws.iam.Role;

  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("test:index:Shelf", name, {}, opts);
    this.role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy: "{}" }, { parent: this });
    this.registerOutputs({});
  }
}

const provider = () => new aws.Provider("tokyo", { region: "ap-northeast-1" });

function role(name: string, opts: pulumi.CustomResourceOptions, args = {}) {
  return new aws.iam.Role(name, { assumeRolePolicy: "{}", ...args }, opts);
}

describe("the plan of a stack", () => {
  it("starts with the stack and holds every resource in the order of registration", async () => {
    const { stack, resources } = await planStack("production", () => {
      const tokyo = provider();
      role("reader", { provider: tokyo });
    });
    assert.equal(stack, "production");
    assert.deepEqual(
      resources.map(({ type, name }) => `${type} ${name}`),
      [
        "pulumi:pulumi:Stack sekisho-production",
        "pulumi:providers:aws tokyo",
        "aws:iam/role:Role reader",
      ],
    );
  });

  it("gives every resource the URN that the engine would give it", async () => {
    const { resources } = await planStack("production", () => {
      new Vault("vault", { providers: { aws: provider() } });
    });
    assert.deepEqual(
      resources.map(({ urn }) => urn),
      [
        "pulumi:pulumi:Stack::sekisho-production",
        "pulumi:providers:aws::tokyo",
        "test:index:Vault::vault",
        "test:index:Vault$test:index:Shelf::vault-shelf",
        "test:index:Vault$test:index:Shelf$aws:iam/role:Role::vault-shelf-role",
      ].map((tail) => `urn:pulumi:production::sekisho::${tail}`),
    );
  });

  it("names the provider that reaches a resource through its components", async () => {
    const { resources } = await planStack("production", () => {
      new Vault("vault", { providers: { aws: provider() } });
    });
    assert.equal(
      only(resources, "aws:iam/role:Role").provider,
      `${only(resources, "pulumi:providers:aws").urn}::${unknown}`,
    );
  });

  it("leaves unknown what only AWS computes, and everything made of it", async () => {
    const { resources, outputs } = await planStack("production", () => {
      const tokyo = provider();
      const reader = role("reader", { provider: tokyo }, { name: "Reader" });
      new aws.iam.RolePolicy(
        "read",
        { role: reader.name, policy: pulumi.interpolate`{"Resource":"${reader.arn}"}` },
        { provider: tokyo },
      );
      return { name: reader.name, arn: reader.arn };
    });
    const { inputs } = only(resources, "aws:iam/rolePolicy:RolePolicy");
    assert.deepEqual(inputs, { role: "Reader", policy: unknown });
    assert.deepEqual(outputs, { name: "Reader", arn: unknown });
  });

  it("keeps secrets wrapped as the engine wraps them", async () => {
    const { resources } = await planStack("production", () => {
      role("reader", { provider: provider() }, { description: pulumi.secret("hush") });
    });
    assert.deepEqual(only(resources, "aws:iam/role:Role").inputs.description, {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: "hush",
    });
  });

  it("records on what a resource and each of its properties depend", async () => {
    const { resources } = await planStack("production", () => {
      const tokyo = provider();
      const reader = role("reader", { provider: tokyo });
      const bucket = new aws.s3.Bucket("logs", {}, { provider: tokyo });
      new aws.iam.RolePolicy(
        "read",
        { role: reader.name, policy: "{}" },
        { provider: tokyo, dependsOn: bucket },
      );
    });
    const { urn: reader } = only(resources, "aws:iam/role:Role");
    const { urn: bucket } = only(resources, "aws:s3/bucket:Bucket");
    const policy = only(resources, "aws:iam/rolePolicy:RolePolicy");
    assert.deepEqual([...policy.dependencies].sort(), [reader, bucket].sort());
    assert.deepEqual(policy.propertyDependencies, { role: [reader], policy: [] });
  });

  it("hands protection and retention down from parent to child, as the engine does", async () => {
    const { resources } = await planStack("production", () => {
      new Vault("vault", { providers: { aws: provider() }, protect: true, retainOnDelete: true });
    });
    const child = only(resources, "aws:iam/role:Role");
    assert.deepEqual([child.protect, child.retainOnDelete], [true, true]);
    const { protect, retainOnDelete } = only(resources, "pulumi:providers:aws");
    assert.deepEqual([protect, retainOnDelete], [false, false]);
  });

  it("records aliases, ignored changes and the id of what is adopted", async () => {
    const { resources } = await planStack("production", () => {
      role("reader", {
        provider: provider(),
        aliases: ["urn:pulumi:production::sekisho::aws:iam/role:Role::old", { name: "older" }],
        ignoreChanges: ["tags"],
        import: "Reader",
      });
    });
    const { aliases, ignoreChanges, importId } = only(resources, "aws:iam/role:Role");
    assert.deepEqual(aliases, [
      "urn:pulumi:production::sekisho::aws:iam/role:Role::old",
      "urn:pulumi:production::sekisho::aws:iam/role:Role::older",
    ]);
    assert.deepEqual([ignoreChanges, importId], [["tags"], "Reader"]);
  });

  it("answers a program what the CLI would: preview, project, stack, organization, configuration", async () => {
    let answers: unknown;
    await planStack("production", () => {
      answers = [
        pulumi.runtime.isDryRun(),
        pulumi.getProject(),
        pulumi.getStack(),
        pulumi.getOrganization(),
        new pulumi.Config().get("region"),
        new pulumi.Config("aws").get("region"),
      ];
    });
    assert.deepEqual(answers, [
      true,
      "sekisho",
      "production",
      "organization",
      undefined,
      undefined,
    ]);
  });

  it("is the same to the byte each time", async () => {
    const program = () => {
      const providers = { aws: provider() };
      for (const name of ["a", "b", "c"]) {
        new Vault(name, { providers });
      }
    };
    const texts = [];
    for (let time = 0; time < 2; time++) {
      texts.push(JSON.stringify(await planStack("production", program)));
    }
    assert.equal(texts[0], texts[1]);
    assert.ok(named((JSON.parse(texts[0]!) as StackPlan).resources, "test:index:Shelf", "c-shelf"));
  });
});
