import * as aws from "@pulumi/aws";
import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOrganization } from "../../bench/organization";
import { checkLandingZone, planNamedStack } from "../../engine/check";
import { JudgingPolicy } from "../../engine/judge";
import { runInLanes } from "../../engine/lanes";
import { planAndReport } from "../../engine/stackReport";
import { loadLandingZone } from "../../model/load";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { zoneWith } from "../zone";

function generated(accounts: number): LandingZone {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-"));
  try {
    const loaded = loadLandingZone(writeOrganization(folder, accounts));
    assert.ok(loaded.ok, JSON.stringify(loaded));
    return loaded.zone;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the check of a landing zone", () => {
  it("reports every stack, in the order of deployment", async () => {
    const zone = zoneWith();
    const { stacks } = await checkLandingZone(zone);
    assert.deepEqual(
      stacks.map(({ stack, kind, target }) => [stack, kind, target]),
      stackPrograms(zone).map(({ name, kind, target }) => [name, kind, target]),
    );
  });

  it("finds nothing to object to in an organization as the committed one", async () => {
    const { stacks } = await checkLandingZone(generated(11));
    assert.deepEqual(
      stacks.flatMap(({ stack, violations, failure }) => [
        ...violations.map(({ message }) => `${stack}: ${message}`),
        ...(failure === undefined ? [] : [`${stack}: ${failure}`]),
      ]),
      [],
    );
  });

  it("is the same to the byte however many threads plan", async () => {
    const zone = generated(12);
    const alone = await checkLandingZone(zone, { jobs: 1 });
    const together = await checkLandingZone(zone, { jobs: 2 });
    assert.equal(JSON.stringify(together), JSON.stringify(alone));
    assert.ok(alone.stacks.every(({ resources }) => Object.keys(resources).length > 0));
  });

  it("proves every access path of the guarded accounts of an organization as the committed one", async () => {
    const { proof } = await checkLandingZone(generated(11));
    assert.deepEqual(
      proof.guarded.flatMap(({ accounts, paths, roles }) => [
        ...paths.flatMap(({ path, check }) =>
          check.result === "proved" ? [] : [`${accounts.join()}: ${path} ${check.result}`],
        ),
        ...roles.flatMap(({ role, claims }) =>
          claims.flatMap(({ claim, check }) =>
            check.result === "proved"
              ? []
              : [`${accounts.join()}: ${role}: ${claim} ${check.result}`],
          ),
        ),
      ]),
      [],
    );
    assert.ok(proof.guarded.length > 1);
  });

  it("names what no guardrail covers", async () => {
    const { unguarded } = await checkLandingZone(zoneWith());
    assert.deepEqual(
      unguarded.map(({ name }) => name),
      ["Sandbox", "management", "identity"],
    );
  });

  it("says how far it is, to the last stack", async () => {
    const calls: [number, number][] = [];
    const zone = zoneWith();
    await checkLandingZone(zone, { onProgress: (done, total) => calls.push([done, total]) });
    const total = stackPrograms(zone).length;
    assert.deepEqual(calls.at(-1), [total, total]);
    assert.ok(calls.every(([done], index) => done > (calls[index - 1]?.[0] ?? 0)));
  });

  it("plans one stack by its name", async () => {
    const { stack, resources } = await planNamedStack(zoneWith(), "account-web-production");
    assert.equal(stack, "account-web-production");
    assert.ok(resources.some(({ inputs }) => inputs.name === "OSAccess"));
  });
});

