import * as aws from "@pulumi/aws";
import * as policy from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import * as assert from "node:assert/strict";
import { JudgingPolicy, judge } from "../../engine/judge";
import { planStack } from "../../engine/offline";
import { askAnalyzer } from "./analyzer";

class Readers extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("test:index:Readers", name, {}, opts);
    const role = new aws.iam.Role(
      `${name}-role`,
      { name: "Reader", assumeRolePolicy: "{}", description: pulumi.secret("hush") },
      { parent: this, protect: true, ignoreChanges: ["tags"], aliases: [{ name: "older" }] },
    );
    new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: role.name, policy: pulumi.interpolate`{"Resource":"${role.arn}"}` },
      { parent: this, deleteBeforeReplace: true, additionalSecretOutputs: ["policy"] },
    );
    new aws.s3.BucketObjectv2(
      `${name}-object`,
      { bucket: "logs", key: "note", source: new pulumi.asset.StringAsset("text") },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

const plan = () =>
  planStack("test", () => {
    const tokyo = new aws.Provider("tokyo", {
      region: "ap-northeast-1",
      assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/SekishoDeploy" }],
    });
    new Readers("readers", { providers: { aws: tokyo } });
  });

const frame = { description: "Something must hold.", enforcementLevel: "mandatory" as const };

const onlyRole: policy.ResourceValidation = (args, report) => {
  if (args.type === "aws:iam/role:Role") {
    report("seen");
  }
};

const cases: { title: string; policy: JudgingPolicy }[] = [
  {
    title: "all that a resource policy is handed",
    policy: {
      ...frame,
      name: "tell-all",
      validateResource: ({ type, urn, name, opts, provider, stackTags, ...args }, report) => {
        const props =
          type === "aws:iam/rolePolicy:RolePolicy"
            ? { role: args.props.role as string }
            : args.props;
        const of = provider && { ...provider, props: { ...provider.props } };
        const config = args.getConfig();
        report(JSON.stringify({ type, urn, name, opts, props, of, config, tags: stackTags.size }));
      },
    },
  },
  {
    title: "all that a stack policy is handed",
    policy: {
      ...frame,
      name: "tell-all-of-stack",
      validateStack: ({ resources }, report) => {
        for (const each of resources) {
          const dependencies = each.dependencies.map(({ name }) => name);
          const byProperty = Object.entries(each.propertyDependencies).map(([key, on]) => [
            key,
            on.map(({ name }) => name),
          ]);
          const { urn, opts, parent, provider } = each;
          report(
            JSON.stringify([opts, parent?.name, provider?.name, dependencies, byProperty]),
            urn,
          );
        }
      },
    },
  },
  {
    title: "a policy for resources of one class",
    policy: {
      ...frame,
      name: "one-class",
      validateResource: policy.validateResourceOfType(aws.iam.Role, (role, args, report) => {
        report(`${args.name} ${role.name} ${args.asType(aws.iam.Role) === undefined}`);
      }),
    },
  },
  {
    title: "a stack policy for resources of one class",
    policy: {
      ...frame,
      name: "one-class-of-stack",
      validateStack: policy.validateStackResourcesOfType(aws.iam.Role, (roles, _, report) => {
        roles.forEach(({ name }) => report(String(name)));
      }),
    },
  },
  {
    title: "several validations, one that takes its time and one that does not apply",
    policy: {
      ...frame,
      name: "several",
      validateResource: [
        onlyRole,
        async (args, report) => onlyRole(args, report),
        (args) => args.notApplicable("never"),
      ],
    },
  },
  {
    title: "a violation without a sentence",
    policy: { ...frame, name: "wordless", validateResource: (_, report) => report("") },
  },
  {
    title: "a policy that is turned off",
    policy: { ...frame, name: "off", enforcementLevel: "disabled", validateResource: onlyRole },
  },
];

describe("the judgement of a plan", () => {
  for (const { title, policy } of cases) {
    it(`is the policy SDK's own: ${title}`, async () => {
      const planned = await plan();
      const violations = await judge(planned, [policy]);
      assert.deepEqual(
        violations.map(({ policy, message, urn = "" }) => ({ policy, message, urn })),
        await askAnalyzer(planned, [policy]),
      );
      assert.equal(violations.length > 0, policy.name !== "off");
    });
  }

  it("makes a violation of a document with an unknown part, where the SDK only advises", async () => {
    const readsPolicy: JudgingPolicy = {
      ...frame,
      name: "reads-policy",
      validateResource: policy.validateResourceOfType(aws.iam.RolePolicy, ({ policy }) => {
        JSON.parse(policy as string);
      }),
    };
    const [violation, ...others] = await judge(await plan(), [readsPolicy]);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [violation!.policy, violation!.resource, violation!.message],
      [
        "reads-policy",
        "readers-policy",
        "can't run policy 'reads-policy' during preview: string value at .policy can't be known during preview",
      ],
    );
  });

  it("makes a violation of an unknown value that a stack policy meets", async () => {
    const violations = await judge(await plan(), [
      {
        ...frame,
        name: "reads-all",
        validateStack: ({ resources }) =>
          JSON.stringify(resources.map(({ props }) => props)) as never,
      },
    ]);
    assert.deepEqual(
      violations.map(({ message }) => message),
      [
        "can't run policy 'reads-all' during preview: string value at .policy can't be known during preview",
      ],
    );
  });

  it("makes a violation of a policy that fails", async () => {
    const fails = () => {
      throw new Error("no such property");
    };
    const violations = await judge(await plan(), [
      { ...frame, name: "fails", types: ["aws:iam/role:Role"], validateResource: fails },
    ]);
    assert.deepEqual(
      violations.map(({ resource, message }) => [resource, message]),
      [["readers-role", "policy 'fails' failed: no such property"]],
    );
  });

  it("leaves advice out", async () => {
    const advice: JudgingPolicy = {
      ...frame,
      name: "advice",
      enforcementLevel: "advisory",
      validateResource: onlyRole,
    };
    assert.deepEqual(await judge(await plan(), [advice]), []);
  });

  it("asks a policy only about the types that it declares", async () => {
    const asked: string[] = [];
    const types = ["aws:iam/role:Role", "pulumi:providers:"];
    await judge(await plan(), [
      { ...frame, name: "some", types, validateResource: ({ type }) => void asked.push(type) },
    ]);
    assert.deepEqual(asked, ["pulumi:providers:aws", "aws:iam/role:Role"]);
  });
});
