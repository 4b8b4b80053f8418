import type { Subject } from "./policy";
import { listOf, memberOf, textOf } from "./properties";

/** A rule that lets somebody in. */
export interface IngressRule {
  readonly protocol: unknown;
  readonly from: unknown;
  readonly to: unknown;
  /** CIDRs and prefix lists, read only where the ports matter. Other security groups are not among them. */
  readonly sources: () => string[];
}

/** How a resource type says whom it lets in. */
export interface RuleSource {
  /** What a message calls the resource. */
  readonly title: string;
  readonly rules: (subject: Subject) => IngressRule[];
}

/** A rule by the names of its properties; each source property is a text or a list of them. */
interface Names {
  readonly protocol: string;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
}

const names: Names = {
  protocol: "protocol",
  from: "fromPort",
  to: "toPort",
  sources: ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds"],
};
const singleNames: Names = {
  protocol: "ipProtocol",
  from: "fromPort",
  to: "toPort",
  sources: ["cidrIpv4", "cidrIpv6", "prefixListId"],
};
const nativeNames: Names = {
  protocol: "ipProtocol",
  from: "fromPort",
  to: "toPort",
  sources: ["cidrIp", "cidrIpv6", "sourcePrefixListId"],
};
/**
 * Every resource type that lets traffic in. Network ACLs are not among them: AWS's own let everything in, and without a
 * rule of a security group nothing comes of it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export const ruleSources: Readonly<Record<string, RuleSource>> = {
  "aws:ec2/securityGroup:SecurityGroup": inline("security group", "ingress", names),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": inline("security group", "ingress", names),
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    title: "security group rule",
    rules: (subject) =>
      textOf(subject, "type") === "egress" ? [] : [ruleOf(subject.props, names)],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    title: "security group rule",
    rules: ({ props }) => [ruleOf(props, singleNames)],
  },
  "aws-native:ec2:SecurityGroup": inline("security group", "securityGroupIngress", nativeNames),
  "aws-native:ec2:SecurityGroupIngress": {
    title: "security group rule",
    rules: ({ props }) => [ruleOf(props, nativeNames)],
  },
};

function inline(title: string, list: string, of: Names): RuleSource {
  return { title, rules: (subject) => listOf(subject, list).map((block) => ruleOf(block, of)) };
}

function ruleOf(block: unknown, { protocol, from, to, sources }: Names): IngressRule {
  return {
    protocol: memberOf(block, protocol),
    from: memberOf(block, from),
    to: memberOf(block, to),
    sources: () =>
      sources.flatMap((source) => {
        const value = memberOf(block, source);
        return value === undefined || value === null ? [] : [value].flat().map(String);
      }),
  };
}