describe("the report of a stack", () => {
  const reportOf = async (program: Parameters<typeof planAndReport>[0]) =>
    (await planAndReport(program, [objection], "333333333333")).report;
  const frame = { kind: "account" as const, target: "web-production" };
  const objection: JudgingPolicy = {
    name: "no-roles",
    description: "There must be no roles.",
    enforcementLevel: "mandatory",
    validateResource: ({ type, name }, report) => {
      if (type === "aws:iam/role:Role") {
        report(`The role '${name}' must not exist.`);
      }
    },
  };

  it("counts the resources by type and lists the violations", async () => {
    const run = () => {
      const provider = new aws.Provider("tokyo", { region: "ap-northeast-1" });
      for (const name of ["reader", "writer"]) {
        new aws.iam.Role(name, { assumeRolePolicy: "{}" }, { provider });
      }
    };
    assert.deepEqual(await reportOf({ ...frame, name: "web", run }), {
      ...frame,
      stack: "web",
      resources: { "pulumi:pulumi:Stack": 1, "pulumi:providers:aws": 1, "aws:iam/role:Role": 2 },
      violations: ["reader", "writer"].map((resource) => ({
        policy: "no-roles",
        message: `The role '${resource}' must not exist.`,
        resource,
        urn: `urn:pulumi:web::sekisho::aws:iam/role:Role::${resource}`,
      })),
    });
  });

  it("gives the reason of a program that fails, and no resources", async () => {
    const run = () => {
      throw new Error("The account has no id.");
    };
    assert.deepEqual(await reportOf({ ...frame, name: "web", run }), {
      ...frame,
      stack: "web",
      resources: {},
      violations: [],
      failure: "The account has no id.",
    });
  });
});

describe("what a plan makes in IAM", () => {
  const plannedBy = async (run: () => void) => {
    const program = { name: "web", kind: "account" as const, target: "web-production", run };
    return (await planAndReport(program, [], "333333333333")).identities;
  };
  const nothing = { inline: [], attached: [], groups: [], unknown: [] };

  it("is every role with its documents, the own account's id taken out of them", async () => {
    const planned = await plannedBy(() => {
      const provider = new aws.Provider("tokyo", { region: "ap-northeast-1" });
      const role = new aws.iam.Role(
        "reader",
        { name: "Reader", assumeRolePolicy: '{"a":"333333333333 1333333333333"}' },
        { provider },
      );
      new aws.iam.RolePolicy("p", { name: "Own", role: role.name, policy: "{}" }, { provider });
      new aws.iam.RolePolicyAttachment(
        "a",
        { role: role.name, policyArn: "arn:aws:iam::333333333333:policy/x" },
        { provider },
      );
    });
    assert.deepEqual(planned!.identities, [
      {
        ...nothing,
        kind: "role",
        name: "Reader",
        path: "/",
        trust: { name: "trust policy", text: '{"a":"{account} 1333333333333"}' },
        inline: [{ name: "Own", text: "{}" }],
        attached: ["arn:aws:iam::{account}:policy/x"],
      },
    ]);
  });

  it("says what only an update knows", async () => {
    const planned = await plannedBy(() => {
      const provider = new aws.Provider("tokyo", { region: "ap-northeast-1" });
      const other = new aws.iam.Role("other", { assumeRolePolicy: "{}" }, { provider });
      new aws.iam.RolePolicy("p", { name: "Own", role: "Reader", policy: other.arn }, { provider });
    });
    const reader = planned!.identities.find(({ name }) => name === "Reader")!;
    assert.deepEqual(reader.inline, [{ name: "Own" }]);
    assert.deepEqual(reader.unknown, ["policy of p"]);
  });

  it("is nothing where a stack makes nothing there", async () => {
    assert.equal(await plannedBy(() => {}), undefined);
  });
});

describe("work in lanes", () => {
  it("gives the results in the order of the pieces, though later ones may be ready first", async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = (piece: number) => gate.then(() => piece * 10);
    const quick = (piece: number) => Promise.resolve(piece * 10);
    const seen: number[] = [];
    const results = await runInLanes([0, 1, 2, 3], [slow, quick], (result) => {
      seen.push(result);
      if (result === 30) {
        open();
      }
    });
    assert.deepEqual(seen, [10, 20, 30, 0]);
    assert.deepEqual(results, [0, 10, 20, 30]);
  });

  it("fails with the lane that fails", async () => {
    const broken = () => Promise.reject(new Error("out of memory"));
    await assert.rejects(
      runInLanes([0], [broken], () => {}),
      { message: "out of memory" },
    );
  });
});
