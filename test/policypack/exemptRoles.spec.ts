import { exemptRoleNotPassed } from "../../policypack/exemptRoleNotPassed";
import { exemptRoleOurs } from "../../policypack/exemptRoleOurs";
import { Given, assertMessages, unknown, violations } from "./support";

const component = "sekisho:components:OsAccessRole$";
const role = (name: unknown, changes: Partial<Given> = {}): Given => ({
  type: "aws:iam/role:Role",
  props: { name },
  ...changes,
});
const shop = { project: "shop" };
const foreign = (type: string, props: Record<string, unknown>): Given => ({ type, props, ...shop });

describe("exempt-role-ours", () => {
  const named = (name: string, exempt = name) =>
    `The role 'subject' must not be named '${name}': the guardrails exempt '${exempt}', ` +
    "which only the landing zone makes. Choose another name.";
  const changed = (title: string, exempt: string) =>
    `The ${title} 'subject' must not change the role '${exempt}', which the guardrails exempt: ` +
    "only the landing zone does. Give the rights to another role.";
  const cases: { title: string; given: Given; expected: (string | RegExp)[] }[] = [
    {
      title: "accepts OSAccess as the component makes it",
      given: role("OSAccess", { parents: component }),
      expected: [],
    },
    {
      title: "blocks OSAccess without the component, in its own project too",
      given: role("OSAccess"),
      expected: [named("OSAccess")],
    },
    {
      title: "blocks it in another project, whatever component that says it has",
      given: role("OSAccess", { ...shop, parents: component }),
      expected: [named("OSAccess")],
    },
    ...["SekishoDeploy", "PatchAutomation", "SessionAuditor"].map((name) => ({
      title: `blocks ${name} in another project`,
      given: role(name, shop),
      expected: [named(name)],
    })),
    {
      title: "blocks the name in another letter case, which AWS takes for the same",
      given: role("osaccess", shop),
      expected: [named("osaccess", "OSAccess")],
    },
    {
      title: "blocks an automation role with a path, which no guardrail knows",
      given: { type: "aws:iam/role:Role", props: { name: "PatchAutomation", path: "/ci/" } },
      expected: [/^The role 'subject' must have the path '\/', not '\/ci\/': the guardrails know/],
    },
    {
      title: "accepts an automation role in a program of the landing zone",
      given: role("PatchAutomation"),
      expected: [],
    },
    { title: "accepts any other role", given: role("Builder", shop), expected: [] },
    {
      title: "blocks an inline policy for it",
      given: foreign("aws:iam/rolePolicy:RolePolicy", { role: "OSAccess", policy: "{}" }),
      expected: [changed("inline policy", "OSAccess")],
    },
    {
      title: "blocks an attachment to one of several roles",
      given: foreign("aws:iam/policyAttachment:PolicyAttachment", {
        roles: ["Builder", "SessionAuditor"],
        policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      }),
      expected: [changed("attachment", "SessionAuditor")],
    },
    {
      title: "blocks a list of its inline policies",
      given: foreign("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", {
        roleName: "OSAccess",
        policyNames: [],
      }),
      expected: [changed("list of inline policies", "OSAccess")],
    },
    {
      title: "blocks a role of aws-native",
      given: foreign("aws-native:iam:Role", { roleName: "OSAccess" }),
      expected: [named("OSAccess")],
    },
    {
      title: "blocks a user at the path of those who may enter",
      given: foreign("aws:iam/user:User", { name: "mallory", path: "/os-access/" }),
      expected: [/^The user 'subject' must not be at the path \/os-access\//],
    },
    {
      title: "blocks a policy at the path of the grants",
      given: foreign("aws:iam/policy:Policy", { name: "Grants-mallory", path: "/os-access/x/" }),
      expected: [/^The policy 'subject' must not be at the path \/os-access\//],
    },
    {
      title: "blocks somebody else's grant on another user",
      given: foreign("aws:iam/userPolicyAttachment:UserPolicyAttachment", {
        user: "mallory",
        policyArn: "arn:aws:iam::222222222222:policy/os-access/Grants-alice-1",
      }),
      expected: [/must not attach '.*Grants-alice-1': it is somebody's grant\. Write a grant/],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () => assertMessages(await violations(exemptRoleOurs, given), expected));
  }
});

describe("exempt-role-not-passed", () => {
  const osAccess = "arn:aws:iam::333333333333:role/OSAccess";
  const has = (type: string, property: string) =>
    `The resource 'subject' (${type}) must not have the role 'OSAccess' as ${property}: the guardrails exempt it, ` +
    "so it would carry their exemption. Name a role of its own.";
  const cases: [type: string, props: Record<string, unknown>, property?: string][] = [
    ["aws:iam/instanceProfile:InstanceProfile", { role: "OSAccess" }, "role"],
    ["aws:iam/instanceProfile:InstanceProfile", { role: "osaccess" }, "role"],
    ["aws:lambda/function:Function", { role: osAccess }, "role"],
    ["aws:lambda/function:Function", { role: osAccess.replace("role/", "role/x/") }, "role"],
    ["aws:ecs/taskDefinition:TaskDefinition", { taskRoleArn: osAccess }, "taskRoleArn"],
    ["aws:ssm/activation:Activation", { iamRole: "OSAccess" }, "iamRole"],
    ["aws:codebuild/project:Project", { serviceRole: osAccess }, "serviceRole"],
    [
      "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
      { serviceRoleArn: osAccess },
      "serviceRoleArn",
    ],
    ["aws:scheduler/schedule:Schedule", { target: { roleArn: osAccess } }, "target.roleArn"],
    ["aws:rolesanywhere/profile:Profile", { roleArns: ["x", osAccess] }, "roleArns.1"],
    [
      "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
      { roles: { authenticated: osAccess } },
      "roles.authenticated",
    ],
    ["aws-native:lambda:Function", { role: osAccess }, "role"],
    ["aws:lambda/function:Function", { role: "arn:aws:iam::333333333333:role/Shop" }],
    ["aws:lambda/function:Function", { role: unknown, name: unknown }],
    ["aws:lambda/function:Function", { description: osAccess }],
    // Changing the role itself is another policy's matter.
    ["aws:iam/rolePolicy:RolePolicy", { role: "OSAccess" }],
  ];
  for (const [type, props, property] of cases) {
    it(`${property ? "blocks" : "accepts"} ${type} with ${JSON.stringify(props)}`, async () =>
      assertMessages(
        await violations(exemptRoleNotPassed, foreign(type, props)),
        property === undefined ? [] : [has(type, property)],
      ));
  }
});
