import * as assert from "node:assert/strict";
import { Channel, OsAccess } from "../../model/landingZone";
import { statement } from "../support";
import { allowed, denied, sids } from "./osAccess";

const portForwarding = "arn:aws:ssm:ap-northeast-1::document/AWS-StartPortForwardingSession";

/** The window as in the published articles: on taking the role alone. */
const plain = { windows: "assume-role" } as const;

describe("The channels of OSAccess", () => {
  const documents: { channels: Channel[]; home: string[] }[] = [
    {
      channels: ["shell"],
      home: ["arn:aws:ssm:ap-northeast-1:333333333333:document/SSM-SessionManagerRunShell"],
    },
    { channels: ["port-forward"], home: [portForwarding] },
    {
      channels: ["ssh"],
      home: ["arn:aws:ssm:ap-northeast-1::document/AWS-StartSSHSession"],
    },
  ];
  for (const { channels, home } of documents) {
    it(`${channels.join()} allows its document and denies every other`, async () => {
      const allow = statement(await allowed({ ...plain, channels }), "StartSessionsWithDocuments");
      const inHome = [allow.Resource].flat().filter((arn) => arn?.includes("ap-northeast-1"));
      assert.deepEqual(inHome, home);
      const { NotResource } = statement(await denied({ channels }), "NoUndeclaredNodeOrDocument");
      assert.deepEqual(
        [NotResource].flat().filter((arn) => /ap-northeast-1:.*:document/.test(arn!)),
        home,
      );
    });
  }

  it("rdp goes through Fleet Manager alone while port forwarding is off", async () => {
    const allow = await allowed({ ...plain, channels: ["shell", "rdp"] });
    assert.deepEqual(statement(allow, "RemoteDesktopDocument").Condition, {
      "ForAnyValue:StringEquals": { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" },
    });
    assert.deepEqual(statement(await denied({ channels: ["shell", "rdp"] }), "NoPortForwarding"), {
      Sid: "NoPortForwarding",
      Effect: "Deny",
      Action: "ssm:StartSession",
      Resource: [portForwarding, portForwarding.replace("ap-northeast-1", "us-east-1")],
      Condition: {
        "ForAllValues:StringNotEquals": { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" },
      },
    });
  });

  it("rdp with port forwarding declared denies neither", async () => {
    const document = await denied({ channels: ["rdp", "port-forward"] });
    assert.ok(!sids(document).includes("NoPortForwarding"));
  });

  it("rdp brings the Windows password of the declared nodes, and nothing else does", async () => {
    const password = statement(await allowed({ ...plain, channels: ["rdp"] }), "WindowsPassword");
    assert.equal(password.Action, "ec2:GetPasswordData");
    assert.deepEqual(password.Condition, {
      StringEquals: { "aws:ResourceTag/os-access": "allowed" },
    });
    assert.ok(!sids(await allowed(plain)).includes("WindowsPassword"));
    const withRdp = statement(await denied({ channels: ["rdp"] }), "NoOtherAccessPath").Action;
    const without = statement(await denied(), "NoOtherAccessPath").Action;
    assert.ok(!withRdp!.includes("ec2:GetPasswordData"));
    assert.ok(without!.includes("ec2:GetPasswordData"));
  });

  it("rdp gives no password of an undeclared instance, though a managed policy may", async () => {
    const document = await denied({ channels: ["rdp"] });
    assert.deepEqual(statement(document, "NoUndeclaredPassword").NotResource, [
      "arn:aws:ec2:ap-northeast-1:333333333333:instance/*",
      "arn:aws:ec2:us-east-1:333333333333:instance/*",
    ]);
    assert.deepEqual(statement(document, "NoUntaggedPassword").Condition, {
      StringNotEquals: { "aws:ResourceTag/os-access": "allowed" },
    });
    const ids: OsAccess["nodes"] = { kind: "ids", ids: ["i-0123456789abcdef0"] };
    const byId = await denied({ channels: ["rdp"], nodes: ids });
    assert.ok(!sids(byId).includes("NoUntaggedPassword"));
    assert.ok(
      statement(byId, "NoUndeclaredPassword").NotResource!.includes(
        "arn:aws:ec2:us-east-1:333333333333:instance/i-0123456789abcdef0",
      ),
    );
  });

  it("rdp alone opens no shell", async () => {
    assert.ok(
      !sids(await allowed({ ...plain, channels: ["rdp"] })).includes("StartSessionsOnNodes"),
    );
  });

  it("no deny depends on the document check, which a caller could leave out", async () => {
    const text = JSON.stringify(await denied({ channels: ["shell", "rdp", "ssh"] }));
    assert.ok(!text.includes("SessionDocumentAccessCheck"));
  });
});
