import { FaultRow, itReports } from "./example";

const readerWithPolicies =
  'found "ReadOnly", which has the policies "arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit", allowed is a role without policies, because a reader\'s rights come from Sekisho alone: make a role of its own.';

const rows: FaultRow[] = [
  {
    title: "a channel in capitals",
    organization: [["[shell, rdp]", "[shell, RDP]"]],
    expected: [
      'organization.yaml:17:35 accounts.web.osAccess.channels[1]: found "RDP", allowed is one of shell, rdp, port-forward, ssh: choose one.',
    ],
  },
  {
    title: "no channel",
    organization: [["[shell, rdp]", "[]"]],
    expected: [
      "organization.yaml:17:27 accounts.web.osAccess.channels: found an empty list, allowed is a list of at least one: write [...] with an entry.",
    ],
  },
  {
    title: "a word where a list must be",
    organization: [["[shell, rdp]", "shell"]],
    expected: [
      'organization.yaml:17:27 accounts.web.osAccess.channels: found "shell", allowed is a list of at least one: write [...] with an entry.',
    ],
  },
  {
    title: "an account with another name for OSAccess",
    organization: [["{ channels: [shell, rdp] }", "{ role: Other }"]],
    expected: [
      'organization.yaml:17:23 accounts.web.osAccess.role: found "Other", allowed is one name for the whole organization, under osAccess: remove it.',
    ],
  },
  {
    title: "nodes with two tags",
    organization: [["{ os-access: allowed }", "{ a: b, c: d }"]],
    expected: [
      "organization.yaml:24:17 osAccess.nodes.tag: found a map, allowed is exactly one tag: keep one.",
    ],
  },
  {
    title: "a tag value that YAML reads as a number",
    organization: [["os-access: allowed", "os-access: 1"]],
    expected: [
      'organization.yaml:24:30 osAccess.nodes.tag.os-access: found the number 1, allowed is a tag value of 1 to 256 letters, digits, spaces and +-=._:/@: put it in quotes ("1").',
    ],
  },
  {
    title: "a tag key of AWS",
    organization: [["os-access: allowed", "aws:x: y"]],
    expected: [
      'organization.yaml:24:19 osAccess.nodes.tag["aws:x"]: found the name "aws:x", allowed is a tag key of 1 to 128 letters, digits, spaces and +-=._:/@ that does not start with \'aws:\': correct it.',
    ],
  },
  {
    title: "a node id that is too short",
    organization: [["{ tag: { os-access: allowed } }", "{ ids: [i-123] }"]],
    expected: [
      'organization.yaml:24:18 osAccess.nodes.ids[0]: found "i-123", allowed is an instance id (i- and 8 or 17 hexadecimal digits) or a managed node id (mi- and 17): correct it.',
    ],
  },
  {
    title: "nodes by tag and by id",
    organization: [
      ["{ tag: { os-access: allowed } }", "{ tag: { a: b }, ids: [i-0123456789abcdef0] }"],
    ],
    expected: [
      "organization.yaml:24:10 osAccess.nodes: found a map, allowed is either tag or ids: keep one of the two.",
    ],
  },
  {
    title: "nodes by an unknown word",
    organization: [["{ tag: { os-access: allowed } }", "some"]],
    expected: [
      'organization.yaml:24:10 osAccess.nodes: found "some", allowed is all, { tag: { Key: value } } or { ids: [...] }: choose one.',
    ],
  },
  {
    title: "a duration without a unit",
    organization: [["maxGrant: 8h", "maxGrant: 8"]],
    expected: [
      "organization.yaml:8:27 organizationalUnits.Workloads/Production.osAccess.maxGrant: found the number 8, allowed is a duration from 15m to 31d such as 15m (m minutes, h hours, d days): change it and put it in quotes.",
    ],
  },
  {
    title: "a duration in two units",
    organization: [["maxGrant: 8h", "maxGrant: 1h30m"]],
    expected: [
      'organization.yaml:8:27 organizationalUnits.Workloads/Production.osAccess.maxGrant: found "1h30m", allowed is a duration from 15m to 31d such as 15m (m minutes, h hours, d days): change it.',
    ],
  },
  {
    title: "a duration of nothing",
    organization: [["maxGrant: 8h", "maxGrant: 0h"]],
    expected: [
      'organization.yaml:8:27 organizationalUnits.Workloads/Production.osAccess.maxGrant: found "0h", allowed is a duration from 15m to 31d such as 15m (m minutes, h hours, d days): change it.',
    ],
  },
  {
    title: "a grant window of more than a month",
    organization: [["maxGrant: 8h", "maxGrant: 32d"]],
    expected: [
      'organization.yaml:8:27 organizationalUnits.Workloads/Production.osAccess.maxGrant: found "32d", allowed is a duration from 15m to 31d such as 15m (m minutes, h hours, d days): change it.',
    ],
  },
  {
    title: "an idle timeout beyond what Session Manager takes",
    organization: [["  logs: {", "  idleTimeout: 61m\n  logs: {"]],
    expected: [
      'organization.yaml:25:16 osAccess.idleTimeout: found "61m", allowed is a duration from 1m to 60m such as 1m (m minutes, h hours, d days): change it.',
    ],
  },
  {
    title: "a CIDR with host bits",
    organization: [["  logs: {", "  sourceIp: [203.0.113.5/24]\n  logs: {"]],
    expected: [
      'organization.yaml:25:14 osAccess.sourceIp[0]: found "203.0.113.5/24", allowed is the first address of a range: write 203.0.113.0/24.',
    ],
  },
  {
    title: "an address without a prefix",
    organization: [["  logs: {", "  sourceIp: [203.0.113.5]\n  logs: {"]],
    expected: [
      'organization.yaml:25:14 osAccess.sourceIp[0]: found "203.0.113.5", allowed is a CIDR such as 203.0.113.0/24 or 2001:db8::/32: correct it.',
    ],
  },
  {
    title: "an IPv6 range with host bits",
    organization: [["  logs: {", "  sourceIp: ['2001:db8::1/32']\n  logs: {"]],
    expected: [
      'organization.yaml:25:14 osAccess.sourceIp[0]: found "2001:db8::1/32", allowed is the first address of a range: write 2001:db8::/32.',
    ],
  },
  {
    title: "a prefix of 33 bits",
    organization: [["  logs: {", "  sourceIp: [203.0.113.0/33]\n  logs: {"]],
    expected: [
      'organization.yaml:25:14 osAccess.sourceIp[0]: found "203.0.113.0/33", allowed is a CIDR such as 203.0.113.0/24 or 2001:db8::/32: correct it.',
    ],
  },
  {
    title: "a retention that CloudWatch Logs does not take",
    organization: [["{ reader: Auditor }", "{ reader: Auditor, cloudWatch: { retention: 100d } }"]],
    expected: [
      'organization.yaml:25:53 osAccess.logs.cloudWatch.retention: found "100d", allowed is one of 1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d, 120d, 150d, 180d, 365d, 400d, 545d, 731d, 1096d, 1827d, 2192d, 2557d, 2922d, 3288d, 3653d: change it.',
    ],
  },
  {
    title: "false in place of off",
    organization: [["{ reader: Auditor }", "{ reader: Auditor, cloudWatch: false }"]],
    expected: [
      "organization.yaml:25:40 osAccess.logs.cloudWatch: found false, allowed is off or { retention: 90d }: choose one.",
    ],
  },
  {
    title: "a retention in hours",
    organization: [["{ reader: Auditor }", "{ reader: Auditor, s3: { retention: 12h } }"]],
    expected: [
      'organization.yaml:25:45 osAccess.logs.s3.retention: found "12h", allowed is a number of days such as 400d: change it.',
    ],
  },
  {
    title: "nobody to read the transcripts",
    organization: [["  logs: { reader: Auditor }\n", ""]],
    expected: [
      "organization.yaml:23:1 osAccess.logs.reader: found nothing, allowed is the role of roles that reads transcripts: add the key 'reader'.",
    ],
  },
  {
    title: "a reader that is no role",
    organization: [["reader: Auditor", "reader: Auditr"]],
    expected: [
      "organization.yaml:25:19 osAccess.logs.reader: found \"Auditr\", allowed is a role of roles: did you mean 'Auditor'?",
    ],
  },
  {
    title: "a requester of just-in-time access that is no role",
    organization: [["  logs: {", "  requesters: [Audito]\n  logs: {"]],
    expected: [
      "organization.yaml:25:16 osAccess.requesters[0]: found \"Audito\", allowed is a role of roles: did you mean 'Auditor'?",
    ],
  },
  {
    title: "sessions as root",
    organization: [["  logs: {", "  runAs: root\n  logs: {"]],
    expected: [
      'organization.yaml:25:10 osAccess.runAs: found "root", allowed is off, or an OS user of small letters, digits, _ and -, other than root: correct it.',
    ],
  },
  {
    title: "a reader with policies of its own, at each level",
    organization: [
      ["reader: Auditor", "reader: ReadOnly"],
      ["{ maxGrant: 8h }", "{ logs: { reader: ReadOnly } }"],
      ['ReadOnlyAccess"', 'ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit"'],
    ],
    expected: [
      `organization.yaml:8:33 organizationalUnits.Workloads/Production.osAccess.logs.reader: ${readerWithPolicies}`,
      `organization.yaml:25:19 osAccess.logs.reader: ${readerWithPolicies}`,
    ],
  },
  {
    title: "an unknown mode",
    organization: [["  logs: {", "  mode: jit\n  logs: {"]],
    expected: [
      'organization.yaml:25:9 osAccess.mode: found "jit", allowed is one of grants, just-in-time-node-access: choose one.',
    ],
  },
];

describe("OS access that is not taken", () => rows.forEach(itReports));
