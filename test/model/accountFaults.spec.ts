import { FaultRow, itReports } from "./example";

const rows: FaultRow[] = [
  {
    title: "an account id of 13 digits",
    organization: [['"333333333333"', '"3333333333333"']],
    expected: [
      'organization.yaml:14:9 accounts.web.id: found "3333333333333" (13 digits), allowed is a string of 12 digits: correct the id.',
    ],
  },
  {
    title: "an account id without quotes",
    organization: [['"333333333333"', "333333333333"]],
    expected: [
      'organization.yaml:14:9 accounts.web.id: found the number 333333333333 (12 digits), allowed is a string of 12 digits: put it in quotes ("333333333333").',
    ],
  },
  {
    title: "an account id without quotes that starts with 0",
    organization: [['"333333333333"', "012345678901"]],
    expected: [
      'organization.yaml:14:9 accounts.web.id: found the number 012345678901 (12 digits), allowed is a string of 12 digits: put it in quotes ("012345678901").',
    ],
  },
  {
    title: "an account id of 13 digits without quotes",
    organization: [['"333333333333"', "3333333333333"]],
    expected: [
      "organization.yaml:14:9 accounts.web.id: found the number 3333333333333 (13 digits), allowed is a string of 12 digits: correct the id and put it in quotes.",
    ],
  },
  {
    title: "an account id with hyphens",
    organization: [['"333333333333"', "3333-3333-3333"]],
    expected: [
      'organization.yaml:14:9 accounts.web.id: found "3333-3333-3333", allowed is a string of 12 digits: correct the id.',
    ],
  },
  {
    title: "a key without a value",
    organization: [['id: "333333333333"', "id:"]],
    expected: [
      "organization.yaml:14:5 accounts.web.id: found an empty value, allowed is a string of 12 digits: correct the id.",
    ],
  },
  {
    title: "a number as e-mail address",
    organization: [["email: aws+web@example.com", "email: 12"]],
    expected: [
      "organization.yaml:15:12 accounts.web.email: found the number 12, allowed is an e-mail address of 6 to 64 characters: correct it and put it in quotes.",
    ],
  },
  {
    title: "a boolean as OU",
    organization: [["    ou: Workloads\n", "    ou: true\n"]],
    expected: [
      'organization.yaml:21:9 accounts.data.ou: found true, allowed is the path of an OU: put it in quotes ("true").',
    ],
  },
  {
    title: "an account without an e-mail address",
    organization: [["    email: aws+web@example.com\n", ""]],
    expected: [
      "organization.yaml:13:3 accounts.web.email: found nothing, allowed is an e-mail address of 6 to 64 characters: add the key 'email'.",
    ],
  },
  {
    title: "two accounts with one id",
    organization: [['"444444444444"', '"333333333333"']],
    expected: [
      'organization.yaml:19:9 accounts.data.id: found "333333333333", which "web" has too, allowed is the id of one account: correct one.',
    ],
  },
  {
    title: "two accounts with one e-mail address in other case",
    organization: [["aws+data@", "AWS+web@"]],
    expected: [
      'organization.yaml:20:12 accounts.data.email: found "AWS+web@example.com", which "web" has too, allowed is the e-mail address of one account: correct one.',
    ],
  },
  {
    title: "an account that is neither known nor managed",
    organization: [['    id: "444444444444"\n', ""]],
    expected: [
      "organization.yaml:18:3 accounts.data: found neither id nor managed, allowed is at least one: write the account's id, or managed: true to have it created.",
    ],
  },
  {
    title: "an account in an OU that is misspelt",
    organization: [["ou: Workloads/Production", "ou: Workloads/Prodution"]],
    expected: [
      "organization.yaml:16:9 accounts.web.ou: found \"Workloads/Prodution\", allowed is an OU of organizationalUnits: did you mean 'Workloads/Production'?",
    ],
  },
  {
    title: "an account in an OU that nothing resembles",
    organization: [["ou: Workloads/Production", "ou: Elsewhere"]],
    expected: [
      'organization.yaml:16:9 accounts.web.ou: found "Elsewhere", allowed is an OU of organizationalUnits: declare it or correct the name.',
    ],
  },
  {
    title: "an unknown key at the top",
    organization: [["automationRoles:", "automationRole:"]],
    expected: [
      "organization.yaml:29:1 automationRole: found the key \"automationRole\", allowed are organization, regions, deploy, identity, organizationalUnits, accounts, guardrails, osAccess, roles, automationRoles, groups, users: did you mean 'automationRoles'?",
    ],
  },
  {
    title: "an unknown key in place of a key that must be there",
    organization: [["root: r-ab12", "rootId: r-ab12"]],
    expected: [
      "organization.yaml:1:1 organization.root: found nothing, allowed is r- and 4 to 32 small letters or digits: add the key 'root'.",
      'organization.yaml:1:35 organization.rootId: found the key "rootId", allowed are id, root, management, identity, partition: remove it.',
    ],
  },
  {
    title: "an unknown key of deploy",
    organization: [["deploy: {", "deploy: { externalId: x,"]],
    expected: [
      'organization.yaml:3:11 deploy.externalId: found the key "externalId", allowed are role, trustedBy: remove it.',
    ],
  },
  {
    title: "an unknown key of an OU",
    organization: [["Workloads: { id", "Workloads: { ID: x, id"]],
    expected: [
      'organization.yaml:5:16 organizationalUnits.Workloads.ID: found the key "ID", allowed are id, managed, osAccess: remove it.',
    ],
  },
  {
    title: "an unknown key of an account",
    organization: [["    ou: Workloads\n", "    owner: x\n    ou: Workloads\n"]],
    expected: [
      'organization.yaml:21:5 accounts.data.owner: found the key "owner", allowed are id, email, ou, managed, osAccess, adopt, nodeRoles: remove it.',
    ],
  },
  {
    title: "an unknown key of guardrails",
    organization: [["{ attach: [", "{ detach: [], attach: ["]],
    expected: [
      'organization.yaml:22:15 guardrails.detach: found the key "detach", allowed are attach, policies: remove it.',
    ],
  },
  {
    title: "an unknown key of an account's osAccess",
    organization: [["{ channels: [shell, rdp] }", "{ channel: [shell, rdp] }"]],
    expected: [
      "organization.yaml:17:17 accounts.web.osAccess.channel: found the key \"channel\", allowed are channels, nodes, idleTimeout, maxSession, maxGrant, sourceIp, logs, runAs, promptTag, sudo, mode, windows, sessionExpiry, alarmTopic, requesters, role: did you mean 'channels'?",
    ],
  },
  {
    title: "an unknown key of logs",
    organization: [["{ reader: Auditor }", "{ reader: Auditor, s4: {} }"]],
    expected: [
      "organization.yaml:25:28 osAccess.logs.s4: found the key \"s4\", allowed are s3, cloudWatch, reader: did you mean 's3'?",
    ],
  },
  {
    title: "an unknown key of logs.s3",
    organization: [["{ reader: Auditor }", "{ reader: Auditor, s3: { retain: 3d } }"]],
    expected: [
      'organization.yaml:25:34 osAccess.logs.s3.retain: found the key "retain", allowed are retention, objectLock: remove it.',
    ],
  },
  {
    title: "an unknown key of nodes",
    organization: [["{ tag: { os-access: allowed } }", "{ tags: { os-access: allowed } }"]],
    expected: [
      "organization.yaml:24:12 osAccess.nodes.tags: found the key \"tags\", allowed are tag, ids: did you mean 'tag'?",
    ],
  },
  {
    title: "an unknown key of a role",
    organization: [["  Auditor: {}", "  Auditor: { policy: [] }"]],
    expected: [
      'organization.yaml:28:14 roles.Auditor.policy: found the key "policy", allowed are policies, maxSession: remove it.',
    ],
  },
  {
    title: "a misspelt key of switchTo",
    organization: [['accounts: "*"', 'account: "*"']],
    expected: [
      "organization.yaml:31:45 groups.operators.switchTo[0].account: found the key \"account\", allowed are role, accounts: did you mean 'accounts'?",
    ],
  },
  {
    title: "an unknown key of a user",
    organization: [["  bob: {}", "  bob: { group: [] }"]],
    expected: [
      "organization.yaml:34:10 users.bob.group: found the key \"group\", allowed are groups: did you mean 'groups'?",
    ],
  },
  {
    title: "an unknown key that every JavaScript object has",
    organization: [["  bob: {}", "  bob: { constructor: [] }"]],
    expected: [
      'organization.yaml:34:10 users.bob.constructor: found the key "constructor", allowed are groups: remove it.',
    ],
  },
  {
    title: "an unknown key of a grant",
    grants: [["approver: bob", "approvedBy: bob"]],
    expected: [
      "grants.yaml:2:5 grants[0].approver: found nothing, allowed is a line of 1 to 64 visible characters: add the key 'approver'.",
      'grants.yaml:8:5 grants[0].approvedBy: found the key "approvedBy", allowed are id, user, accounts, nodes, channels, from, until, hardEnd, revoked, reason, ticket, approver: remove it.',
    ],
  },
];

describe("Accounts and keys that are not taken", () => rows.forEach(itReports));
