import { FaultRow, itReports } from "./example";

const rows: FaultRow[] = [
  {
    title: "a weak password policy",
    organization: [
      ["regions:", "identity: { passwordPolicy: { minimumLength: 8, maxAge: 0 } }\nregions:"],
    ],
    expected: [
      "organization.yaml:2:46 identity.passwordPolicy.minimumLength: found the number 8, allowed is a whole number from 14 to 128: change it.",
      "organization.yaml:2:57 identity.passwordPolicy.maxAge: found the number 0, allowed is a whole number from 1 to 1095: change it.",
    ],
  },
  {
    title: "a role that is OSAccess in other case",
    organization: [["  Auditor: {}", "  Auditor: {}\n  OSACCESS: {}"]],
    expected: [
      'organization.yaml:29:3 roles.OSACCESS: found the role name "OSACCESS", which is that of the OSAccess role, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a role with the deploy role's name",
    organization: [["  Auditor: {}", "  Auditor: {}\n  SekishoDeploy: {}"]],
    expected: [
      'organization.yaml:29:3 roles.SekishoDeploy: found the role name "SekishoDeploy", which is that of the deploy role, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a role with the node role's name",
    organization: [["  Auditor: {}", "  Auditor: {}\n  SekishoNode: {}"]],
    expected: [
      'organization.yaml:29:3 roles.SekishoNode: found the role name "SekishoNode", which is that of Sekisho\'s node role, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a role with a name of IAM Identity Center",
    organization: [["  Auditor: {}", "  Auditor: {}\n  AWSReservedSSO_Admin: {}"]],
    expected: [
      'organization.yaml:29:3 roles.AWSReservedSSO_Admin: found the role name "AWSReservedSSO_Admin", which is that of a role of IAM Identity Center, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a role session of 13 hours",
    organization: [["  Auditor: {}", "  Auditor: { maxSession: 13h }"]],
    expected: [
      'organization.yaml:28:26 roles.Auditor.maxSession: found "13h", allowed is a duration from 1h to 12h such as 1h (m minutes, h hours, d days): change it.',
    ],
  },
  {
    title: "a policy by its name",
    organization: [["arn:aws:iam::aws:policy/ReadOnlyAccess", "ReadOnlyAccess"]],
    expected: [
      'organization.yaml:27:26 roles.ReadOnly.policies[0]: found "ReadOnlyAccess", allowed is the ARN of a managed policy, arn:aws:iam::aws:policy/name: correct it.',
    ],
  },
  {
    title: "AWS's own role as deploy role",
    organization: [["role: SekishoDeploy", "role: OrganizationAccountAccessRole"]],
    expected: [
      'organization.yaml:3:17 deploy.role: found the role name "OrganizationAccountAccessRole", which is that of AWS\'s role for the management account, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a wildcard in an automation role",
    organization: [["[PatchAutomation]", '["Patch*"]']],
    expected: [
      'organization.yaml:29:19 automationRoles[0]: found "Patch*", allowed is an exact role name of 1 to 64 letters, digits and _+=,.@- (with a * or ? anyone could create a role that guardrails exempt): name each role.',
    ],
  },
  {
    title: "OSAccess as automation role",
    organization: [["[PatchAutomation]", "[OSAccess]"]],
    expected: [
      'organization.yaml:29:19 automationRoles[0]: found the role name "OSAccess", which is that of the OSAccess role, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "an automation role as node role",
    organization: [
      ["    ou: Workloads\n", "    ou: Workloads\n    nodeRoles: [patchautomation]\n"],
    ],
    expected: [
      'organization.yaml:22:17 accounts.data.nodeRoles[0]: found the role name "patchautomation", which is that of an automation role, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a role with the name that AWS's just-in-time access has",
    organization: [["  Auditor: {}", "  Auditor: {}\n  SSM-JustInTimeAccessTokenRole: {}"]],
    expected: [
      'organization.yaml:29:3 roles.SSM-JustInTimeAccessTokenRole: found the role name "SSM-JustInTimeAccessTokenRole", which is that of AWS\'s just-in-time node access, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "AWS's just-in-time role as automation role",
    organization: [["[PatchAutomation]", "[ssm-justintimeaccesstokenrole]"]],
    expected: [
      'organization.yaml:29:19 automationRoles[0]: found the role name "ssm-justintimeaccesstokenrole", which is that of AWS\'s just-in-time node access, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "AWS's just-in-time role as node role",
    organization: [
      [
        "    ou: Workloads\n",
        "    ou: Workloads\n    nodeRoles: [SSM-JustInTimeAccessTokenRole]\n",
      ],
    ],
    expected: [
      'organization.yaml:22:17 accounts.data.nodeRoles[0]: found the role name "SSM-JustInTimeAccessTokenRole", which is that of AWS\'s just-in-time node access, allowed is a name that no other role has in any case: rename it.',
    ],
  },
  {
    title: "a group with the name of Sekisho's group of all users",
    organization: [["users:\n", "  sekishousers: {}\nusers:\n"]],
    expected: [
      'organization.yaml:32:3 groups.sekishousers: found the group name "sekishousers", which is that of Sekisho\'s group of all users, allowed is a name that no other group has in any case: rename it.',
    ],
  },
  {
    title: "switching to OSAccess",
    organization: [["role: ReadOnly,", "role: OSAccess,"]],
    expected: [
      'organization.yaml:31:35 groups.operators.switchTo[0].role: found "OSAccess", the OSAccess role, allowed is another role, because grants alone let people into an OS: write a grant in grants.yaml.',
    ],
  },
  {
    title: "switching to a role in other case",
    organization: [["role: ReadOnly,", "role: Readonly,"]],
    expected: [
      "organization.yaml:31:35 groups.operators.switchTo[0].role: found \"Readonly\", allowed is a role of roles: did you mean 'ReadOnly'?",
    ],
  },
  {
    title: "switching in an account that is misspelt",
    organization: [['accounts: "*"', "accounts: [wev]"]],
    expected: [
      "organization.yaml:31:56 groups.operators.switchTo[0].accounts[0]: found \"wev\", allowed is an account of accounts or an OU of organizationalUnits: did you mean 'web'?",
    ],
  },
  {
    title: "a star in a list of accounts",
    organization: [['accounts: "*"', 'accounts: ["*"]']],
    expected: [
      'organization.yaml:31:56 groups.operators.switchTo[0].accounts[0]: found "*", allowed is an account of accounts or an OU of organizationalUnits: declare it or correct the name.',
    ],
  },
  {
    title: "a word in place of the star",
    organization: [['accounts: "*"', "accounts: all"]],
    expected: [
      'organization.yaml:31:55 groups.operators.switchTo[0].accounts: found "all", allowed is "*" or a list of accounts and OUs: choose one.',
    ],
  },
  {
    title: "a user whose name breaks session tags",
    organization: [["  bob: {}", '  "bob,jr": {}']],
    expected: [
      'organization.yaml:34:3 users.bob,jr: found the name "bob,jr", allowed is a name of 2 to 64 letters, digits and _=.@- (it becomes the session\'s name and a session tag): rename the user.',
    ],
  },
  {
    title: "a user whose name is too short for a session",
    organization: [["  bob: {}", "  b: {}"]],
    expected: [
      'organization.yaml:34:3 users.b: found the name "b", allowed is a name of 2 to 64 letters, digits and _=.@- (it becomes the session\'s name and a session tag): rename the user.',
    ],
  },
  {
    title: "two users whose names differ by case alone",
    organization: [["  bob: {}", "  bob: {}\n  Bob: {}"]],
    expected: [
      'organization.yaml:35:3 users.Bob: found the name "Bob" beside "bob", allowed are names that differ by more than case, as IAM has it: rename one.',
    ],
  },
  {
    title: "a user in a group that does not exist",
    organization: [["groups: [operators]", "groups: [operator]"]],
    expected: [
      "organization.yaml:33:21 users.alice.groups[0]: found \"operator\", allowed is a group of groups: did you mean 'operators'?",
    ],
  },
];

describe("Roles, groups and users that are not taken", () => rows.forEach(itReports));
