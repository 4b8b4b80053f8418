import * as assert from "node:assert/strict";
import { catalogue } from "../../guardrails/catalogue";
import {
  maximumScpCharacters,
  maximumScpsATarget,
  serviceControlPolicies,
} from "../../guardrails/serviceControlPolicies";
import { PolicyDocument, statement } from "../support";
import { zoneWith } from "../zone";

const documents = () =>
  serviceControlPolicies(zoneWith()).map((text) => JSON.parse(text) as PolicyDocument);
const whole = (): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: documents().flatMap(({ Statement }) => Statement),
});

describe("service control policies", () => {
  it("deny sessions to everyone but OSAccess, by its exact name in any account", () => {
    assert.deepEqual(statement(whole(), "OnlyOsAccessStartsSessions"), {
      Sid: "OnlyOsAccessStartsSessions",
      Effect: "Deny",
      Action: ["ssm:StartSession", "ssm:ResumeSession", "ssm-guiconnect:StartConnection"],
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/OSAccess"] } },
    });
  });

  it("hold one statement for each catalogue entry, under its id and in its order", () => {
    assert.deepEqual(
      whole().Statement.map(({ Sid }) => Sid),
      catalogue.map(({ id }) => id),
    );
  });

  it("only ever deny", () => {
    assert.deepEqual([...new Set(whole().Statement.map(({ Effect }) => Effect))], ["Deny"]);
  });

  it("exempt exact role names, never a pattern of names", () => {
    const exempt = whole().Statement.flatMap(
      ({ Condition }) => Condition?.ArnNotLike?.["aws:PrincipalArn"] ?? [],
    );
    assert.ok(exempt.length > 0);
    assert.deepEqual(
      exempt.filter((arn) => !/^arn:aws:iam::\*:role\/[\w+=,.@-]+$/.test(arn)),
      [],
    );
  });

  it("exempt nobody where the catalogue names nobody", () => {
    assert.equal(statement(whole(), "NoOtherConsoles").Condition, undefined);
  });

  it("leave no condition behind when there are no automation roles to exempt", () => {
    const [text] = serviceControlPolicies(zoneWith({ automationRoles: [] }));
    const sendCommand = statement(
      JSON.parse(text!) as PolicyDocument,
      "OnlyAutomationSendsCommands",
    );
    assert.equal(sendCommand.Condition, undefined);
  });

  it("never touch what the agent or an incident responder needs", () => {
    const denied = whole().Statement.flatMap(({ Action }) => Action ?? []);
    for (const action of ["ssm:TerminateSession", "ssm:UpdateInstanceInformation"]) {
      assert.ok(!denied.includes(action), action);
    }
    assert.deepEqual(
      denied.filter((action) => /^(ssmmessages|ec2messages):/.test(action)),
      [],
    );
  });

  it("exempt no role that they do not protect", () => {
    const { Resource } = statement(whole(), "ProtectExemptRoles");
    const exempt = whole().Statement.flatMap(
      ({ Condition }) => Condition?.ArnNotLike?.["aws:PrincipalArn"] ?? [],
    );
    assert.deepEqual(
      exempt.filter((arn) => !Resource?.includes(arn)),
      [],
    );
  });

  it("protect the hardening document, which nodes run as root every hour", () => {
    assert.deepEqual(statement(whole(), "ProtectDocuments").Resource, [
      "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell",
      "arn:aws:ssm:*:*:document/Sekisho-OsHardening",
    ]);
  });

  it("hold the deploy role to the hardening document, whatever it makes of its own limits", () => {
    const { Action, NotResource, Condition } = statement(whole(), "OnlyHardeningIsAssociated");
    assert.deepEqual(Action, [
      "ssm:CreateAssociation",
      "ssm:CreateAssociationBatch",
      "ssm:UpdateAssociation",
    ]);
    assert.deepEqual(
      [NotResource].flat().filter((arn) => arn!.includes(":document/")),
      ["arn:aws:ssm:*:*:document/Sekisho-OsHardening"],
    );
    assert.deepEqual(Condition, {
      ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/PatchAutomation"] },
    });
  });

  it("leave the passing of a node's role to whoever launches instances, and nothing else of it", () => {
    const { Action, Resource } = statement(whole(), "ProtectNodeRoles");
    assert.ok(Action!.includes("iam:UpdateAssumeRolePolicy"));
    assert.ok(!Action!.includes("iam:PassRole"));
    assert.deepEqual(Resource, [
      "arn:aws:iam::*:role/SekishoNode",
      "arn:aws:iam::*:role/SekishoHybridNode",
    ]);
  });

  it("let nobody take all log groups out of the account, or put transcripts under another key", () => {
    assert.equal(statement(whole(), "NoLogExports").Resource, "*");
    assert.ok(statement(whole(), "NoLogExports").Action!.includes("oam:CreateLink"));
    assert.ok(statement(whole(), "KeepTranscripts").Action!.includes("s3:UpdateObjectEncryption"));
  });

  it("let the deploy role alone write documents that open sessions", () => {
    assert.deepEqual(statement(whole(), "OnlyDeployWritesSessionDocuments").Condition, {
      StringEquals: { "ssm:DocumentType": "Session" },
      ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/SekishoDeploy"] },
    });
  });

  it("refuse to be more than one target can hold", () => {
    const automationRoles = Array.from({ length: 130 }, (_, index) => `${index}`.padEnd(64, "x"));
    assert.throws(() => serviceControlPolicies(zoneWith({ automationRoles })), {
      message: /^The (guardrails need \d+ SCPs|statement \w+ has \d+ characters)/,
    });
  });

  it("protect every exempt role, at any path", () => {
    const { Resource } = statement(whole(), "ProtectExemptRoles");
    for (const role of ["OSAccess", "SekishoDeploy", "PatchAutomation", "SessionAuditor"]) {
      assert.ok(Resource?.includes(`arn:aws:iam::*:role/${role}`), role);
      assert.ok(Resource?.includes(`arn:aws:iam::*:role/*/${role}`), `${role} with a path`);
    }
  });

  it("let OSAccess be assumed from the identity account alone", () => {
    assert.deepEqual(statement(whole(), "OsAccessOnlyFromIdentityAccount").Condition, {
      StringNotEquals: { "aws:PrincipalAccount": "222222222222" },
    });
  });

  it("fit AWS's sizes with a slot to spare for a swap", () => {
    const texts = serviceControlPolicies(zoneWith());
    assert.ok(texts.length <= maximumScpsATarget);
    for (const text of texts) {
      assert.ok(text.length <= maximumScpCharacters);
      assert.equal(text, JSON.stringify(JSON.parse(text)), "sent without white space");
    }
  });

  it("follow the partition and the declared names", () => {
    const zone = zoneWith({ osAccessRole: "ShellAccess" });
    const text = serviceControlPolicies({
      ...zone,
      organization: { ...zone.organization, partition: "aws-us-gov" },
    }).join();
    assert.ok(text.includes("arn:aws-us-gov:iam::*:role/ShellAccess"));
    assert.ok(!text.includes("arn:aws:"));
    assert.ok(!text.includes("OSAccess"));
  });
});

describe("the catalogue", () => {
  it("names each path once", () => {
    const ids = catalogue.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("says of each path what it opens and where that is known from", () => {
    for (const path of catalogue) {
      assert.match(path.id, /^[A-Z][A-Za-z]+$/);
      assert.ok(path.opens.length > 10 && path.source.length > 10, path.id);
    }
  });
});
