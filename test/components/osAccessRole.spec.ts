import * as assert from "node:assert/strict";
import { OsAccess } from "../../model/landingZone";
import { documentOf, inventory, named, only, statement } from "../support";
import { allowed, denied, osAccessIn, sids } from "./osAccess";

const policyType = "aws:iam/rolePolicy:RolePolicy";

/** The window as in the published articles: on taking the role alone. */
const plain = { windows: "assume-role" } as const;

describe("OsAccessRole", () => {
  it("is one role with its allows, its denies and AWS's read-only policy", async () => {
    assert.deepEqual(inventory(await osAccessIn()), [
      "aws:iam/role:Role os-access-role",
      "aws:iam/rolePolicy:RolePolicy os-access-allow",
      "aws:iam/rolePolicy:RolePolicy os-access-deny",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment os-access-read-only",
      "pulumi:providers:aws account",
      "sekisho:components:OsAccessRole os-access",
    ]);
  });

  it("has the exact name that the guardrails exempt, no path and the shortest session", async () => {
    const { inputs } = only(await osAccessIn(), "aws:iam/role:Role");
    assert.equal(inputs.name, "OSAccess");
    assert.equal(inputs.path, "/");
    assert.equal(inputs.maxSessionDuration, 3600);
  });

  it("takes its denies before it takes any right", async () => {
    const resources = await osAccessIn();
    const deny = named(resources, policyType, "os-access-deny").urn;
    for (const right of ["os-access-allow", "os-access-read-only"]) {
      assert.ok(resources.find(({ name }) => name === right)!.dependencies.includes(deny), right);
    }
  });

  describe("trust", () => {
    it("is the identity account's users with fresh MFA, under their own name", async () => {
      const trust = documentOf(only(await osAccessIn(), "aws:iam/role:Role"), "assumeRolePolicy");
      assert.deepEqual(trust.Statement, [
        {
          Sid: "IdentityUsersWithMfa",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::222222222222:root" },
          Action: "sts:AssumeRole",
          Condition: {
            Bool: { "aws:MultiFactorAuthPresent": "true" },
            NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
            ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/os-access/*" },
            StringEquals: {
              "aws:PrincipalOrgID": "o-a1b2c3d4e5",
              "sts:RoleSessionName": "${aws:username}",
            },
          },
        },
      ]);
    });

    it("adds the source networks where they are declared", async () => {
      const resources = await osAccessIn({ sourceIp: ["203.0.113.0/24"] });
      const trust = documentOf(only(resources, "aws:iam/role:Role"), "assumeRolePolicy");
      assert.deepEqual(trust.Statement[0]!.Condition!.IpAddress, {
        "aws:SourceIp": ["203.0.113.0/24"],
      });
    });
  });

  it("starts, resumes and carries no session by itself: grants do", async () => {
    const channels: OsAccess["channels"] = ["shell", "rdp", "port-forward", "ssh"];
    const text = JSON.stringify(await allowed({ channels }));
    const calls = ["ssm:StartSession", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"];
    const rdp = ["ssm-guiconnect:StartConnection", "ec2:GetPasswordData"];
    for (const call of [...calls, ...rdp]) {
      assert.ok(!text.includes(call), call);
    }
  });

  describe("starting a session, where the window holds on taking the role alone,", () => {
    const nodes = [
      {
        title: "on nodes with the declared tag",
        selector: { kind: "tag", key: "os-access", value: "allowed" },
        resources: ["instance/*", "managed-instance/*"],
        tag: { "ssm:resourceTag/os-access": "allowed" },
      },
      {
        title: "on the declared ids, EC2 and on-premises",
        selector: { kind: "ids", ids: ["i-0123456789abcdef0", "mi-0123456789abcdef0"] },
        resources: ["instance/i-0123456789abcdef0", "managed-instance/mi-0123456789abcdef0"],
        tag: undefined,
      },
      {
        title: "on every node of the account",
        selector: { kind: "all" },
        resources: ["instance/*", "managed-instance/*"],
        tag: undefined,
      },
    ] as const;
    for (const { title, selector, resources, tag } of nodes) {
      it(`is allowed ${title}`, async () => {
        const start = statement(
          await allowed({ ...plain, nodes: selector }),
          "StartSessionsOnNodes",
        );
        assert.deepEqual(start.Resource, [
          `arn:aws:ec2:ap-northeast-1:333333333333:${resources[0]}`,
          `arn:aws:ssm:ap-northeast-1:333333333333:${resources[1]}`,
          `arn:aws:ec2:us-east-1:333333333333:${resources[0]}`,
          `arn:aws:ssm:us-east-1:333333333333:${resources[1]}`,
        ]);
        assert.deepEqual(start.Condition!.StringEquals, tag);
      });
    }

    it("keeps node and document apart, since a tag condition would fail on the document", async () => {
      const document = await allowed(plain);
      assert.deepEqual(statement(document, "StartSessionsWithDocuments").Condition, {
        BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" },
      });
      const nodeResources = [statement(document, "StartSessionsOnNodes").Resource].flat();
      assert.ok(!nodeResources.some((arn) => arn?.includes(":document/")));
    });

    it("is refused elsewhere than from the declared networks", async () => {
      assert.deepEqual(
        statement(await denied({ sourceIp: ["203.0.113.0/24"] }), "OnlyFromDeclaredNetworks"),
        {
          Sid: "OnlyFromDeclaredNetworks",
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: {
            NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24"] },
            Bool: { "aws:ViaAWSService": "false" },
          },
        },
      );
      assert.ok(!sids(await denied()).includes("OnlyFromDeclaredNetworks"));
    });
  });

  const ownSessions = [
    { title: "ends its own sessions only", changes: {}, calls: ["ssm:TerminateSession"] },
    {
      title: "resumes and ends its own sessions only, where the window holds on taking the role",
      changes: plain,
      calls: ["ssm:ResumeSession", "ssm:TerminateSession"],
    },
  ];
  for (const { title, changes, calls } of ownSessions) {
    it(title, async () => {
      assert.deepEqual(statement(await allowed(changes), "OwnSessionsOnly"), {
        Sid: "OwnSessionsOnly",
        Effect: "Allow",
        Action: calls,
        Resource: [
          "arn:aws:ssm:ap-northeast-1:333333333333:session/*",
          "arn:aws:ssm:us-east-1:333333333333:session/*",
        ],
        Condition: {
          StringEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" },
        },
      });
    });
  }

  it("resumes and ends no session of others, though a managed policy may allow it", async () => {
    assert.deepEqual(statement(await denied(), "NoSessionsOfOthers"), {
      Sid: "NoSessionsOfOthers",
      Effect: "Deny",
      Action: ["ssm:ResumeSession", "ssm:TerminateSession"],
      Resource: "*",
      Condition: {
        StringNotEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" },
      },
    });
  });

  it("starts no session on a node without the declared tag, though a managed policy may allow it", async () => {
    const deny = statement(await denied(), "NoUntaggedNode");
    assert.equal(deny.Action, "ssm:StartSession");
    assert.deepEqual(deny.Condition, {
      StringNotEquals: { "ssm:resourceTag/os-access": "allowed" },
    });
    assert.deepEqual(
      deny.Resource,
      statement(await allowed(plain), "StartSessionsOnNodes").Resource,
    );
    assert.ok(!sids(await denied({ nodes: { kind: "all" } })).includes("NoUntaggedNode"));
  });

  it("shows nodes and sessions in the console with the least that takes", async () => {
    assert.deepEqual(statement(await allowed(), "FindNodesAndSessions").Action, [
      "ec2:DescribeInstances",
      "ec2:DescribeTags",
      "ssm:DescribeInstanceInformation",
      "ssm:DescribeInstanceProperties",
      "ssm:DescribeSessions",
      "ssm:GetConnectionStatus",
    ]);
  });

  it("is denied every other path onto a node, though a managed policy may allow it", async () => {
    const { Action, Resource } = statement(await denied(), "NoOtherAccessPath");
    for (const action of ["ssm:SendCommand", "ssm:GetAccessToken", "ecs:ExecuteCommand"]) {
      assert.ok(Action!.includes(action), action);
    }
    assert.ok(!Action!.includes("ssm:StartSession"));
    assert.equal(new Set(Action).size, Action!.length, "each action once");
    assert.equal(Resource, "*");
  });

  it("is denied the transcripts in S3 and in CloudWatch Logs", async () => {
    const document = await denied();
    assert.equal(
      statement(document, "NoTranscriptsInS3").Resource,
      "arn:aws:s3:::sekisho-session-logs-333333333333/*",
    );
    assert.ok(
      statement(document, "NoTranscriptsInCloudWatch").Resource!.includes(
        "arn:aws:logs:us-east-1:333333333333:log-group:/sekisho/sessions:*",
      ),
    );
  });

  it("fits the 10,240 characters that the inline policies of a role share", async () => {
    const changes: Partial<OsAccess> = {
      ...plain,
      channels: ["shell", "rdp", "port-forward", "ssh"],
      sourceIp: ["203.0.113.0/24", "2001:db8::/32"],
    };
    const size =
      JSON.stringify(await allowed(changes)).length + JSON.stringify(await denied(changes)).length;
    assert.ok(size <= 10_240, `${size} characters`);
  });
});
