import { awsDocument, document, hardening, Place, preferences } from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const changesDocument = [
  "ssm:CreateDocument",
  "ssm:UpdateDocument",
  "ssm:UpdateDocumentDefaultVersion",
  "ssm:DeleteDocument",
];

/** They run nothing: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html */
const harmlessTypes = [
  "ApplicationConfiguration",
  "ApplicationConfigurationSchema",
  "ChangeCalendar",
  "CloudFormation",
  "DeploymentStrategy",
  "ProblemAnalysis",
  "ProblemAnalysisTemplate",
];

const changesRunDocument = [
  ...changesDocument.filter((call) => call !== "ssm:CreateDocument"),
  "ssm:UpdateDocumentMetadata",
];

const teamDocument = (place: Place) => [[document(place, "TeamRunbook")]];

/** Documents of Systems Manager, and the organization itself. */
export const sessionDocuments: readonly ReservedCalls[] = [
  {
    aim: "write the preferences of sessions or the hardening",
    calls: [...changesDocument, "ssm:ModifyDocumentPermission"],
    on: (place) => [[preferences(place)], [hardening(place)]],
    keptFor: ["SekishoDeploy"],
    free: teamDocument,
    freeContext: { "ssm:DocumentType": "ChangeCalendar" },
  },
  ...["Session", "AutoApprovalPolicy", "ManualApprovalPolicy"].map((type) => ({
    aim: `write a document of type ${type} of one's own`,
    calls: changesDocument,
    on: teamDocument,
    context: { "ssm:DocumentType": type },
    keptFor: ["SekishoDeploy" as const],
  })),
  ...["Command", "Automation", "Package", "Policy"].map((type) => ({
    aim: `change a document of type ${type} that somebody runs`,
    calls: changesRunDocument,
    on: teamDocument,
    context: { "ssm:DocumentType": type },
    keptFor: ["PatchAutomation", "SekishoDeploy"] as const,
  })),
  ...harmlessTypes.map((type) => ({
    aim: `change the document of type ${type}`,
    calls: changesDocument,
    on: () => [],
    keptFor: [],
    free: teamDocument,
    freeContext: { "ssm:DocumentType": type },
  })),
  {
    aim: "change a document that somebody runs, without telling its type",
    calls: changesRunDocument,
    on: teamDocument,
    keptFor: ["PatchAutomation", "SekishoDeploy"],
  },
  {
    aim: "have a runbook of one's own take an automation role",
    calls: ["ssm:StartAutomationExecution"],
    on: (place) => [
      [document(place, "TeamRunbook").replace(":document/", ":automation-definition/")],
      [document(place, "TeamRunbook")],
    ],
    keptFor: ["PatchAutomation"],
    free: (place) => [
      [
        awsDocument(place, "AWS-RestartEC2Instance").replace(
          ":document/",
          ":automation-definition/",
        ),
      ],
      [awsDocument(place, "AWS-RestartEC2Instance")],
      [`arn:aws:ssm:${place.region}:${place.account}:automation-execution/0a`],
    ],
  },
  {
    aim: "have approvers asked for just-in-time access",
    calls: ["ssm:StartAutomationExecution"],
    on: () => [],
    keptFor: [],
    free: teamDocument,
    freeContext: { "ssm:DocumentType": "ManualApprovalPolicy" },
  },
  {
    aim: "have AWS Config start a runbook under its service-linked role",
    calls: ["config:PutRemediationConfigurations", "config:PutConformancePack"],
    on: () => [[]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "leave the organization with the account",
    calls: ["organizations:LeaveOrganization"],
    on: () => [[]],
    keptFor: [],
  },
];
