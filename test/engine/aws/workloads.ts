import { Inputs } from "./inputCheck";
import { Place, ResourceFacts } from "./facts";

/** As much as a program of somebody else needs to stand on: ids and ARNs, hardly a rule of AWS's. */
function plain(service: string, kind: string, prefix: string): ResourceFacts {
  const id = (_: Inputs, { serial }: Place) => `${prefix}${serial.toString(16).padStart(17, "0")}`;
  return {
    id,
    computed: (inputs, place) => ({
      arn: `arn:aws:${service}:${place.region}:${place.account}:${kind}/${id(inputs, place)}`,
    }),
    replaces: ["region"],
  };
}

/** EC2 and what else ordinary programs are made of. */
export const workloads: Readonly<Record<string, ResourceFacts>> = {
  "aws:ec2/instance:Instance": plain("ec2", "instance", "i-"),
  "aws:ec2/securityGroup:SecurityGroup": {
    ...plain("ec2", "security-group", "sg-"),
    autoName: "name",
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": plain("ec2", "rule", "sgrule-"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": plain(
    "ec2",
    "security-group-rule",
    "sgr-",
  ),
  "aws:ssm/activation:Activation": plain("ssm", "activation", ""),
  "aws:cloudformation/stack:Stack": {
    ...plain("cloudformation", "stack", "stack-"),
    autoName: "name",
  },
  "aws:organizations/organization:Organization": {
    ...plain("organizations", "organization", "o-"),
    global: true,
    replaces: [],
  },
  "aws:cloudcontrol/resource:Resource": plain("cloudcontrol", "resource", "resource-"),
};
