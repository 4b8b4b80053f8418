import * as assert from "node:assert/strict";
import { ownPolicyLockOutFaults } from "../../guardrails/ownPolicies/lockOuts";
import { preflight, PreflightFinding } from "../../guardrails/preflight/preflight";
import { lockOuts } from "../../guardrails/preflight/lockOut";
import { controlPolicyType } from "../../model/controlPolicyType";
import { formatFault } from "../../model/fault";
import { GuardrailTarget, LandingZone, OwnPolicy } from "../../model/landingZone";
import { exampleZone } from "../example/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

type Statement = Readonly<Record<string, unknown>>;

function policyOf(file: string, ...statements: readonly Statement[]): OwnPolicy {
  const Statement = statements.map((each) => ({ Effect: "Deny", Resource: "*", ...each }));
  const text = JSON.stringify({ Version: "2012-10-17", Statement }, null, 2);
  return { file, type: controlPolicyType(text), text };
}

/** The small landing zone with guardrails on all that has an id, and the policies at one of the targets. */
function zoneOf(policies: readonly OwnPolicy[], at = "Workloads"): LandingZone {
  const targets: GuardrailTarget[] = [
    { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
    { name: "Security", kind: "organizationalUnit", id: "ou-ab12-33333333" },
  ];
  return zoneWith({
    guardrails: targets.map((target) => (target.name === at ? { ...target, policies } : target)),
  });
}

/** Who is stopped from what, and by what, one line for each caller and reason. */
function stopped(zone: LandingZone): string[] {
  const lines = lockOuts(zone).map(({ need, stoppedBy }) => {
    const by =
      "statement" in stoppedBy
        ? `${stoppedBy.statement.policy} ${stoppedBy.statement.index}`
        : "level" in stoppedBy
          ? `nothing allows at ${stoppedBy.level}`
          : `perhaps ${stoppedBy.unknownKeys.join(" ")}`;
    return `${need.who}, ${need.owner.name}: ${by}`;
  });
  return [...new Set(lines)];
}

const deploy = "the deploy role SekishoDeploy";
const osAccess = "the role OSAccess";
const nodes = ["SekishoNode", "SekishoHybridNode"].map((role) => `the nodes' role ${role}`);
const automation = "the automation role PatchAutomation";
const web = "web-production";

describe("The guardrails of the example", () => {
  it("lock out nobody whom Sekisho needs, in any account", () => {
    assert.deepEqual(lockOuts(exampleZone()), []);
  });

  it("fit, with a slot to spare, and refuse nothing", () => {
    const found = preflight(exampleZone());
    assert.deepEqual(
      found.filter(({ level }) => level === "refused"),
      [],
    );
    const targets = exampleZone().guardrails.map(({ name }) => name);
    assert.deepEqual(
      found.flatMap(({ target, message }) =>
        /^takes \d of 10 SCP slots and \d of 5 RCP slots/.test(message) ? [target] : [],
      ),
      targets,
    );
  });
});

describe("Policies of the organization's own", () => {
  const cases: [title: string, statement: Statement, expected: string[]][] = [
    [
      "a Deny of IAM stops the deploy role alone",
      { Action: "iam:*" },
      [`${deploy}, ${web}: a.json 0`],
    ],
    [
      "a Deny of IAM that exempts the deploy role stops nobody",
      {
        Action: "iam:*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/SekishoDeploy" } },
      },
      [],
    ],
    [
      "a Deny of a service that nobody needs stops nobody",
      { Action: ["lightsail:*", "ec2:RunInstances"] },
      [],
    ],
    [
      "a Deny of the agents' channels stops nodes and sessions",
      { Action: "ssmmessages:*" },
      [`${osAccess}, ${web}: a.json 0`, ...nodes.map((node) => `${node}, ${web}: a.json 0`)],
    ],
    [
      "a Deny of commands stops patching",
      { Action: "ssm:SendCommand" },
      [`${automation}, ${web}: a.json 0`],
    ],
    [
      "a Deny outside one of two declared regions stops whoever works in the other",
      {
        NotAction: ["iam:*", "sts:*"],
        Condition: { StringNotEquals: { "aws:RequestedRegion": "ap-northeast-1" } },
      },
      [deploy, osAccess, ...nodes, automation].map((who) => `${who}, ${web}: a.json 0`),
    ],
    [
      "a Deny outside the declared regions stops nobody",
      {
        NotAction: ["iam:*", "sts:*"],
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["ap-northeast-1", "us-east-1"] },
        },
      },
      [],
    ],
    [
      "a Deny without MFA stops everybody but OSAccess, whose sessions have it",
      {
        Action: "ssm:*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      },
      [deploy, ...nodes, automation].map((who) => `${who}, ${web}: a.json 0`),
    ],
    [
      "a Deny outside an endpoint may stop whoever is not there",
      { Action: "kms:Decrypt", Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } },
      nodes.map((node) => `${node}, ${web}: perhaps aws:sourcevpce`),
    ],
    [
      "a Deny by a tag of the caller, written as a variable, may stop him",
      {
        Action: "kms:Decrypt",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": "${aws:PrincipalTag/home}" } },
      },
      nodes.map((node) => `${node}, ${web}: perhaps aws:principaltag/home`),
    ],
    [
      "an RCP for strangers alone stops nobody",
      {
        Principal: "*",
        Action: "s3:*",
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      },
      [],
    ],
    [
      "an RCP for strangers of another organization's id stops the transcripts",
      {
        Principal: "*",
        Action: "s3:PutObject",
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-other00000" } },
      },
      nodes.map((node) => `${node}, ${web}: a.json 0`),
    ],
    [
      "an RCP for OUs that lie elsewhere stops OSAccess's users",
      {
        Principal: "*",
        Action: "sts:AssumeRole",
        Condition: {
          "ForAllValues:StringNotLike": {
            "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
          },
        },
      },
      [`the users, ${web}: a.json 0`],
    ],
  ];
  for (const [title, statement, expected] of cases) {
    it(`${title}`, () => {
      const zone = zoneOf([policyOf("a.json", statement)]);
      assert.deepEqual(stopped(zone), expected);
    });
  }

  it("stop the users where they live: enrolment, and every account", () => {
    const enrol = zoneOf([policyOf("a.json", { Action: "iam:EnableMFADevice" })], "Security");
    assert.deepEqual(stopped(enrol), ["the users, identity: a.json 0"]);
    const assume = zoneOf([policyOf("a.json", { Action: "sts:AssumeRole" })], "Security");
    assert.deepEqual(stopped(assume), [
      "the users, identity: a.json 0",
      `the users, ${web}: a.json 0`,
    ]);
  });

  it("do not reach the management account", () => {
    const zone = zoneOf([policyOf("a.json", { Action: "*" })]);
    assert.ok(lockOuts(zone).every(({ need }) => need.owner.name !== "management"));
    assert.ok(lockOuts(zone).length > 0);
  });

  it("are asked of every account below them, however many are alike", () => {
    const accounts = ["444444444444", "555555555555"].map((id) => accountWith({ id, name: id }));
    const zone = zoneOf([policyOf("a.json", { Action: "kms:CreateKey" })]);
    const more = { ...zone, accounts: [...zone.accounts, ...accounts] };
    assert.deepEqual(
      stopped(more),
      [web, "444444444444", "555555555555"].map((name) => `${deploy}, ${name}: a.json 0`),
    );
    const oneOfThem = policyOf("a.json", {
      Action: "kms:CreateKey",
      Condition: { StringEquals: { "aws:PrincipalAccount": "555555555555" } },
    });
    const only = { ...more, guardrails: zoneOf([oneOfThem]).guardrails };
    assert.deepEqual(stopped(only), [`${deploy}, 555555555555: a.json 0`]);
  });

  it("count for the channels and logs that an account has", () => {
    const zone = zoneOf([policyOf("a.json", { Action: ["ssm-guiconnect:*", "logs:*"] })]);
    const withOsAccess = (changes: Parameters<typeof osAccessWith>[0]) => ({
      ...zone,
      accounts: zone.accounts.map((account) => ({ ...account, osAccess: osAccessWith(changes) })),
    });
    const plain = withOsAccess({
      logs: { s3: { retention: 400, objectLock: "governance" }, reader: "SessionAuditor" },
    });
    assert.deepEqual(stopped(plain), []);
    assert.deepEqual(stopped(withOsAccess({ channels: ["rdp"] })), [
      `${deploy}, ${web}: a.json 0`,
      `${osAccess}, ${web}: a.json 0`,
      ...nodes.map((node) => `${node}, ${web}: a.json 0`),
    ]);
  });
});

