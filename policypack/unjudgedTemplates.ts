import { Subject, resourcePolicy } from "./policy";
import { listOf, textOf } from "./properties";

const stacks: Readonly<Record<string, string>> = {
  "aws:cloudformation/stack:Stack": "CloudFormation stack",
  "aws:cloudformation/stackSet:StackSet": "CloudFormation stack set",
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": "serverless application",
  "aws-native:cloudformation:Stack": "CloudFormation stack",
  "aws-native:cloudformation:StackSet": "CloudFormation stack set",
};

const cloudControl = ["aws:cloudcontrol/resource:Resource"].concat(
  "aws-native:index:ExtensionResource",
);

/** What another tool makes no policy here sees, so it must not be able to hold a role. */
export const noUnjudgedTemplate = resourcePolicy({
  name: "no-unjudged-template",
  description: "A template or generic resource must not make roles, which nobody could judge.",
  severity: "high",
  remediationSteps: "Make the roles with Pulumi and hand their ARNs to the template.",
  checks: [
    { types: Object.keys(stacks), violations: template },
    { types: cloudControl, violations: generic },
  ],
});

/**
 * CloudFormation makes nothing of IAM, and expands no macro that could, unless the caller acknowledges it, so that the
 * template need not be read. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 */
const acknowledgements = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

function* template(subject: Subject) {
  const acknowledged = listOf(subject, "capabilities").filter((capability) =>
    acknowledgements.includes(String(capability)),
  );
  if (acknowledged.length > 0) {
    yield (
      `The ${stacks[subject.type]} '${subject.name}' must not have ${acknowledged.join(" and ")}: what it makes ` +
      "cannot be judged. Make its roles with Pulumi and hand it their ARNs."
    );
  }
}

/** Types of CloudFormation that this pack judges where the aws package makes them. */
const judgedTypes =
  /^AWS::(IAM|SSO|Organizations)::|^AWS::SSM::Document$|^AWS::EC2::SecurityGroup(Ingress)?$/;

function* generic(subject: Subject) {
  const type = textOf(subject, "typeName") ?? textOf(subject, "type");
  if (type === undefined || judgedTypes.test(type)) {
    yield (
      `The resource '${subject.name}' (${subject.type}) must not be of the type ${type ?? "that nobody names"}: as a ` +
      "generic resource it cannot be judged. Use the resource of the aws package."
    );
  }
}
