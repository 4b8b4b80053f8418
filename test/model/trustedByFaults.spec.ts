import * as assert from "node:assert/strict";
import { Edit, faultLines, FaultRow, itReports } from "./example";

const place = "organization.yaml:3:43 deploy.trustedBy:";
const alone = "allowed is the ARN of a role of CI alone: name another role.";
const outside =
  "allowed is one of accounts, because the deploy role trusts nobody outside the organization: declare it or name a role of another account.";
const writable =
  "allowed is a role of an account into which nobody switches with write access, because that can take the CI role and with it every account: put the CI role into such an account.";

function named(role: string): Edit {
  return ["222222222222:role/ci", `222222222222:role/${role}`];
}

const nodeRoles: Edit = ["    ou: Workloads\n", "    ou: Workloads\n    nodeRoles: [Gateway]\n"];

const names: [title: string, role: string, owner: string][] = [
  ["a switch role, in other case and below a path", "path/readonly", "a role of roles"],
  ["the OSAccess role", "OSAccess", "the OSAccess role"],
  ["the deploy role", "SekishoDeploy", "the deploy role"],
  ["an automation role", "patchautomation", "an automation role"],
  ["an account's own node role", "Gateway", "a role of nodes"],
  ["the node role", "SekishoNode", "Sekisho's node role"],
  ["the hybrid node role", "SekishoHybridNode", "Sekisho's hybrid node role"],
  ["the just-in-time role", "SSM-JustInTimeAccessTokenRole", "AWS's just-in-time node access"],
  [
    "the management account's role",
    "OrganizationAccountAccessRole",
    "AWS's role for the management account",
  ],
  ["an Identity Center role", "AWSReservedSSO_Admin_0123", "a role of IAM Identity Center"],
  ["a role at Identity Center's path", "aws-reserved/x/Admin", "a role of IAM Identity Center"],
  ["a service-linked role", "AWSServiceRoleForSupport", "a service-linked role"],
  ["a role at the service-linked path", "aws-service-role/x/Other", "a service-linked role"],
];

const outsiders: FaultRow[] = [
  {
    title: "an account that is not declared as that of the CI role",
    organization: [["iam::222222222222:", "iam::999999999999:"]],
    expected: [`${place} found the account "999999999999", ${outside}`],
  },
  {
    title: "a CI role outside with the name of a role inside, twice",
    organization: [["iam::222222222222:role/ci", "iam::999999999999:role/ReadOnly"]],
    expected: [
      `${place} found the role "ReadOnly", whose name is that of a role of roles, ${alone}`,
      `${place} found the account "999999999999", ${outside}`,
    ],
  },
  {
    title: "an account whose id is faulty once, not that nobody has the right one",
    organization: [['identity: { id: "222222222222"', "identity: { id: 222222222222"]],
    expected: [
      'organization.yaml:12:19 accounts.identity.id: found the number 222222222222 (12 digits), allowed is a string of 12 digits: put it in quotes ("222222222222").',
    ],
  },
  {
    title: "a CI role without a name",
    organization: [named("path/")],
    expected: [
      `${place} found "arn:aws:iam::222222222222:role/path/", allowed is the ARN of one role, arn:aws:iam::111111111111:role/name: correct it.`,
    ],
  },
];

const readOnlyPolicy = '"arn:aws:iam::aws:policy/ReadOnlyAccess"';

/** The policies of a role that operators may switch to everywhere, and the one that counts as write access. */
const writers: [policies: string, writes: string][] = [
  ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/AdministratorAccess"],
  ["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/PowerUserAccess"],
  [
    "arn:aws:iam::aws:policy/SecurityAudit, arn:aws:iam::222222222222:policy/ReadOnlyAccess",
    "arn:aws:iam::222222222222:policy/ReadOnlyAccess",
  ],
  ["arn:aws:iam::aws:policy/x/ReadOnlyAccess", "arn:aws:iam::aws:policy/x/ReadOnlyAccess"],
  [
    "arn:aws:iam::aws:policy/ReadOnlyAccessAndMore",
    "arn:aws:iam::aws:policy/ReadOnlyAccessAndMore",
  ],
];

const harmless = [
  "arn:aws:iam::aws:policy/ReadOnlyAccess",
  "arn:aws:iam::aws:policy/SecurityAudit",
  "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
];

/** The CI role in the account data, and an administrator who may switch into these accounts. */
function administering(accounts: string): Edit[] {
  return [
    ["iam::222222222222:", "iam::444444444444:"],
    [
      "  Auditor: {}",
      "  Auditor: {}\n  Admin: { policies: [arn:aws:iam::aws:policy/IAMFullAccess] }",
    ],
    ["users:\n", `  platform: { switchTo: [{ role: Admin, accounts: ${accounts} }] }\nusers:\n`],
  ];
}

describe("A CI role that is not taken", () => {
  for (const [title, role, owner] of names) {
    itReports({
      title,
      organization: [named(role), nodeRoles],
      expected: [`${place} found the role "${role}", whose name is that of ${owner}, ${alone}`],
    });
  }
  outsiders.forEach(itReports);
  for (const [policies, writes] of writers) {
    itReports({
      title: `an account that people enter with ${policies}`,
      organization: [[readOnlyPolicy, policies]],
      expected: [
        `${place} found a role of the account "identity", where the group "operators" may switch to "ReadOnly" with "${writes}", ${writable}`,
      ],
    });
  }
  for (const accounts of ["[data]", "[Workloads]", '"*"']) {
    itReports({
      title: `an account that administrators of ${accounts} enter`,
      organization: administering(accounts),
      expected: [
        `${place} found a role of the account "data", where the group "platform" may switch to "Admin" with "arn:aws:iam::aws:policy/IAMFullAccess", ${writable}`,
      ],
    });
  }
});

describe("A CI role that is taken", () => {
  const rows: [title: string, edits: Edit[]][] = [
    ["a role below a path of its own", [named("service-role/pipeline/deploy")]],
    ["a role of an account beside those of administrators", administering("[web, Sandbox]")],
    ...harmless.map((policy): [string, Edit[]] => [
      `a role of an account that people enter with ${policy}`,
      [[readOnlyPolicy, policy]],
    ]),
  ];
  for (const [title, organization] of rows) {
    it(`is ${title}`, () => assert.deepEqual(faultLines({ organization }), []));
  }
});
