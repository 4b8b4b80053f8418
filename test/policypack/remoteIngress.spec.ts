import { noRemoteIngress } from "../../policypack/remoteIngress";
import { Given, assertMessages, unknown, violations } from "./support";

const types = {
  group: "aws:ec2/securityGroup:SecurityGroup",
  rule: "aws:ec2/securityGroupRule:SecurityGroupRule",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
};
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22 };
const rule = (changes: object): Given => ({
  type: types.rule,
  props: { type: "ingress", ...ssh, cidrBlocks: ["0.0.0.0/0"], ...changes },
});
const mustNot = (source: string, ports: string, title = "security group rule") =>
  `The ${title} 'subject' must not let ${source} in on port ${ports}: ` +
  "SSH and RDP are ways in without a name and a transcript. Remove the rule and use Session Manager.";

describe("no-remote-ingress", () => {
  const cases: { title: string; given: Given; allowed?: string[]; expected: string[] }[] = [
    { title: "blocks SSH from anywhere", given: rule({}), expected: [mustNot("0.0.0.0/0", "22")] },
    {
      title: "blocks RDP from anywhere, over IPv6 and UDP too",
      given: rule({
        protocol: "udp",
        fromPort: 3389,
        toPort: 3389,
        cidrBlocks: undefined,
        ipv6CidrBlocks: ["::/0"],
      }),
      expected: [mustNot("::/0", "3389")],
    },
    {
      title: "blocks a range that takes both in",
      given: rule({ fromPort: 0, toPort: 65535 }),
      expected: [mustNot("0.0.0.0/0", "22 and 3389")],
    },
    {
      title: "blocks every protocol at once",
      given: rule({ protocol: "-1", fromPort: 0, toPort: 0 }),
      expected: [mustNot("0.0.0.0/0", "22 and 3389")],
    },
    {
      title: "blocks a single address of the internet",
      given: rule({ cidrBlocks: ["203.0.113.7/32"] }),
      expected: [mustNot("203.0.113.7/32", "22")],
    },
    {
      title: "blocks a network that reaches beyond the private ones",
      given: rule({ cidrBlocks: ["10.0.0.0/7"] }),
      expected: [mustNot("10.0.0.0/7", "22")],
    },
    {
      title: "blocks what is no network, which may be anyone",
      given: rule({ cidrBlocks: ["office"] }),
      expected: [mustNot("office", "22")],
    },
    {
      title: "blocks a prefix list, and says that nobody knows it",
      given: rule({ cidrBlocks: undefined, prefixListIds: ["pl-0123"] }),
      expected: [mustNot("the prefix list pl-0123, whose networks nobody knows here,", "22")],
    },
    {
      title: "accepts the private networks",
      given: rule({
        cidrBlocks: ["10.0.0.0/8", "172.20.0.0/16", "192.168.1.0/24", "100.64.0.0/10"],
        ipv6CidrBlocks: ["fd00::/8"],
      }),
      expected: [],
    },
    {
      title: "accepts a network and a prefix list that the configuration names",
      given: rule({ cidrBlocks: ["203.0.113.7/32"], prefixListIds: ["pl-0123"] }),
      allowed: ["203.0.113.0/24", "pl-0123"],
      expected: [],
    },
    {
      title: "does not take a larger network for an allowed one",
      given: rule({ cidrBlocks: ["203.0.0.0/16"] }),
      allowed: ["203.0.113.0/24"],
      expected: [mustNot("203.0.0.0/16", "22")],
    },
    { title: "accepts other ports", given: rule({ fromPort: 443, toPort: 443 }), expected: [] },
    { title: "accepts another protocol", given: rule({ protocol: "icmp" }), expected: [] },
    { title: "accepts what goes out", given: rule({ type: "egress" }), expected: [] },
    {
      title: "accepts another security group",
      given: rule({ cidrBlocks: undefined, sourceSecurityGroupId: "sg-1" }),
      expected: [],
    },
    {
      title: "does not ask for sources where the port is another",
      given: rule({ fromPort: 443, toPort: 443, cidrBlocks: unknown }),
      expected: [],
    },
    {
      title: "blocks one of several rules in the group itself",
      given: {
        type: types.group,
        props: {
          ingress: [
            { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
            { ...ssh, cidrBlocks: ["0.0.0.0/0"] },
          ],
        },
      },
      expected: [mustNot("0.0.0.0/0", "22", "security group")],
    },
    {
      title: "blocks the newer resource for a rule",
      given: {
        type: types.ingress,
        props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" },
      },
      expected: [mustNot("0.0.0.0/0", "22")],
    },
  ];
  for (const { title, given, allowed, expected } of cases) {
    it(title, async () =>
      assertMessages(
        await violations(noRemoteIngress, given, { ...(allowed && { remoteIngress: allowed }) }),
        expected,
      ),
    );
  }
});
