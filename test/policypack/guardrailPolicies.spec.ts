import { guardrailPolicyOurs } from "../../policypack/guardrailPolicyOurs";
import { guardrailsKeepPathsClosed } from "../../policypack/guardrailsKeepPathsClosed";
import {
  Given,
  assertMessages,
  configuration,
  stackViolations,
  unknown,
  violations,
} from "./support";

const types = {
  policy: "aws:organizations/policy:Policy",
  attachment: "aws:organizations/policyAttachment:PolicyAttachment",
  organization: "aws:organizations/organization:Organization",
};
const [declared] = configuration.guardrails;
const target = declared!.targets[0]!;
const stack = "guardrails-Workloads";

/** The stack as the component makes it, each document changed. */
function guardrails(change: (document: string) => string, attached = () => true): Given[] {
  const policies = declared!.serviceControlPolicies.map((content, index) => ({
    type: types.policy,
    name: `scp-${index}`,
    stack,
    props: { type: "SERVICE_CONTROL_POLICY", content: change(content) },
  }));
  const attachments = policies.filter(attached).map(({ name }) => ({
    type: types.attachment,
    name: `${name}-attachment`,
    stack,
    props: { targetId: target, policyId: unknown },
    uses: { policyId: name },
  }));
  return [{ type: "pulumi:pulumi:Stack", stack, props: {} }, ...policies, ...attachments];
}

const without = (sid: string) => (document: string) => {
  const { Statement, ...rest } = JSON.parse(document) as { Statement: { Sid: string }[] };
  const kept = Statement.filter(({ Sid }) => Sid !== sid);
  return JSON.stringify({ ...rest, Statement: kept });
};

describe("guardrails-keep-paths-closed", () => {
  const cases: { title: string; given: Given[]; expected: (string | RegExp)[] }[] = [
    {
      title: "accepts the guardrails as they are declared",
      given: guardrails((document) => document),
      expected: [],
    },
    {
      title: "accepts them spelt otherwise",
      given: guardrails((document) => JSON.stringify(JSON.parse(document), null, 1)),
      expected: [],
    },
    {
      title: "blocks them without a statement, and names the path that opens",
      given: guardrails(without("OnlyAutomationSendsCommands")),
      expected: [
        `The guardrails of '${target}' must close every access path, but leave ssm:SendCommand ` +
          "(OnlyAutomationSendsCommands) open in the account 333333333333. Take the change back.",
      ],
    },
    {
      title: "blocks an exemption more",
      given: guardrails((document) =>
        document.replaceAll('role/OSAccess"', 'role/OSAccess","arn:aws:iam::*:role/Support"'),
      ),
      expected: [/but leave ssm:StartSession \(OnlyOsAccessStartsSessions\).* open in the account/],
    },
    {
      title: "blocks a stack that attaches nothing any more",
      given: guardrails(
        (document) => document,
        () => false,
      ),
      expected: [/^The stack 'guardrails-Workloads' must attach its guardrails, but attaches none/],
    },
    {
      title: "leaves other stacks alone",
      given: [{ type: "pulumi:pulumi:Stack", stack: "account-web-production", props: {} }],
      expected: [],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assertMessages(await stackViolations(guardrailsKeepPathsClosed, given), expected),
    );
  }
});

describe("guardrail-policy-ours", () => {
  const both = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
  const cases: { title: string; given: Given; expected: (string | RegExp)[] }[] = [
    {
      title: "accepts the landing zone's own",
      given: { type: types.policy, props: { name: "sekisho-Workloads-scp-1" } },
      expected: [],
    },
    {
      title: "blocks one of that name in another project",
      given: { type: types.policy, props: { name: "sekisho-Workloads-scp-1" }, project: "shop" },
      expected: [/must not be named 'sekisho-Workloads-scp-1': names with sekisho- are guardrails/],
    },
    {
      title: "accepts another SCP in another project",
      given: { type: types.policy, props: { name: "region-limit" }, project: "shop" },
      expected: [],
    },
    {
      title: "accepts an organization with both kinds of policies",
      given: { type: types.organization, props: { enabledPolicyTypes: both }, project: "shop" },
      expected: [],
    },
    {
      title: "blocks an organization that switches RCPs off",
      given: {
        type: types.organization,
        props: { enabledPolicyTypes: both.slice(0, 1), featureSet: "CONSOLIDATED_BILLING" },
        project: "shop",
      },
      expected: [/must have RESOURCE_CONTROL_POLICY in enabledPolicyTypes/, /the featureSet ALL/],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () => assertMessages(await violations(guardrailPolicyOurs, given), expected));
  }
});
