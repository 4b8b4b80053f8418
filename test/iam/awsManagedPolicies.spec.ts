import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsManagedPolicy, isAnswered, titleOfVersion } from "../../iam/awsManagedPolicies";
import { policies } from "../../iam/awsManagedPoliciesData";
import { coversAction } from "../../iam/coveredActions";
import { askedActions } from "../../scripts/factsActions";
import { readManagedPolicies } from "../../scripts/factsManagedPolicies";

describe("AWS managed policies", () => {
  it("answer for every action that the guardrails ask about", () => {
    const missing = askedActions().filter((action) => !isAnswered(action));
    assert.deepEqual(missing, [], "run `npm run facts`");
  });

  it("can all be read", () => {
    const names = Object.keys(policies);
    assert.ok(names.length > 1_500, `${names.length}`);
    for (const name of names) {
      assert.match(titleOfVersion(awsManagedPolicy(name)!), /^\S+ v\d+ of 20\d\d-\d\d-\d\d$/);
    }
  });

  it("are unknown where nobody has read them", () => {
    for (const name of ["NotOfAWS", "administratoraccess", "constructor", "__proto__", ""]) {
      assert.equal(awsManagedPolicy(name), undefined, name);
    }
  });

  const rows = [
    { name: "AdministratorAccess", covers: ["StartSession", "SendCommand", "GetAccessToken"] },
    { name: "AmazonSSMFullAccess", covers: ["StartSession", "SendCommand", "GetAccessToken"] },
    { name: "ReadOnlyAccess", covers: ["GetAccessToken"] },
    { name: "aws-service-role/AmazonSSMServiceRolePolicy", covers: ["SendCommand"] },
    { name: "AmazonSSMManagedInstanceCore", covers: [] },
  ];
  for (const { name, covers } of rows) {
    it(`tell that ${name} has a say in ${covers.join(", ") || "none of them"}`, () => {
      const { statements } = awsManagedPolicy(name)!.document;
      const found = ["StartSession", "SendCommand", "GetAccessToken"].filter((action) =>
        statements.some((statement) => coversAction(statement, `ssm:${action}`)),
      );
      assert.deepEqual(found, covers);
    });
  }

  it("keep what they deny", () => {
    const { statements } = awsManagedPolicy("AWSCompromisedKeyQuarantineV3")!.document;
    const denied = statements.filter(({ effect }) => effect === "Deny");
    assert.ok(denied.some((statement) => coversAction(statement, "iam:UpdateAssumeRolePolicy")));
  });
});

describe("readManagedPolicies", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-managed-policies-"));
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "package.json"), '{"name":"published","version":"1.2.3"}');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function read(Statement: unknown, arn = "arn:aws:iam::aws:policy/path/Name") {
    const first = "2015-02-06T18:39:48.000Z";
    const policy = {
      arn,
      latestVersionId: "v2",
      createdDate: first,
      lastUpdatedDate: "2026-08-21T10:00:00.000Z",
      versions: {
        v1: { createdDate: first },
        v2: { createdDate: first, document: { Version: "2012-10-17", Statement } },
      },
    };
    writeFileSync(join(folder, "dist/managedPolicies.json"), JSON.stringify({ [arn]: policy }));
    return readManagedPolicies(folder, ["ssm:StartSession", "SSM:startsession", "iam:PassRole"]);
  }

  it("names its source, and each action once", () => {
    const { source, actions } = read([]);
    assert.equal(source, "published 1.2.3");
    assert.deepEqual(actions, ["iam:passrole", "ssm:startsession"]);
  });

  const allow = (Action: string | string[]) => ({ Effect: "Allow", Action, Resource: "*" });
  const statement = [
    { title: "one that covers no such action", from: allow("s3:*"), kept: undefined },
    {
      title: "actions among others",
      from: allow(["s3:*", "ssm:Start*", "iam:Get*"]),
      kept: allow(["ssm:Start*"]),
    },
    {
      title: "a single action in capitals",
      from: allow("SSM:STARTSESSION"),
      kept: allow(["SSM:STARTSESSION"]),
    },
    { title: "everything", from: allow("*"), kept: allow(["*"]) },
    {
      title: "NotAction",
      from: { Effect: "Deny", NotAction: ["s3:*"], Resource: "*" },
      kept: { Effect: "Deny", NotAction: ["s3:*"], Resource: "*" },
    },
    {
      title: "conditions and resources",
      from: { ...allow("iam:*"), Sid: "A", Condition: { Bool: { a: "true" } } },
      kept: { ...allow(["iam:*"]), Sid: "A", Condition: { Bool: { a: "true" } } },
    },
  ];
  for (const { title, from, kept } of statement) {
    it(`${kept === undefined ? "drops" : "keeps"} ${title}`, () => {
      const text = read([from, allow("s3:GetObject")]).policies["path/Name"];
      const document = kept && ` ${JSON.stringify({ Version: "2012-10-17", Statement: [kept] })}`;
      assert.equal(text, `v2 2026-08-21${document ?? ""}`);
    });
  }

  it("stops at a policy that is none of AWS's", () => {
    assert.throws(() => read([], "arn:aws:iam::111111111111:policy/x"), /of another kind/);
  });

  it("stops at a statement that it cannot read", () => {
    assert.throws(
      () => read([{ ...allow("ssm:*"), Effect: "allow" }]),
      /a statement cannot be read/,
    );
  });
});
