import { FaultRow, itReports } from "./example";

const rows: FaultRow[] = [
  {
    title: "an OU six levels down",
    organization: [
      [
        "  Sandbox: {",
        "  Workloads/a: { managed: true }\n  Workloads/a/b: { managed: true }\n  Workloads/a/b/c: { managed: true }\n  Workloads/a/b/c/d: { managed: true }\n  Workloads/a/b/c/d/e: { managed: true }\n  Sandbox: {",
      ],
    ],
    expected: [
      "organization.yaml:13:3 organizationalUnits.Workloads/a/b/c/d/e: found an OU 6 levels below the root, allowed are 5: move it up.",
    ],
  },
  {
    title: "an OU whose parent is not declared",
    organization: [["  Sandbox: {", "  Workload/Test: { managed: true }\n  Sandbox: {"]],
    expected: [
      "organization.yaml:9:3 organizationalUnits.Workload/Test: found the parent \"Workload\", allowed is a parent that is declared: did you mean 'Workloads'?",
    ],
  },
  {
    title: "the id of an OU of another root",
    organization: [["ou-ab12-22222222", "ou-cd34-22222222"]],
    expected: [
      'organization.yaml:7:9 organizationalUnits.Workloads/Production.id: found "ou-cd34-22222222", allowed is an OU of the root r-ab12, ou-ab12-...: correct one of the two.',
    ],
  },
  {
    title: "two OUs with one id",
    organization: [["ou-ab12-22222222", "ou-ab12-11111111"]],
    expected: [
      'organization.yaml:7:9 organizationalUnits.Workloads/Production.id: found "ou-ab12-11111111", which "Workloads" has too, allowed is the id of one OU: correct one.',
    ],
  },
  {
    title: "an OU id that is too short",
    organization: [["ou-ab12-22222222", "ou-ab12-2222"]],
    expected: [
      'organization.yaml:7:9 organizationalUnits.Workloads/Production.id: found "ou-ab12-2222", allowed is ou-, the root\'s 4 to 32 letters or digits, - and 8 to 32 letters or digits: correct the id.',
    ],
  },
  {
    title: "an OU that is neither known nor managed",
    organization: [["Sandbox: { managed: true }", "Sandbox: { managed: false }"]],
    expected: [
      "organization.yaml:9:3 organizationalUnits.Sandbox: found neither id nor managed, allowed is at least one: write the OU's id, or managed: true to have it created.",
    ],
  },
  {
    title: "an OU without a name",
    organization: [["  Sandbox: { managed", "  Sandbox/: { managed"]],
    expected: [
      'organization.yaml:9:3 organizationalUnits.Sandbox/: found the name "Sandbox/", allowed is names of 1 to 128 visible characters from the root down with / between them: correct the path.',
      "organization.yaml:22:35 guardrails.attach[1]: found \"Sandbox\", allowed is an OU of organizationalUnits or an account of accounts: did you mean 'Sandbox/'?",
    ],
  },
  {
    title: "an OU whose name ends with a space",
    organization: [
      ["  Workloads/Production:", "  Workloads /Production:"],
      ["ou: Workloads/Production", "ou: Workloads /Production"],
    ],
    expected: [
      'organization.yaml:6:3 organizationalUnits["Workloads /Production"]: found the path "Workloads /Production", a name with a space at its end, allowed is a name without: remove it.',
      'organization.yaml:6:3 organizationalUnits["Workloads /Production"]: found the parent "Workloads ", allowed is a parent that is declared: did you mean \'Workloads\'?',
    ],
  },
  {
    title: "an account with a reserved name",
    organization: [["  data:\n", "  root:\n"]],
    expected: [
      'organization.yaml:18:3 accounts.root: found the name "root", allowed is a name other than all, none and root: rename it.',
    ],
  },
  {
    title: "an account whose name starts with a digit",
    organization: [["  data:\n", "  1data:\n"]],
    expected: [
      'organization.yaml:18:3 accounts.1data: found the name "1data", allowed is a name of 1 to 50 letters, digits and _.- that starts with a letter (it names the account\'s stack): rename it.',
    ],
  },
  {
    title: "an account whose name has a space",
    organization: [["  data:\n", "  data lake:\n"]],
    expected: [
      'organization.yaml:18:3 accounts["data lake"]: found the name "data lake", allowed is a name of 1 to 50 letters, digits and _.- that starts with a letter (it names the account\'s stack): rename it.',
    ],
  },
  {
    title: "two accounts whose names differ by case alone",
    organization: [["  data:\n", "  Web:\n"]],
    expected: [
      'organization.yaml:18:3 accounts.Web: found the name "Web" beside "web", allowed are names that differ by more than case: rename one.',
    ],
  },
  {
    title: "an account with the name of an OU",
    organization: [["  data:\n", "  Sandbox:\n"]],
    expected: [
      'organization.yaml:18:3 accounts.Sandbox: found the name "Sandbox", which an OU has too, allowed is a name of its own, because guardrails.attach names both: rename the account.',
    ],
  },
  {
    title: "a management account that is misspelt",
    organization: [["management: management", "management: managment"]],
    expected: [
      "organization.yaml:1:61 organization.management: found \"managment\", allowed is an account of accounts: did you mean 'management'?",
    ],
  },
  {
    title: "the management account as identity account",
    organization: [["identity: identity }", "identity: management }"]],
    expected: [
      'organization.yaml:1:83 organization.identity: found "management", the management account, allowed is another account, because SCPs do not reach the management account\'s users: name another account.',
    ],
  },
  {
    title: "an identity account whose id is not known",
    organization: [['identity: { id: "222222222222",', "identity: { managed: true,"]],
    expected: [
      'organization.yaml:1:83 organization.identity: found "identity", which has no id, allowed is an account whose id is known: write its id.',
      'organization.yaml:3:43 deploy.trustedBy: found the account "222222222222", allowed is one of accounts, because the deploy role trusts nobody outside the organization: declare it or name a role of another account.',
    ],
  },
  {
    title: "guardrails on the management account",
    organization: [["[Workloads, Sandbox]", "[Workloads, management]"]],
    expected: [
      'organization.yaml:22:35 guardrails.attach[1]: found "management", the management account, allowed is an OU or a member account, because SCPs have no effect in that one: remove it.',
    ],
  },
  {
    title: "guardrails on an OU that does not exist",
    organization: [["[Workloads, Sandbox]", "[Workload, Sandbox]"]],
    expected: [
      "organization.yaml:22:24 guardrails.attach[0]: found \"Workload\", allowed is an OU of organizationalUnits or an account of accounts: did you mean 'Workloads'?",
    ],
  },
  {
    title: "guardrails twice on one OU",
    organization: [["[Workloads, Sandbox]", "[Workloads, Workloads]"]],
    expected: [
      'organization.yaml:22:35 guardrails.attach[1]: found "Workloads", allowed is each entry once: remove the repetition.',
    ],
  },
  {
    title: "two guardrail targets with one stack name",
    organization: [
      ["  Sandbox: {", "  Workloads.Production: { managed: true }\n  Sandbox: {"],
      ["[Workloads, Sandbox]", "[Workloads.Production, Workloads/Production]"],
    ],
    expected: [
      'organization.yaml:23:46 guardrails.attach[1]: found "Workloads/Production", whose stack would have the name of that of "Workloads.Production", allowed is one of them: rename the other.',
    ],
  },
  {
    title: "policies for a target without guardrails",
    organization: [
      ["attach: [Workloads, Sandbox]", "attach: [Workloads], policies: { Workload: [a.json] }"],
    ],
    policies: { "a.json": "{}" },
    expected: [
      "organization.yaml:22:48 guardrails.policies.Workload: found \"Workload\", allowed is a target of guardrails.attach: did you mean 'Workloads'?",
    ],
  },
  {
    title: "a policy file outside the folder",
    organization: [
      ["attach: [Workloads, Sandbox]", "attach: [Workloads], policies: { Workloads: [../a.json] }"],
    ],
    expected: [
      'organization.yaml:22:60 guardrails.policies.Workloads[0]: found "../a.json", allowed is the path of a .json file below this file\'s folder: correct it.',
    ],
  },
  {
    title: "a region that is none",
    organization: [["us-east-1]", "us-east]"]],
    expected: [
      'organization.yaml:2:27 regions[1]: found "us-east", allowed is a region such as ap-northeast-1: correct it.',
    ],
  },
  {
    title: "a region twice",
    organization: [["us-east-1]", "ap-northeast-1]"]],
    expected: [
      'organization.yaml:2:27 regions[1]: found "ap-northeast-1", allowed is each entry once: remove the repetition.',
    ],
  },
  {
    title: "no region",
    organization: [["[ap-northeast-1, us-east-1]", "[]"]],
    expected: [
      "organization.yaml:2:10 regions: found an empty list, allowed is a list of at least one: write [...] with an entry.",
    ],
  },
  {
    title: "a region of another partition",
    organization: [["us-east-1]", "cn-north-1]"]],
    expected: [
      'organization.yaml:2:27 regions[1]: found "cn-north-1", a region of aws-cn, allowed are regions of the partition aws: correct one of the two.',
    ],
  },
  {
    title: "documents to adopt in a region without sessions",
    organization: [["    ou: Workloads\n", "    ou: Workloads\n    adopt: [us-east-2]\n"]],
    expected: [
      "organization.yaml:22:13 accounts.data.adopt[0]: found \"us-east-2\", allowed is a region of regions: did you mean 'us-east-1'?",
    ],
  },
  {
    title: "an organization id that is too short",
    organization: [["o-a1b2c3d4e5", "o-123"]],
    expected: [
      'organization.yaml:1:21 organization.id: found "o-123", allowed is o- and 10 to 32 small letters or digits: correct the id.',
    ],
  },
  {
    title: "a wildcard in the CI role's ARN",
    organization: [["role/ci", "role/ci-*"]],
    expected: [
      'organization.yaml:3:43 deploy.trustedBy: found "arn:aws:iam::222222222222:role/ci-*", allowed is the ARN of one role, arn:aws:iam::111111111111:role/name: correct it.',
    ],
  },
  {
    title: "the CI role's ARN in another partition",
    organization: [["arn:aws:iam::222222222222", "arn:aws-cn:iam::222222222222"]],
    expected: [
      'organization.yaml:3:43 deploy.trustedBy: found "arn:aws-cn:iam::222222222222:role/ci", allowed is an ARN of the partition aws: correct one of the two.',
    ],
  },
];

describe("OUs, names and targets that are not taken", () => rows.forEach(itReports));
