import { hardeningDocument, preferencesDocument, regionalArn } from "../../model/names";
import { AccessPath, PolicyConditions } from "../accessPath";
import { isJustInTime } from "../exemptions";

const source = "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)";

const changesDocument = [
  "ssm:UpdateDocument",
  "ssm:UpdateDocumentDefaultVersion",
  "ssm:DeleteDocument",
];

/**
 * Types of documents that run nothing on a node and open nothing. Any other type, and a request that does not tell its
 * type, is taken to be one that does.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html
 */
const harmlessTypes = [
  "ApplicationConfiguration",
  "ApplicationConfigurationSchema",
  "ChangeCalendar",
  "CloudFormation",
  "DeploymentStrategy",
  "ProblemAnalysis",
  "ProblemAnalysisTemplate",
];

/** Systems Manager documents: whoever writes one that somebody else runs, runs it. */
export const documentPaths: readonly AccessPath[] = [
  {
    id: "ProtectDocuments",
    title: "Session preferences and the hardening document are written by the deploy role alone.",
    can: "write preferences and the hardening",
    opens:
      "Sessions without a transcript, or any command as root on every hardened node within the hour.",
    actions: ["ssm:CreateDocument", ...changesDocument, "ssm:ModifyDocumentPermission"],
    resources: (zone) =>
      [preferencesDocument, hardeningDocument].map((document) =>
        regionalArn(zone, "ssm", "*", "*", `document/${document}`),
      ),
    attack: (zone, { id }) => ({
      resources: [preferencesDocument, hardeningDocument].map((document) =>
        regionalArn(zone, "ssm", "*", id, `document/${document}`),
      ),
    }),
    exempt: ["deploy"],
    breaks: "Session Manager's preferences in the console.",
    source,
  },
  {
    id: "OnlyDeployWritesSessionDocuments",
    title: "Documents that open sessions, or approve them, are written by the deploy role alone.",
    can: "write session documents",
    opens:
      "A session document of one's own: no transcript, no session key. Or an approval of one's own requests.",
    actions: ["ssm:CreateDocument", ...changesDocument],
    conditions: () => ({
      StringEquals: {
        "ssm:DocumentType": ["Session", "AutoApprovalPolicy", "ManualApprovalPolicy"],
      },
    }),
    attack: () => ({ context: { "ssm:DocumentType": "Session" } }),
    exempt: ["deploy"],
    source,
  },
  {
    id: "OnlyAutomationChangesDocuments",
    title:
      "Documents that run on nodes are changed and deleted by the named automation roles and the deploy role alone.",
    can: "change documents that run on nodes",
    opens:
      "A command, runbook or package that an automation role already runs, with one's own lines in it; a change template approved by its own writer.",
    actions: [...changesDocument, "ssm:UpdateDocumentMetadata"],
    conditions: () => ({ StringNotEquals: { "ssm:DocumentType": harmlessTypes } }),
    attack: () => ({ context: { "ssm:DocumentType": "Command" } }),
    exempt: ["automation", "deploy"],
    breaks:
      "New versions of the teams' own documents; a new document under a new name stays possible.",
    source,
  },
  {
    id: "OnlyAutomationStartsOwnRunbooks",
    title: "A runbook that is not AWS's own is started by the named automation roles alone.",
    can: "start runbooks that are not AWS's",
    opens:
      "An automation role, written into a runbook as its assumeRole: nothing asks for iam:PassRole then.",
    actions: ["ssm:StartAutomationExecution"],
    // AWS keeps names that begin with AWS for itself:
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html
    notResources: (zone) => [
      regionalArn(zone, "ssm", "*", "*", "automation-definition/AWS*"),
      regionalArn(zone, "ssm", "*", "*", "document/AWS*"),
      regionalArn(zone, "ssm", "*", "*", "automation-execution/*"),
    ],
    // How a just-in-time request asks its approvers; only the deploy role writes such a document, and elsewhere nobody
    // needs one: what another company might put into one and share is not known.
    conditions: (_, accounts): PolicyConditions =>
      accounts.some(isJustInTime)
        ? { StringNotEquals: { "ssm:DocumentType": "ManualApprovalPolicy" } }
        : {},
    attack: (zone, { id }) => ({
      resources: zone.regions.flatMap((region) =>
        ["automation-definition/Own:1", "document/Own"].map((resource) =>
          regionalArn(zone, "ssm", region, id, resource),
        ),
      ),
      absent: ["ssm:DocumentType"],
    }),
    exempt: ["automation"],
    breaks:
      "The teams' own runbooks, also from EventBridge. AWS's own run under whoever starts them.",
    source:
      "nanalakshmanan.com/blog/Embedded-Assume-Role (read 2026-11); docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup.html",
  },
  {
    id: "OnlyAutomationHasServicesStartRunbooks",
    title:
      "Runbooks that AWS Config and Change Manager start by themselves are chosen by the named automation roles alone.",
    can: "have services start runbooks",
    opens:
      "A runbook, AWS's own among them, or an association, started by a service-linked role that may pass any role: no SCP reaches it.",
    actions: [
      "config:PutRemediationConfigurations",
      "config:PutConformancePack",
      "config:PutOrganizationConformancePack",
      "ssm:StartChangeRequestExecution",
    ],
    exempt: ["automation"],
    breaks:
      "Config remediation and conformance packs made in a member account; change requests by hand.",
    source:
      "docs.aws.amazon.com/config/latest/developerguide/remediation.html (2026-09); AWSConfigRemediationServiceRolePolicy; AWSSystemsManagerChangeManagementServicePolicy",
  },
];
