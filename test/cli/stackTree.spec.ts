import * as assert from "node:assert/strict";
import pc from "picocolors";
import { resourceInputs } from "../../cli/resourceInputs";
import { maskSecrets } from "../../cli/secrets";
import { shownType, stackTree } from "../../cli/stackTree";
import { renderTree } from "../../cli/tree";
import { PlannedResource, unknown } from "../../engine/plan";

const plain = pc.createColors(false);
// How the engine wraps a secret on the wire.
const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value: "hunter2",
};

function resourceWith(changes: Partial<PlannedResource>): PlannedResource {
  const { type = "aws:iam/role:Role", name = "role" } = changes;
  return {
    urn: `urn:${type}::${name}`,
    type,
    name,
    custom: true,
    inputs: {},
    protect: false,
    retainOnDelete: false,
    dependencies: [],
    propertyDependencies: {},
    ignoreChanges: [],
    ...changes,
  };
}

const stack = resourceWith({ type: "pulumi:pulumi:Stack", name: "sekisho-test", custom: false });
const component = resourceWith({
  type: "sekisho:account:OsAccessRole",
  name: "OSAccess",
  custom: false,
  parent: stack.urn,
});

describe("A stack's tree", () => {
  const treeOf = (resources: PlannedResource[]) =>
    renderTree(stackTree({ stack: "test", resources, outputs: {} }, plain), Infinity).split("\n");

  it("hangs children under their component and leaves the stack itself out", () => {
    const role = resourceWith({ name: "OSAccess-role", parent: component.urn });
    const provider = resourceWith({ type: "pulumi:providers:aws", name: "aws", parent: stack.urn });

    assert.deepEqual(treeOf([stack, component, provider, role]), [
      "test",
      "├─ OSAccess  sekisho:account:OsAccessRole",
      "│  └─ OSAccess-role  aws:iam:Role",
      "└─ aws  pulumi:providers:aws",
    ]);
  });

  it("marks what is protected, kept on delete or adopted", () => {
    const marked = { protect: true, retainOnDelete: true, importId: "SSM-SessionManagerRunShell" };

    assert.deepEqual(treeOf([resourceWith(marked)]), [
      "test",
      "└─ role  aws:iam:Role  protected, kept on delete, adopts SSM-SessionManagerRunShell",
    ]);
  });

  const types = [
    { type: "aws:iam/role:Role", shown: "aws:iam:Role" },
    { type: "sekisho:account:OsAccessRole", shown: "sekisho:account:OsAccessRole" },
    { type: "pulumi:providers:aws", shown: "pulumi:providers:aws" },
  ];
  for (const { type, shown } of types) {
    it(`calls ${type} ${shown}, as Pulumi does`, () => assert.equal(shownType(type), shown));
  }
});

describe("A resource's inputs", () => {
  const inputsOf = (inputs: Record<string, unknown>) =>
    resourceInputs(
      { stack: "test", resources: [component, resourceWith({ inputs })], outputs: {} },
      plain,
    ).flatMap((text) => text.split("\n"));

  it("are YAML with policy documents unfolded, also those inside of lists", () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: ["ssm:StartSession"] }],
    });

    assert.deepEqual(inputsOf({ inlinePolicies: [{ name: "deny", policy }] }), [
      "role  aws:iam:Role",
      "  inlinePolicies:",
      "    - name: deny",
      "      policy:",
      "        Version: 2012-10-17",
      "        Statement:",
      "          - Effect: Deny",
      "            Action:",
      "              - ssm:StartSession",
    ]);
  });

  it("show a script inside of a document line by line", () => {
    const content = JSON.stringify({ runCommand: "set -eu\nvisudo -c\n" });

    assert.deepEqual(inputsOf({ content }).slice(2), [
      "    runCommand: |",
      "      set -eu",
      "      visudo -c",
    ]);
  });

  it("say what only an update knows, and never show a secret", () => {
    assert.deepEqual(inputsOf({ arn: unknown, password: secret, open: "{not JSON" }), [
      "role  aws:iam:Role",
      "  arn: (known after the update)",
      '  password: "[secret]"',
      '  open: "{not JSON"',
    ]);
  });

  it("are YAML also where a provider takes a list as JSON", () => {
    assert.deepEqual(inputsOf({ allowedAccountIds: '["444444444444"]' }).slice(1), [
      "  allowedAccountIds:",
      '    - "444444444444"',
    ]);
  });

  it("show the files of an archive: what is JSON, and of a program whether it is another one", () => {
    const file = (text: string) => ({
      "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
      __pulumiAsset: true,
      text,
    });
    const code = {
      "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
      __pulumiArchive: true,
      assets: { "index.js": file("run();\nstop();\n"), "windows.json": file('{"user":"alice"}') },
    };

    assert.deepEqual(inputsOf({ code }).slice(1), [
      "  code:",
      "    index.js: 2 lines, sha256 c41730b70efd7a422d221f74c097781997a9f08668579764f2986d57c8eca2f2",
      "    windows.json:",
      "      user: alice",
    ]);
  });

  it("stand in the order of the tree", () => {
    const inputs = { path: "/" };
    const late = resourceWith({ name: "late", parent: component.urn, inputs });
    const early = resourceWith({ name: "early", inputs });
    const plan = { stack: "test", resources: [component, early, late], outputs: {} };

    assert.deepEqual(
      resourceInputs(plan, plain).map((text) => text.split(" ")[0]),
      ["late", "early"],
    );
  });

  it("are left out for resources without any", () => assert.deepEqual(inputsOf({}), []));
});

describe("A plan for programs", () => {
  it("masks secrets at any depth and changes nothing else", () => {
    const plan = { resources: [{ inputs: { deep: [secret], arn: unknown, none: null } }] };

    assert.deepEqual(maskSecrets(plan), {
      resources: [{ inputs: { deep: ["[secret]"], arn: unknown, none: null } }],
    });
  });
});
