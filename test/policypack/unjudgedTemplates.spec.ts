import { noUnjudgedTemplate } from "../../policypack/unjudgedTemplates";
import { assertMessages, violations } from "./support";

const stack = "aws:cloudformation/stack:Stack";
const generic = "aws:cloudcontrol/resource:Resource";

describe("no-unjudged-template", () => {
  const cases: [type: string, props: Record<string, unknown>, expected: RegExp[]][] = [
    [stack, { templateBody: "{}" }, []],
    [stack, { capabilities: ["CAPABILITY_IAM"] }, [/must not have CAPABILITY_IAM: what it makes/]],
    [
      stack,
      { capabilities: ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"] },
      [/CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND/],
    ],
    [
      "aws:cloudformation/stackSet:StackSet",
      { capabilities: ["CAPABILITY_IAM"] },
      [/^The CloudFormation stack set 'subject' must not/],
    ],
    [generic, { typeName: "AWS::SQS::Queue" }, []],
    [generic, { typeName: "AWS::IAM::Role" }, [/must not be of the type AWS::IAM::Role: as a/]],
    [generic, { typeName: "AWS::SSM::Document" }, [/must not be of the type AWS::SSM::Document/]],
  ];
  for (const [type, props, expected] of cases) {
    it(`${expected.length > 0 ? "blocks" : "accepts"} ${type} with ${JSON.stringify(props)}`, async () =>
      assertMessages(await violations(noUnjudgedTemplate, { type, props }), expected));
  }
});