describe("An Allow list of the organization's own", () => {
  const allow = (...actions: string[]) =>
    policyOf(
      "policies/allow.json",
      { Action: "ec2:RunInstances" },
      { Effect: "Allow", Action: actions },
    );

  it("is refused at its first Allow, for each that it locks out and with what it lacks", () => {
    const faults = ownPolicyLockOutFaults(zoneOf([allow("ec2:*", "s3:*")])).map(formatFault);
    const start = "policies/allow.json:9:5 Statement[1]: found an Allow list without ";
    const end =
      "allowed is one that has them: add them, or keep FullAWSAccess and write Deny statements.";
    assert.deepEqual(
      faults.map((line) => line.replace(/without .*? for /, "without ... for ")),
      [
        `${deploy}: ${web} can no longer be deployed`,
        `${osAccess}: a grant for ${web} opens no session`,
        ...nodes.map(
          (node) => `${node}: nodes of ${web} cannot be reached, or leave no transcript`,
        ),
        `${automation}: patching of ${web} stops`,
      ].map((who) => `${start}... for ${who}, ${end}`),
    );
    assert.match(
      faults[0]!,
      /without iam:PassRole, iam:CreateRole, iam:DeleteRole and \d+ more for/,
    );
  });

  it("is taken where it has what everybody needs", () => {
    const services = [
      "ec2",
      "ec2messages",
      "iam",
      "kms",
      "logs",
      "s3",
      "ssm",
      "ssmmessages",
      "sts",
    ];
    const zone = zoneOf([allow(...services.map((service) => `${service}:*`))]);
    assert.deepEqual(ownPolicyLockOutFaults(zone), []);
    assert.deepEqual(
      preflight(zone)
        .filter(({ message }) => message.startsWith("policies/allow.json"))
        .map(({ target, level }) => ({ target, level })),
      [{ target: "Workloads", level: "note" }],
    );
  });

  it("is a Deny's fault where a Deny locks out besides", () => {
    const zone = zoneOf([policyOf("a.json", { Action: "s3:ListBucket" }, { Action: "kms:*" })]);
    assert.deepEqual(
      ownPolicyLockOutFaults(zone).map(({ line, path }) => `${line} ${path}`),
      ["4 Statement[0]", "9 Statement[1]", "9 Statement[1]", "9 Statement[1]", "9 Statement[1]"],
    );
  });
});

