import * as assert from "node:assert/strict";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { compile, CompiledPolicy } from "../../iam/compile";
import { parsePolicy } from "../../iam/parsePolicy";
import { resourceControlPolicies } from "../../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { PolicyDocument } from "../support";
import { zoneWith } from "../zone";
import { everything, policy } from "./startSession";

const zone = zoneWith();
const [target] = zone.guardrails;
const member = "333333333333";
const osAccess = `arn:aws:iam::${member}:role/OSAccess`;
const everybody = ["role/*", "user/*", "root"].map((who) => `arn:aws:iam::${member}:${who}`);

const documents = serviceControlPolicies(zone, target!).map(
  ({ content }) => JSON.parse(content) as PolicyDocument,
);

/** Administrators under our SCPs, with each statement as `change` leaves it. */
function under(change: (statement: PolicyDocument["Statement"][0]) => unknown) {
  const scps = documents.map((document, index) =>
    policy(
      "scp",
      document.Statement.flatMap((statement) => change(statement) ?? []),
      `scp-${index}`,
    ),
  );
  return {
    identity: [policy("identity", everything)],
    scps: [[policy("scp", everything), ...scps]],
  };
}

const startSession = {
  principals: everybody,
  except: [osAccess],
  actions: ["ssm:StartSession"],
  resources: [`arn:aws:ec2:*:${member}:instance/*`],
};

describe("The guardrails of a small landing zone", () => {
  it("are proved to let nobody but OSAccess start a session", () => {
    const check = checkAccessNotGranted(
      under((statement) => statement),
      startSession,
    );
    assert.equal(check.result, "proved");
    assert.deepEqual(
      check.statements.map(({ sid }) => sid),
      ["OnlyOsAccessStartsSessions"],
    );
  });

  it("let OSAccess start a session", () => {
    const check = checkAccessNotGranted(
      under((statement) => statement),
      { ...startSession, except: [] },
    );
    assert.equal(check.result, "refuted");
    assert.equal(check.request.principal, osAccess);
  });

  it("let anybody start one without that statement", () => {
    const check = checkAccessNotGranted(
      under((statement) =>
        statement.Sid === "OnlyOsAccessStartsSessions" ? undefined : statement,
      ),
      startSession,
    );
    assert.equal(check.result, "refuted");
    assert.equal(check.request.principal, `arn:aws:iam::${member}:role/Anybody`);
  });

  for (const [pattern, found] of [
    ["role/*OSAccess", "role/xOSAccess"],
    ["role/*/OSAccess", "role/x/OSAccess"],
    ["role/OSAccess*", "role/OSAccessx"],
    ["role/OSAcces?", "role/OSAccesx"],
    ["*/OSAccess", "role/x/OSAccess"],
  ]) {
    it(`let ${found} start one where the exemption says ${pattern}`, () => {
      const ArnNotLike = { "aws:PrincipalArn": `arn:aws:iam::*:${pattern}` };
      const check = checkAccessNotGranted(
        under((statement) =>
          statement.Sid === "OnlyOsAccessStartsSessions"
            ? { ...statement, Condition: { ArnNotLike } }
            : statement,
        ),
        startSession,
      );
      assert.equal(check.result, "refuted");
      assert.equal(check.request.principal, `arn:aws:iam::${member}:${found}`);
    });
  }

  it("are proved to let nobody from elsewhere assume OSAccess, whatever its trust policy says", () => {
    const check = checkAccessNotGranted(
      {
        identity: [policy("identity", everything)],
        resource: policy("resource", { ...everything, Principal: "*" }),
        rcps: [resourceControlPolicies(zone, target!).map(compiledText)],
      },
      {
        principals: ["arn:aws:iam::*:role/*", "arn:aws:iam::*:user/*", { federated: "*" }],
        except: ["arn:aws:iam::222222222222:*"],
        actions: ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
        resources: [osAccess],
      },
    );
    assert.equal(check.result, "proved");
  });
});

function compiledText(text: string): CompiledPolicy {
  const result = parsePolicy(text);
  assert.ok(result.ok);
  return compile(result.document, "rcp");
}
