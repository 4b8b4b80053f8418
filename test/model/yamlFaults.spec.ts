import { FaultRow, itReports } from "./example";

const rows: FaultRow[] = [
  {
    title: "a tab as indentation",
    organization: [["    email: aws+web@", "\temail: aws+web@"]],
    expected: [
      "organization.yaml:15:1: found a tab in the indentation, allowed are spaces: replace the tab.",
    ],
  },
  {
    title: "a line that is indented by too little",
    organization: [["    email: aws+web@", "   email: aws+web@"]],
    expected: [
      "organization.yaml:15:1: found text that is not YAML (All mapping items must start at the same column), allowed is YAML 1.2: correct the line.",
    ],
  },
  {
    title: "a key twice",
    organization: [["regions:", "regions: [eu-west-1]\nregions:"]],
    expected: [
      'organization.yaml:3:1 regions: found the key "regions" again, it is already in line 2, allowed is one of each: remove one of the two.',
    ],
  },
  {
    title: "an account twice",
    organization: [["  data:\n", "  web:\n"]],
    expected: [
      'organization.yaml:18:3 accounts.web: found the key "web" again, it is already in line 13, allowed is one of each: remove one of the two.',
    ],
  },
  {
    title: "a second document",
    organization: [["roles:\n", "---\nroles:\n"]],
    expected: [
      "organization.yaml:26:1: found a second document, allowed is one: remove the line '---' and what follows.",
    ],
  },
  {
    title: "an anchor and its alias",
    organization: [
      ["[ap-northeast-1, us-east-1]", "&r [ap-northeast-1, us-east-1]"],
      ["    ou: Workloads\n", "    ou: Workloads\n    adopt: *r\n"],
    ],
    expected: [
      "organization.yaml:2:13 regions: found the anchor &r, allowed is plain YAML without anchors, aliases, merge keys and tags: remove it.",
      "organization.yaml:22:12 accounts.data.adopt: found the alias *r, allowed is plain YAML without anchors, aliases, merge keys and tags: write the value out.",
    ],
  },
  {
    title: "a merge key",
    organization: [["  Auditor: {}", "  Auditor: { <<: {} }"]],
    expected: [
      'organization.yaml:28:14 roles.Auditor: found the merge key "<<", allowed is plain YAML without anchors, aliases, merge keys and tags: write the keys out.',
    ],
  },
  {
    title: "a tag",
    organization: [["us-east-1]", "!!str us-east-1]"]],
    expected: [
      "organization.yaml:2:33 regions[1]: found the tag tag:yaml.org,2002:str, allowed is plain YAML without anchors, aliases, merge keys and tags: remove it.",
    ],
  },
  {
    title: "a key that JavaScript would take for a prototype",
    organization: [["  bob: {}", "  bob: {}\n  __proto__: { groups: [operators] }"]],
    expected: [
      'organization.yaml:35:3 users: found the key "__proto__", allowed is any other name: choose another name.',
    ],
  },
  {
    title: "a key that YAML reads as a number",
    organization: [["  bob: {}", "  12: {}"]],
    expected: [
      'organization.yaml:34:3 users.12: found the key "12", which YAML reads as a number, allowed is text: put the key in quotes ("12").',
    ],
  },
  {
    title: "a key that is a list",
    organization: [["  bob: {}", "  ? [a]\n  : {}"]],
    expected: [
      "organization.yaml:34:5 users: found a key that is not text, allowed is plain YAML without anchors, aliases, merge keys and tags: write a name.",
    ],
  },
  {
    title: "a NUL",
    organization: [["aws+web@", "aws+\u0000web@"]],
    expected: [
      "organization.yaml:15:16: found the control character \\u0000, allowed is text: remove it.",
    ],
  },
  {
    title: "a quote that is not closed",
    organization: [['"444444444444"', '"444444444444']],
    expected: [
      'organization.yaml:19:22: found text that is not YAML (Missing closing "quote), allowed is YAML 1.2: correct the line.',
    ],
  },
  {
    title: "a directive for another version of YAML",
    organization: [["organization: {", "%YAML 1.1\n---\norganization: {"]],
    expected: [
      "organization.yaml:1:1: found a directive for YAML 1.1, allowed is YAML 1.2: remove it.",
    ],
  },
  {
    title: "a colon in a value without quotes",
    organization: [['"arn:aws:iam::222222222222:role/ci"', "a: b"]],
    expected: [
      "organization.yaml:3:43: found text that is not YAML (Block collections are not allowed within flow collections), allowed is YAML 1.2: correct the line.",
    ],
  },
];

describe("YAML that is not read", () => rows.forEach(itReports));
