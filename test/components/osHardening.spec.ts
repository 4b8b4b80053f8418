import * as assert from "node:assert/strict";
import { OsHardening, hardeningContent, targetsOf } from "../../components/osHardening";
import { hardeningScript } from "../../components/sudoers";
import { NodeSelector, OsAccess } from "../../model/landingZone";
import { inventory, only } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { regions, underProvider } from "./underProvider";

const component = "sekisho:components:OsHardening hardening";
const document = "aws:ssm/document:Document hardening-document";
const association = "aws:ssm/association:Association hardening-association";
const sudo = { runAs: ["%admin", "%devel"], targetPassword: true };
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `i-${String(index).padStart(17, "0")}`);

function planned(osAccess: Partial<OsAccess> = {}) {
  const account = accountWith({ osAccess: osAccessWith(osAccess) });
  return underProvider(
    (opts) =>
      new OsHardening("hardening", { zone: zoneWith(), account, region: "us-east-1" }, opts),
  );
}

describe("OsHardening", () => {
  const made: { title: string; osAccess: Partial<OsAccess>; expected: string[] }[] = [
    { title: "a document and an association", osAccess: {}, expected: [association, document] },
    { title: "nothing but itself where sudo is off", osAccess: { sudo: undefined }, expected: [] },
    {
      title: "one association for 50 ids",
      osAccess: { nodes: { kind: "ids", ids: ids(50) } },
      expected: [association, document],
    },
    {
      title: "two associations for 51 ids",
      osAccess: { nodes: { kind: "ids", ids: ids(51) } },
      expected: [association, `${association}-2`, document],
    },
  ];
  for (const { title, osAccess, expected } of made) {
    it(`makes ${title}`, async () => {
      assert.deepEqual(inventory(await planned(osAccess)), [...expected, component].sort());
    });
  }

  it("puts every resource into its region", async () => {
    assert.deepEqual(regions(await planned({ nodes: { kind: "ids", ids: ids(51) } })), [
      "us-east-1",
    ]);
  });

  it("names the document as the deploy role may associate it, its content known in a preview", async () => {
    const { name, documentType, content } = only(
      await planned(),
      "aws:ssm/document:Document",
    ).inputs;
    assert.deepEqual([name, documentType], ["Sekisho-OsHardening", "Command"]);
    assert.equal(content, hardeningContent(sudo));
  });

  it("associates the document by its name, with the declared nodes, every hour", async () => {
    const resources = await planned();
    const { inputs, dependencies } = only(resources, "aws:ssm/association:Association");
    assert.deepEqual(inputs, {
      region: "us-east-1",
      name: "Sekisho-OsHardening",
      associationName: "Sekisho-OsHardening",
      targets: [{ key: "tag:os-access", values: ["allowed"] }],
      scheduleExpression: "rate(1 hour)",
      complianceSeverity: "CRITICAL",
    });
    assert.ok(dependencies.includes(only(resources, "aws:ssm/document:Document").urn));
  });

  it("runs the hardening script on Linux and nowhere else", () => {
    const { mainSteps, ...rest } = JSON.parse(hardeningContent(sudo)) as Record<string, unknown[]>;
    assert.deepEqual(rest, { schemaVersion: "2.2", description: "Sudo rules of ssm-user" });
    assert.deepEqual(mainSteps, [
      {
        action: "aws:runShellScript",
        name: "sudoRules",
        precondition: { StringEquals: ["platformType", "Linux"] },
        inputs: { timeoutSeconds: "60", runCommand: hardeningScript(sudo).split("\n") },
      },
    ]);
  });

  const selections: { title: string; nodes: NodeSelector; expected: [string, string[]][] }[] = [
    { title: "all nodes", nodes: { kind: "all" }, expected: [["InstanceIds", ["*"]]] },
    {
      title: "the nodes of a tag",
      nodes: { kind: "tag", key: "os-access", value: "allowed" },
      expected: [["tag:os-access", ["allowed"]]],
    },
    {
      title: "instances and managed nodes by id",
      nodes: { kind: "ids", ids: ["i-0123456789abcdef0", "mi-0123456789abcdef0"] },
      expected: [["InstanceIds", ["i-0123456789abcdef0", "mi-0123456789abcdef0"]]],
    },
    {
      title: "101 ids, at most 50 a target",
      nodes: { kind: "ids", ids: ids(101) },
      expected: [
        ["InstanceIds", ids(101).slice(0, 50)],
        ["InstanceIds", ids(101).slice(50, 100)],
        ["InstanceIds", ids(101).slice(100)],
      ],
    },
  ];
  for (const { title, nodes, expected } of selections) {
    it(`targets ${title}`, () => {
      assert.deepEqual(
        targetsOf(nodes).map(({ key, values }) => [key, values]),
        expected,
      );
    });
  }
});
