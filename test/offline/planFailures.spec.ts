import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as assert from "node:assert/strict";
import { PlanError, planStack } from "../../engine/offline";

const provider = () => new aws.Provider("tokyo", { region: "ap-northeast-1" });
const role = (name: string, opts?: pulumi.CustomResourceOptions) =>
  new aws.iam.Role(name, { assumeRolePolicy: "{}" }, opts);

const failures: { title: string; program: () => unknown; message: string }[] = [
  {
    title: "a program that throws",
    program: () => {
      throw new Error("The account 'web' has\n  no id.");
    },
    message: "The account 'web' has no id.",
  },
  {
    title: "a program that throws something else than an error",
    program: () => {
      throw "out of paper"; // eslint-disable-line @typescript-eslint/only-throw-error
    },
    message: "out of paper",
  },
  {
    title: "a rejection that the program awaits",
    program: () => Promise.reject(new Error("no such file")),
    message: "no such file",
  },
  {
    title: "a rejection that nobody awaits",
    program: () => {
      void Promise.reject(new Error("nobody listens"));
    },
    message: "nobody listens",
  },
  {
    title: "a rejection inside an input",
    program: () => {
      new aws.iam.Role(
        "reader",
        { assumeRolePolicy: Promise.reject(new Error("no document")) },
        { provider: provider() },
      );
    },
    message: 'error serializing property "assumeRolePolicy": no document',
  },
  {
    title: "two resources of one type and name",
    program: () => {
      const tokyo = provider();
      role("reader", { provider: tokyo });
      role("reader", { provider: tokyo });
    },
    message:
      "Duplicate resource URN 'urn:pulumi:test::sekisho::aws:iam/role:Role::reader'; try giving it a unique name",
  },
  {
    title: "a resource of AWS without an explicit provider",
    program: () => role("reader"),
    message:
      "Default provider for 'aws' disabled. 'aws:iam/role:Role' must use an explicit provider.",
  },
  {
    title: "several faults, of which it names the first",
    program: () => {
      role("reader");
      new aws.s3.Bucket("logs");
    },
    message:
      "Default provider for 'aws' disabled. 'aws:iam/role:Role' must use an explicit provider. (and 1 more)",
  },
  {
    title: "a function of a provider",
    program: () => aws.getCallerIdentity({}, { provider: provider() }),
    message:
      "A plan asks nobody: 'aws:index/getCallerIdentity:getCallerIdentity' has no answer offline. Declare the value instead.",
  },
  {
    title: "the look-up of an existing resource",
    program: () => aws.iam.Role.get("existing", "Existing", {}, { provider: provider() }),
    message:
      "A plan reads nothing: 'existing' (aws:iam/role:Role) cannot be looked up offline. Declare its id or ARN instead.",
  },
  {
    title: "a reference to another stack",
    program: () => new pulumi.StackReference("organization/sekisho/identity").getOutput("name"),
    message:
      "A plan reads nothing: 'organization/sekisho/identity' (pulumi:pulumi:StackReference) cannot be looked up offline. Declare its id or ARN instead.",
  },
];

describe("a stack that cannot be planned", () => {
  for (const { title, program, message } of failures) {
    it(`says in one line what is wrong: ${title}`, async () => {
      await assert.rejects(planStack("test", program), new PlanError([message]));
    });
  }

  it("is reported also when a promise of its program never settles", async () => {
    const program = () => new Promise(() => undefined);
    await assert.rejects(
      planStack("test", program, 1),
      new PlanError(["The program did not end: one of its promises never settles."]),
    );
  });

  it("never slips a resource into the next plan", async () => {
    let later = () => {};
    const abandoned = new Promise<void>((resolve) => (later = resolve));
    await assert.rejects(
      planStack("first", () => {
        const tokyo = provider();
        void abandoned.then(() => role("late", { provider: tokyo }));
        throw new Error("given up");
      }),
    );
    const next = planStack("second", async () => {
      later();
      await abandoned;
    });
    await assert.rejects(next, {
      name: "PlanError",
      message: /^unknown provider 'urn:pulumi:first::sekisho::pulumi:providers:aws::tokyo::/,
    });
  });

  it("waits for its turn, so that plans asked for at once stay apart", async () => {
    const plans = ["first", "second"].map((stack) => planStack(stack, () => void provider()));
    assert.deepEqual(
      (await Promise.all(plans)).map(({ resources }) => resources.map(({ urn }) => urn)),
      ["first", "second"].map((stack) => [
        `urn:pulumi:${stack}::sekisho::pulumi:pulumi:Stack::sekisho-${stack}`,
        `urn:pulumi:${stack}::sekisho::pulumi:providers:aws::tokyo`,
      ]),
    );
  });

  it("leaves the listeners of the process as they were", async () => {
    const own = () => {};
    process.on("unhandledRejection", own);
    try {
      await assert.rejects(planStack("test", () => Promise.reject(new Error("no"))));
      assert.equal(
        process.listeners("unhandledRejection").filter((each) => each === own).length,
        1,
      );
    } finally {
      process.off("unhandledRejection", own);
    }
  });

  it("leaves errors outside of the program their stack traces", async () => {
    await assert.rejects(planStack("test", () => Promise.reject(new Error("no"))));
    assert.match(new Error("traced").stack!, /planFailures/);
  });
});
