import { regionalArn } from "../../model/names";
import { AccessPath } from "../accessPath";
import { hardeningAssociation } from "../hardeningAssociation";

/** Commands that Systems Manager runs on a node as root without a session. */
export const remoteCommandPaths: readonly AccessPath[] = [
  {
    id: "OnlyAutomationSendsCommands",
    title: "Commands are sent by the named automation roles alone.",
    can: "send commands to nodes",
    opens: "Any command as root or SYSTEM; a document deny list does not stop it.",
    actions: ["ssm:SendCommand"],
    exempt: ["automation"],
    breaks:
      "Run Command by hand; DLM scripts, FIS experiments and EventBridge targets under other roles.",
    emergency: true,
    source: "hackingthe.cloud, run_shell_commands_on_ec2 (read 2026-09)",
  },
  {
    id: "OnlyAutomationSchedulesCommands",
    title:
      "Associations are made, changed and removed by the named automation roles and the deploy role alone.",
    can: "associate documents with nodes",
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
    breaks: "Quick Setup's host management and patch policies.",
    source: "HackTricks Cloud, AWS SSM privilege escalation (read 2026-09)",
  },
  {
    id: "OnlyHardeningIsAssociated",
    title: "Whoever is not a named automation role associates the hardening document and no other.",
    can: "associate other documents with nodes",
    opens: "Any command as root, for the deploy role once it has taken its own limits away.",
    actions: ["ssm:CreateAssociation", "ssm:CreateAssociationBatch", "ssm:UpdateAssociation"],
    notResources: hardeningAssociation,
    attack: (zone, account) => ({
      resources: zone.regions.map((region) =>
        regionalArn(zone, "ssm", region, account.id, "document/Own"),
      ),
    }),
    exempt: ["automation"],
    source: "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)",
  },
  {
    id: "OnlyAutomationRegistersMaintenanceTasks",
    title: "Tasks and targets of maintenance windows are registered by automation roles alone.",
    can: "register maintenance tasks",
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
    title:
      "Nodes outside EC2 are registered, and given a role, by the named automation roles alone.",
    can: "register hybrid nodes",
    opens:
      "A node moved into an account where somebody else may start sessions on it, or under another role.",
    actions: [
      "ssm:CreateActivation",
      "ssm:UpdateManagedInstanceRole",
      "ssm:CreateCloudConnector",
      "ssm:UpdateCloudConnector",
    ],
    exempt: ["automation"],
    breaks: "Hybrid activations, and connectors to other clouds, by hand.",
    source: "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)",
  },
  {
    id: "OnlyAutomationChoosesPatches",
    title: "Patch baselines in use are changed and chosen by the named automation roles alone.",
    can: "choose patch baselines",
    opens: "Packages of one's own repository, installed as root by the next patching.",
    actions: [
      "ssm:UpdatePatchBaseline",
      "ssm:RegisterDefaultPatchBaseline",
      "ssm:RegisterPatchBaselineForPatchGroup",
    ],
    exempt: ["automation"],
    breaks:
      "Approving patches by hand. A new baseline may be made; it is nobody's until it is registered.",
    source:
      "docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchSource.html (2026-09)",
  },
];
