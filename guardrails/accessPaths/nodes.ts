import { KnownAccount, LandingZone } from "../../model/landingZone";
import { regionalArn } from "../../model/names";
import { AccessPath, PolicyConditions } from "../accessPath";

const source = "Service Authorization Reference, Amazon EC2 (iam-data, September 2026)";

const nodes = (zone: LandingZone, account = "*") => [
  regionalArn(zone, "ec2", "*", account, "instance/*"),
  regionalArn(zone, "ssm", "*", account, "managed-instance/*"),
];

const keyPairs = (zone: LandingZone, account = "*") => [
  regionalArn(zone, "ec2", "*", account, "key-pair/*"),
];

/** Tags that sessions hang on: which nodes OSAccess enters, and the name that a prompt shows. */
export function sessionTags({ accounts }: LandingZone): string[] {
  return [
    ...new Set(
      accounts.flatMap(({ osAccess: { nodes: selector, promptTag } }) =>
        selector.kind === "tag" ? [selector.key, promptTag] : [promptTag],
      ),
    ),
  ];
}

/** Channels that a key pair belongs to: SSH proves itself with one, and Windows encrypts its first password with one. */
const usesKeyPairs = ({ osAccess }: LandingZone["accounts"][number]) =>
  osAccess.channels.includes("ssh") || osAccess.channels.includes("rdp");

/** The accounts with such a channel keep their key pairs. */
const whereNoKeyPairs = {
  conditions: (_: LandingZone, accounts: readonly KnownAccount[]): PolicyConditions => {
    const ids = accounts.filter(usesKeyPairs).map(({ id }) => id);
    return ids.length > 0 ? { StringNotEquals: { "aws:PrincipalAccount": ids } } : {};
  },
  spares: usesKeyPairs,
};

/** What a node is made of, what it is called and what it starts with. */
export const nodePaths: readonly AccessPath[] = [
  {
    id: "OnlyDeployChangesUserData",
    title: "The user data of an existing instance is changed by the deploy role alone.",
    can: "change user data of instances",
    opens: "A script that runs as root at the next boot.",
    actions: ["ec2:ModifyInstanceAttribute"],
    conditions: () => ({ Null: { "ec2:Attribute/UserData": "false" } }),
    attack: () => ({ present: ["ec2:Attribute/UserData"] }),
    exempt: ["deploy"],
    source: `${source}; that the key is present in a user-data change is not tried on a live account`,
  },
  {
    id: "NoKeyPairAtLaunch",
    title: "No instance is launched with a key pair, but where ssh or rdp is a channel.",
    can: "launch instances with a key pair",
    opens: "SSH as the default user, or the first Windows password, past Session Manager.",
    actions: ["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:RequestSpotFleet"],
    resources: (zone) => keyPairs(zone),
    ...whereNoKeyPairs,
    attack: (zone, { id }) => ({ resources: keyPairs(zone, id) }),
    exempt: [],
    breaks: "Launching with a key pair.",
    source,
  },
  {
    id: "NoNewKeyPairs",
    title: "No key pair is made or imported, but where ssh or rdp is a channel.",
    can: "make key pairs",
    opens:
      "A key pair at a launch by the service-linked role of Auto Scaling, EKS or Batch, which NoKeyPairAtLaunch does not bind.",
    actions: [
      "ec2:CreateKeyPair",
      "ec2:ImportKeyPair",
      "lightsail:CreateKeyPair",
      "lightsail:ImportKeyPair",
    ],
    ...whereNoKeyPairs,
    exempt: [],
    breaks: "New key pairs. Those that exist stay until somebody deletes them.",
    source:
      "AutoScalingServiceRolePolicy, BatchServiceRolePolicy and AWSServiceRoleForAmazonEKSNodegroup, ec2:RunInstances (read 2026-11)",
  },
  {
    id: "OnlyAutomationTagsNodes",
    title:
      "Tags that sessions hang on are put on existing nodes, and taken off, by automation roles and the deploy role alone.",
    can: "change tags that sessions hang on",
    opens: "Every node for whoever has a grant in the account; a prompt that names another node.",
    actions: [
      "ec2:CreateTags",
      "ec2:DeleteTags",
      "ssm:AddTagsToResource",
      "ssm:RemoveTagsFromResource",
    ],
    resources: (zone) => nodes(zone),
    conditions: (zone) => ({
      // Condition keys have no letter case, so that OS-ACCESS is os-access to the role's policies.
      "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": sessionTags(zone) },
      // It is there when the tag comes with a launch: a new node is its maker's, whatever its tags.
      Null: { "ec2:CreateAction": "true" },
    }),
    attack: (zone, account) => ({
      resources: nodes(zone, account.id),
      context: { "aws:TagKeys": [sessionTags({ ...zone, accounts: [account] })[0]!] },
      absent: ["ec2:CreateAction"],
    }),
    exempt: ["automation", "deploy"],
    breaks:
      "Opening an old node to OSAccess by hand. Tags at launch, and all other tags, stay free.",
    source:
      "docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html (2026-09)",
  },
  {
    id: "OnlyAutomationReplacesRootVolumes",
    title: "The root volume of a running instance is replaced by the named automation roles alone.",
    can: "replace root volumes",
    opens: "One's own operating system under a node's name, address and role.",
    actions: ["ec2:CreateReplaceRootVolumeTask"],
    exempt: ["automation"],
    breaks: "Restoring a root volume in place by hand.",
    source,
  },
  {
    id: "OnlyDeployChangesDefaultNodeRole",
    title: "The default host management role is set by the deploy role alone.",
    can: "set the default role of nodes",
    opens: "Another role on every instance that has none, and so other rights for its agent.",
    actions: ["ssm:UpdateServiceSetting", "ssm:ResetServiceSetting"],
    resources: (zone) => [defaultNodeRole(zone)],
    attack: (zone, { id }) => ({ resources: [defaultNodeRole(zone, id)] }),
    exempt: ["deploy"],
    breaks: "Switching default host management on or off.",
    source:
      "docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html (2026-09)",
  },
];

const defaultNodeRole = (zone: LandingZone, account = "*") =>
  regionalArn(
    zone,
    "ssm",
    "*",
    account,
    "servicesetting/ssm/managed-instance/default-ec2-instance-management-role",
  );
