import { AccessPath } from "../accessPath";
import { hardeningAssociation } from "../hardeningAssociation";

/** Commands that Systems Manager runs on a node as root without a session. */
export const remoteCommandPaths: readonly AccessPath[] = [
  {
    id: "OnlyAutomationSendsCommands",
    title: "Commands are sent by the named automation roles alone.",
    opens: "Any command as root or SYSTEM; a document deny list does not stop it.",
    actions: ["ssm:SendCommand"],
    exempt: ["automation"],
    source: "hackingthe.cloud, run_shell_commands_on_ec2 (read 2026-09)",
  },
  {
    id: "OnlyAutomationSchedulesCommands",
    title:
      "Associations are made, changed and removed by the named automation roles and the deploy role alone.",
    opens:
      "A command that the agent fetches by itself, again and again; or a node whose hardening is gone.",
    actions: [
      "ssm:CreateAssociation",
      "ssm:CreateAssociationBatch",
      "ssm:UpdateAssociation",
      "ssm:StartAssociationsOnce",
      "ssm:DeleteAssociation",
    ],
    exempt: ["automation", "deploy"],
    source: "HackTricks Cloud, AWS SSM privilege escalation (read 2026-09)",
  },
  {
    id: "OnlyHardeningIsAssociated",
    title: "Whoever is not a named automation role associates the hardening document and no other.",
    opens: "Any command as root, for the deploy role once it has taken its own limits away.",
    actions: ["ssm:CreateAssociation", "ssm:CreateAssociationBatch", "ssm:UpdateAssociation"],
    notResources: hardeningAssociation,
    exempt: ["automation"],
    source: "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)",
  },
  {
    id: "OnlyAutomationRegistersMaintenanceTasks",
    title: "Tasks and targets of maintenance windows are registered by automation roles alone.",
    opens:
      "A command sent by AWSServiceRoleForAmazonSSM: service-linked roles are outside every SCP, so the registration is what must be denied.",
    actions: [
      "ssm:RegisterTaskWithMaintenanceWindow",
      "ssm:UpdateMaintenanceWindowTask",
      "ssm:RegisterTargetWithMaintenanceWindow",
      "ssm:UpdateMaintenanceWindowTarget",
    ],
    exempt: ["automation"],
    source:
      "docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html; AmazonSSMServiceRolePolicy (2026-08)",
  },
  {
    id: "OnlyAutomationRegistersHybridNodes",
    title: "On-premises nodes are registered by the named automation roles alone.",
    opens: "A node moved into an account where somebody else may start sessions on it.",
    actions: ["ssm:CreateActivation"],
    exempt: ["automation"],
    source: "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)",
  },
];
