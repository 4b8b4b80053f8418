import * as assert from "node:assert/strict";
import { GuardrailTarget, LandingZone } from "../../model/landingZone";
import { catalogue } from "../../guardrails/catalogue";
import {
  emergencyKey,
  maximumScpCharacters,
  maximumScpsATarget,
  serviceControlPolicies,
} from "../../guardrails/serviceControlPolicies";
import { PolicyDocument, statement } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { zone as guarded } from "./underGuardrails";

const [workloads, security] = guarded.guardrails as [GuardrailTarget, GuardrailTarget];

function documents(zone: LandingZone = zoneWith(), target = workloads): PolicyDocument[] {
  return serviceControlPolicies(zone, target).map(
    ({ content }) => JSON.parse(content) as PolicyDocument,
  );
}

function whole(zone?: LandingZone, target?: GuardrailTarget): PolicyDocument {
  const statements = documents(zone, target).flatMap(({ Statement }) => Statement);
  return { Version: "2012-10-17", Statement: statements };
}

/** Everything that a statement exempts. */
function exemptIn({ Condition }: PolicyDocument["Statement"][0]): string[] {
  return [Condition?.ArnNotLike?.["aws:PrincipalArn"] ?? []].flat();
}

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

  it("hold a statement for each catalogue entry that has something to close, what break-glass opens first", () => {
    const sids = (target: GuardrailTarget) =>
      whole(guarded, target).Statement.map(({ Sid }) => Sid);
    const [emergency, others] = [true, undefined].map((wanted) =>
      catalogue.filter((path) => path.emergency === wanted).map(({ id }) => id),
    ) as [string[], string[]];
    const inOrder = [...emergency, ...others];
    for (const target of guarded.guardrails) {
      const found = sids(target);
      assert.deepEqual(
        found,
        inOrder.filter((id) => found.includes(id)),
      );
    }
    assert.deepEqual(new Set([...sids(workloads), ...sids(security)]), new Set(inOrder));
  });

  it("speak of the identity account's users only where they reach it", () => {
    const sids = (target: GuardrailTarget) =>
      whole(guarded, target).Statement.map(({ Sid }) => Sid);
    for (const sid of ["OnlyDeployWritesUsers", "OnlyDeployWritesGroups", "ProtectCiRole"]) {
      assert.ok(sids(security).includes(sid), sid);
      assert.ok(!sids(workloads).includes(sid), sid);
    }
  });

  it("exempt AWS's token role, and who asks for it, in accounts with just-in-time access alone", () => {
    const { Statement } = whole(guarded);
    const exempt = (sid: string) => exemptIn(statement({ Version: "", Statement }, sid));
    const tokenRole = "arn:aws:iam::444444444444:role/SSM-JustInTimeAccessTokenRole";
    assert.deepEqual(exempt("OnlyOsAccessStartsSessions"), [
      "arn:aws:iam::*:role/OSAccess",
      tokenRole,
    ]);
    assert.deepEqual(exempt("NoJustInTimeAccess"), ["arn:aws:iam::444444444444:role/ReadOnly"]);
    assert.deepEqual(exemptIn(statement(whole(), "NoJustInTimeAccess")), []);
  });

  it("let nobody ask for just-in-time access but the requesters, where some are named", () => {
    const osAccess = osAccessWith({
      mode: "just-in-time-node-access",
      requesters: ["Operator", "SessionAuditor"],
    });
    const accounts = guarded.accounts.map((account) =>
      account.name === "factory" ? { ...account, osAccess } : account,
    );
    const document = whole({ ...guarded, accounts });
    assert.deepEqual(exemptIn(statement(document, "NoJustInTimeAccess")), [
      "arn:aws:iam::444444444444:role/Operator",
    ]);
  });

  it("spare the accounts with ssh or rdp by id, so that one that nobody declared is not spared", () => {
    const ssh = accountWith({ osAccess: osAccessWith({ channels: ["ssh"] }) });
    const others = zoneWith().accounts.filter(({ name }) => name !== ssh.name);
    const zone = zoneWith({ accounts: [...others, ssh] });
    for (const id of ["NoKeyPairAtLaunch", "NoNewKeyPairs"]) {
      assert.deepEqual(statement(whole(zone), id).Condition, {
        StringNotEquals: { "aws:PrincipalAccount": [ssh.id] },
      });
    }
  });

  it("let an approval be asked for where access is just-in-time, and any other document of its type start nowhere", () => {
    const sid = "OnlyAutomationStartsOwnRunbooks";
    assert.deepEqual(Object.keys(statement(whole(guarded), sid).Condition!), [
      "StringNotEquals",
      "ArnNotLike",
    ]);
    assert.deepEqual(Object.keys(statement(whole(zoneWith()), sid).Condition!), ["ArnNotLike"]);
  });

  it("protect what ends sessions only where it stands", () => {
    const sids = (sessionExpiry: boolean) => {
      const accounts = zoneWith().accounts.map((account) => ({
        ...account,
        osAccess: osAccessWith({ sessionExpiry }),
      }));
      return whole(zoneWith({ accounts }))
        .Statement.map(({ Sid }) => Sid)
        .filter((sid) => sid.includes("SessionExpiry"));
    };
    assert.deepEqual(sids(false), []);
    assert.deepEqual(sids(true), [
      "OnlyDeployPausesSessionExpiry",
      "ProtectSessionExpiry",
      "ProtectSessionExpiryRole",
    ]);
  });

  it("keep what break-glass opens in a document of its own", () => {
    const [first] = serviceControlPolicies(zoneWith(), workloads);
    assert.equal(first!.key, emergencyKey);
    assert.deepEqual(
      (JSON.parse(first!.content) as PolicyDocument).Statement.map(({ Sid }) => Sid),
      [
        "OnlyOsAccessStartsSessions",
        "OnlyAutomationSendsCommands",
        "OnlyDeployPausesSessionExpiry",
      ],
    );
  });

  it("only ever deny", () => {
    assert.deepEqual([...new Set(whole().Statement.map(({ Effect }) => Effect))], ["Deny"]);
  });

  it("exempt exact role names, never a pattern of names", () => {
    const exempt = whole(guarded).Statement.flatMap(exemptIn);
    assert.ok(exempt.length > 0);
    assert.deepEqual(
      exempt.filter((arn) => !/^arn:aws:iam::(\*|\d{12}):role\/[\w+=,.@-]+$/.test(arn)),
      [],
    );
  });

  it("exempt nobody where the catalogue names nobody", () => {
    assert.equal(statement(whole(), "NoOtherConsoles").Condition, undefined);
  });

  it("leave no condition behind when there are no automation roles to exempt", () => {
    const { Statement } = whole(zoneWith({ automationRoles: [] }));
    const found = (sid: string) => Statement.find(({ Sid }) => Sid === sid);
    assert.equal(found("OnlyAutomationSendsCommands")!.Condition, undefined);
    assert.equal(found("AutomationRolesOnlyByServices"), undefined);
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
    for (const target of guarded.guardrails) {
      const document = whole(guarded, target);
      const kept = ["ProtectExemptRoles", "ProtectNodeRoles", "ProtectCiRole"].flatMap(
        (sid) => document.Statement.find(({ Sid }) => Sid === sid)?.Resource ?? [],
      );
      const exempt = document.Statement.flatMap(exemptIn);
      const isKept = (arn: string) =>
        kept.includes(arn) || kept.includes(arn.replace(/\d{12}/, "*"));
      assert.deepEqual(
        // The CI role is protected where it is: in the SCPs of its own account.
        exempt.filter((arn) => !isKept(arn) && arn !== guarded.deploy.trustedBy),
        [],
      );
    }
  });

  it("protect the hardening document, which nodes run as root every hour", () => {
    assert.deepEqual(statement(whole(), "ProtectDocuments").Resource, [
      "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell",
      "arn:aws:ssm:*:*:document/Sekisho-OsHardening",
    ]);
  });

  it("leave the passing of a node's role to whoever launches instances, and nothing else of it or its profile", () => {
    const { Action, Resource } = statement(whole(), "ProtectNodeRoles");
    assert.ok(Action!.includes("iam:UpdateAssumeRolePolicy"));
    assert.ok(!Action!.includes("iam:PassRole"));
    assert.deepEqual(Resource, [
      "arn:aws:iam::*:role/SekishoNode",
      "arn:aws:iam::*:role/SekishoHybridNode",
      "arn:aws:iam::*:instance-profile/SekishoNode",
    ]);
  });

  it("protect the roles that accounts declare in nodeRoles as Sekisho's own", () => {
    const accounts = zoneWith().accounts.map((account) => ({ ...account, nodeRoles: ["Gateway"] }));
    const document = whole(zoneWith({ accounts }));
    const gateway = "arn:aws:iam::*:role/Gateway";
    assert.ok(statement(document, "ProtectNodeRoles").Resource!.includes(gateway));
    assert.ok(exemptIn(statement(document, "OnlyNodesWriteTranscripts")).includes(gateway));
  });

  it("refuse to be more than one target can hold", () => {
    const automationRoles = Array.from({ length: 130 }, (_, index) => `${index}`.padEnd(64, "x"));
    assert.throws(() => serviceControlPolicies(zoneWith({ automationRoles }), workloads), {
      message: /^The (guardrails of Workloads need \d+ SCPs|statement \w+ has \d+ characters)/,
    });
  });

  it("refuse to spread what break-glass opens over two documents", () => {
    const factories = Array.from({ length: 100 }, (_, index) =>
      accountWith({
        name: `factory-${index}`,
        id: String(400_000_000_000 + index),
        osAccess: osAccessWith({ mode: "just-in-time-node-access" }),
      }),
    );
    const zone = zoneWith({ accounts: [...zoneWith().accounts, ...factories] });
    assert.throws(() => serviceControlPolicies(zone, workloads), {
      message: /^The guardrails of Workloads need more than one SCP for what break-glass opens/,
    });
  });

  it("protect every exempt role, at any path", () => {
    const { Resource } = statement(whole(), "ProtectExemptRoles");
    for (const role of ["OSAccess", "SekishoDeploy", "PatchAutomation", "SessionAuditor"]) {
      assert.ok(Resource?.includes(`arn:aws:iam::*:role/${role}`), role);
      assert.ok(Resource?.includes(`arn:aws:iam::*:role/*/${role}`), `${role} with a path`);
    }
  });

  it("fit AWS's sizes with a slot to spare for a swap", () => {
    for (const target of guarded.guardrails) {
      const policies = serviceControlPolicies(guarded, target);
      assert.ok(policies.length <= maximumScpsATarget);
      for (const { content } of policies) {
        assert.ok(content.length <= maximumScpCharacters);
        assert.equal(content, JSON.stringify(JSON.parse(content)), "sent without white space");
      }
    }
  });

  it("follow the partition and the declared names", () => {
    const zone = zoneWith({
      osAccessRole: "ShellAccess",
      deploy: { role: "Deploy", trustedBy: "arn:aws-us-gov:iam::222222222222:role/ci" },
    });
    const text = JSON.stringify(
      whole({ ...zone, organization: { ...zone.organization, partition: "aws-us-gov" } }),
    );
    assert.ok(text.includes("arn:aws-us-gov:iam::*:role/ShellAccess"));
    assert.ok(!text.includes("arn:aws:"));
    assert.ok(!text.includes("role/OSAccess"));
  });
});