describe("The preflight", () => {
  const of = (zone: LandingZone, level: PreflightFinding["level"]) =>
    preflight(zone).filter((finding) => finding.level === level);

  it("refuses more policies than a target has slots for, ours counted", () => {
    const scps = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        policyOf(`scp-${index}.json`, { Action: "lightsail:*" }),
      );
    const rcps = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        policyOf(`rcp-${index}.json`, { Principal: "*", Action: "swf:*" }),
      );
    const ours = (kind: "SCP" | "RCP") => {
      const note = preflight(zoneOf([])).find(({ target }) => target === "Workloads")!.message;
      return Number(new RegExp(`(\\d+) of \\d+ ${kind}`).exec(note)![1]) - 1;
    };
    const free = { scp: 8 - ours("SCP"), rcp: 3 - ours("RCP") };
    assert.ok(free.scp > 0 && free.rcp > 0);
    assert.deepEqual(of(zoneOf([...scps(free.scp), ...rcps(free.rcp)]), "refused"), []);
    assert.deepEqual(
      of(zoneOf(scps(free.scp + 1)), "refused").map(({ target, message }) => [
        target,
        message.split(":")[0],
      ]),
      [["Workloads", "has 9 SCPs, 8 fit beside FullAWSAccess and the slot that a swap needs"]],
    );
    assert.deepEqual(
      of(zoneOf(rcps(free.rcp + 1)), "refused").map(({ message }) => message.split(":")[0]),
      ["has 4 RCPs, 3 fit beside RCPFullAWSAccess and the slot that a swap needs"],
    );
  });

  it("refuses a lock-out, at the target and with what is at stake", () => {
    assert.deepEqual(
      of(zoneOf([policyOf("a.json", { Sid: "No", Action: "kms:CreateKey" })]), "refused"),
      [
        {
          target: "Workloads",
          level: "refused",
          message: `a.json, No, stops ${deploy} from kms:CreateKey: ${web} can no longer be deployed.`,
        },
      ],
    );
  });

  it("notes what hangs on a key that nobody knows beforehand", () => {
    const condition = { StringNotEquals: { "aws:SourceVpce": "vpce-1" } };
    const zone = zoneOf([policyOf("a.json", { Action: "kms:CreateKey", Condition: condition })]);
    assert.deepEqual(of(zone, "refused"), []);
    assert.ok(
      of(zone, "note").some(
        ({ target, message }) =>
          target === "Workloads" &&
          message ===
            `Whether ${deploy} may kms:CreateKey depends on aws:sourcevpce; if not, ${web} can no longer be deployed.`,
      ),
    );
  });

  it("tells the safe order: roles, a canary, the users' account last; and what it cannot see", () => {
    const notes = of(zoneOf([]), "note").map(({ message }) => message);
    const order = notes.find((note) => note.startsWith("The safe order"))!;
    assert.match(
      order,
      /stacks of all 3 accounts.* guardrails of Workloads as the canary.* Security\./,
    );
    for (const known of [
      /must be enabled/,
      /somebody else has attached/,
      /binds the management account/,
    ]) {
      assert.equal(notes.filter((note) => known.test(note)).length, 1, String(known));
    }
  });

  it("has nothing to say where no guardrail is declared", () => {
    assert.deepEqual(preflight(zoneWith({ guardrails: [] })), []);
  });
});
