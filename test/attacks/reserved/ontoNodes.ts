import {
  awsDocument,
  document,
  factory,
  hardening,
  instance,
  managedInstance,
  Place,
  preferences,
  sessionOf,
} from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const justInTime: readonly Place[] = [{ account: factory, region: "ap-northeast-1" }];

/** Systems Manager's ways onto a node: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ontoNodes: readonly ReservedCalls[] = [
  {
    aim: "start a session",
    calls: ["ssm:StartSession"],
    on: (place) => [
      [instance(place), preferences(place)],
      [managedInstance(place), preferences(place)],
      [instance(place), awsDocument(place, "AWS-StartSSHSession")],
      [`arn:aws:ecs:${place.region}:${place.account}:task/web/0aaaaaaaaaaaaaaa1`],
    ],
    keptFor: ["OSAccess"],
  },
  {
    aim: "take over a session that was left open",
    calls: ["ssm:ResumeSession"],
    on: (place) => [[sessionOf(place, "alice")]],
    keptFor: ["OSAccess"],
  },
  {
    aim: "open a desktop in the browser",
    calls: ["ssm-guiconnect:StartConnection"],
    on: () => [[]],
    keptFor: ["OSAccess"],
  },
  {
    aim: "read the administrator's password of a Windows instance",
    calls: ["ec2:GetPasswordData"],
    on: (place) => [[instance(place)]],
    keptFor: ["OSAccess"],
  },
  {
    aim: "get a just-in-time token",
    calls: ["ssm:StartAccessRequest", "ssm:GetAccessToken"],
    on: (place) => [[instance(place)], []],
    keptFor: [],
  },
  {
    aim: "start a session where just-in-time access lets people in",
    calls: ["ssm:StartSession", "ssm:ResumeSession", "ssm-guiconnect:StartConnection"],
    on: (place) => [[instance(place)]],
    keptFor: ["SSM-JustInTimeAccessTokenRole"],
    places: justInTime,
  },
  {
    aim: "read a Windows password where just-in-time access lets people in",
    calls: ["ec2:GetPasswordData"],
    on: (place) => [[instance(place)]],
    keptFor: [],
    places: justInTime,
  },
  {
    aim: "ask for just-in-time access where people may",
    calls: ["ssm:StartAccessRequest", "ssm:GetAccessToken"],
    on: (place) => [[instance(place)]],
    keptFor: ["ReadOnly", "Administrator"],
    places: justInTime,
  },
  {
    aim: "send a command",
    calls: ["ssm:SendCommand"],
    on: (place) => [
      [instance(place), awsDocument(place, "AWS-RunShellScript")],
      [managedInstance(place), awsDocument(place, "AWS-RunAnsiblePlaybook")],
      [instance(place), hardening(place)],
    ],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "have the agent fetch a command of one's own",
    calls: ["ssm:CreateAssociation", "ssm:CreateAssociationBatch", "ssm:UpdateAssociation"],
    on: (place) => [
      [instance(place), awsDocument(place, "AWS-RunShellScript")],
      [document(place, "Mine"), `arn:aws:ssm:${place.region}:${place.account}:association/0a`],
    ],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "put something else in the place of the hardening, or take it away",
    calls: [
      "ssm:CreateAssociation",
      "ssm:CreateAssociationBatch",
      "ssm:UpdateAssociation",
      "ssm:StartAssociationsOnce",
      "ssm:DeleteAssociation",
    ],
    on: (place) => [
      [instance(place), hardening(place)],
      [`arn:aws:ssm:${place.region}:${place.account}:association/0a`, hardening(place)],
      [managedInstance(place)],
    ],
    keptFor: ["PatchAutomation", "SekishoDeploy"],
  },
  {
    aim: "have the service-linked role of Systems Manager send a command",
    calls: [
      "ssm:RegisterTaskWithMaintenanceWindow",
      "ssm:UpdateMaintenanceWindowTask",
      "ssm:RegisterTargetWithMaintenanceWindow",
      "ssm:UpdateMaintenanceWindowTarget",
    ],
    on: (place) => [
      [`arn:aws:ssm:${place.region}:${place.account}:maintenancewindow/mw-0aaaaaaaaaaaaaaa1`],
    ],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "move an on-premises node into an account of one's own",
    calls: ["ssm:CreateActivation", "ssm:UpdateManagedInstanceRole"],
    on: (place) => [[], [managedInstance(place)]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "have packages of one's own installed by the next patching",
    calls: [
      "ssm:UpdatePatchBaseline",
      "ssm:RegisterDefaultPatchBaseline",
      "ssm:RegisterPatchBaselineForPatchGroup",
    ],
    on: ({ region, account }) => [[`arn:aws:ssm:${region}:${account}:patchbaseline/pb-0a`]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "have Quick Setup make roles and associations in every account",
    calls: [
      "ssm-quicksetup:CreateConfigurationManager",
      "ssm-quicksetup:UpdateConfigurationManager",
      "ssm-quicksetup:UpdateConfigurationDefinition",
    ],
    on: () => [[]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "leave a desktop without its recording",
    calls: [
      "ssm-guiconnect:UpdateConnectionRecordingPreferences",
      "ssm-guiconnect:DeleteConnectionRecordingPreferences",
    ],
    on: () => [[]],
    keptFor: ["SekishoDeploy"],
  },
  {
    aim: "give every instance another default role",
    calls: ["ssm:UpdateServiceSetting", "ssm:ResetServiceSetting"],
    on: ({ region, account }) => [
      [
        `arn:aws:ssm:${region}:${account}:servicesetting/ssm/managed-instance/default-ec2-instance-management-role`,
      ],
    ],
    keptFor: ["SekishoDeploy"],
    free: ({ region, account }) => [
      [
        `arn:aws:ssm:${region}:${account}:servicesetting/ssm/parameter-store/default-parameter-tier`,
      ],
      [`arn:aws:ssm:${region}:${account}:servicesetting/ssm/managed-instance/activation-tier`],
    ],
  },
];
