import { LandingZone } from "../../model/landingZone";
import {
  hardeningDocument,
  hybridNodeRole,
  identityAccount,
  logBucketPrefix,
  nodeRole,
  osAccessPath,
  preferencesDocument,
  sessionLogGroup,
} from "../../model/names";
import { AccessPath } from "../accessPath";
import { allExemptRoles } from "../exemptions";
import { endsTranscripts, weakensLogBucket } from "../logBucketActions";
import { logExports, sessionLogReads } from "../sessionLogReads";

const partition = (zone: LandingZone) => zone.organization.partition;

const sessionLogGroups = (zone: LandingZone) =>
  ["", ":*"].map(
    (streams) => `arn:${partition(zone)}:logs:*:*:log-group:${sessionLogGroup}${streams}`,
  );

/** Everything that makes a role or changes what it may do or who may take it. */
const changesRole = [
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
  "iam:UpdateAssumeRolePolicy",
  "iam:AttachRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePolicy",
  "iam:DeleteRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:DeleteRolePermissionsBoundary",
  "iam:TagRole",
  "iam:UntagRole",
];

/** Tampering with what the other statements rest on: exempt roles, documents, logs, membership. */
export const protectionPaths: readonly AccessPath[] = [
  {
    id: "ProtectExemptRoles",
    title: "Roles that a guardrail exempts are made, changed and passed by the deploy role alone.",
    opens:
      "OSAccess, the reader of transcripts or another exempt role, for whoever creates it, edits its trust or passes it.",
    actions: [...changesRole, "iam:PassRole"],
    resources: (zone) =>
      allExemptRoles(zone).flatMap((role) => [
        `arn:${partition(zone)}:iam::*:role/${role}`,
        `arn:${partition(zone)}:iam::*:role/*/${role}`,
      ]),
    exempt: ["deploy"],
    source:
      "github.com/aws-samples/service-control-policy-examples, Deny-modifications-to-specific-IAM-roles.json (2026-04), and iam:PassRole",
  },
  {
    id: "ProtectNodeRoles",
    title: "The roles of the nodes are made and changed by the deploy role alone.",
    opens: "Forged transcripts, and the data keys of sessions, for whoever takes a node's role.",
    actions: changesRole,
    resources: (zone) =>
      [nodeRole, hybridNodeRole].map((role) => `arn:${partition(zone)}:iam::*:role/${role}`),
    exempt: ["deploy"],
    source: "as ProtectExemptRoles, without iam:PassRole: launching an instance passes its role",
  },
  {
    id: "ProtectOsAccessPolicies",
    title: "Managed policies of OSAccess are written by the deploy role alone.",
    opens: "More rights for OSAccess, or a window without end.",
    actions: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:SetDefaultPolicyVersion",
    ],
    resources: (zone) => [`arn:${partition(zone)}:iam::*:policy${osAccessPath}*`],
    exempt: ["deploy"],
    source: "Service Authorization Reference, AWS IAM (iam-data, September 2026)",
  },
  {
    id: "OsAccessOnlyFromIdentityAccount",
    title: "OSAccess is assumed from the identity account alone.",
    opens: "OSAccess for a principal of the same account whose trust policy was tampered with.",
    actions: ["sts:AssumeRole"],
    resources: (zone) => [`arn:${partition(zone)}:iam::*:role/${zone.osAccessRole}`],
    conditions: (zone) => ({
      StringNotEquals: {
        "aws:PrincipalAccount": identityAccount(zone).id,
      },
    }),
    exempt: [],
    source:
      "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount (2026-09)",
  },
  {
    id: "ProtectDocuments",
    title: "Session preferences and the hardening document are written by the deploy role alone.",
    opens:
      "Sessions without a transcript, or any command as root on every hardened node within the hour.",
    actions: [
      "ssm:CreateDocument",
      "ssm:UpdateDocument",
      "ssm:UpdateDocumentDefaultVersion",
      "ssm:DeleteDocument",
      "ssm:ModifyDocumentPermission",
    ],
    resources: (zone) =>
      [preferencesDocument, hardeningDocument].map(
        (document) => `arn:${partition(zone)}:ssm:*:*:document/${document}`,
      ),
    exempt: ["deploy"],
    source: "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)",
  },
  {
    id: "OnlyDeployWritesSessionDocuments",
    title: "Documents that open sessions are written by the deploy role alone.",
    opens: "A session document of one's own: no transcript, no session key.",
    actions: [
      "ssm:CreateDocument",
      "ssm:UpdateDocument",
      "ssm:UpdateDocumentDefaultVersion",
      "ssm:DeleteDocument",
    ],
    conditions: () => ({ StringEquals: { "ssm:DocumentType": "Session" } }),
    exempt: ["deploy"],
    source:
      "Service Authorization Reference, AWS Systems Manager: ssm:DocumentType (iam-data, September 2026)",
  },
  {
    id: "ProtectSessionLogBuckets",
    title: "Log buckets are configured by the deploy role alone.",
    opens: "Transcripts that are readable, short-lived or gone.",
    actions: ["s3:DeleteBucket", ...weakensLogBucket],
    resources: (zone) => [`arn:${partition(zone)}:s3:::${logBucketPrefix}*`],
    exempt: ["deploy"],
    source: "Service Authorization Reference, Amazon S3 (iam-data, September 2026)",
  },
  {
    id: "KeepTranscripts",
    title: "Nobody deletes a transcript or shortens its retention.",
    opens: "A session that leaves no trace.",
    actions: endsTranscripts,
    resources: (zone) => [`arn:${partition(zone)}:s3:::${logBucketPrefix}*/*`],
    exempt: [],
    source: "docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html (2026-09)",
  },
  {
    id: "OnlyReaderReadsTranscripts",
    title: "Transcripts in CloudWatch Logs are read and exported by the declared reader alone.",
    opens: "Everything that was typed and shown in every session, passwords included.",
    actions: sessionLogReads,
    resources: sessionLogGroups,
    exempt: ["reader"],
    source: "Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026)",
  },
  {
    id: "NoLogExports",
    title: "Log groups leave the account through the deploy role alone.",
    opens: "The session log group, in another account that reads it at leisure.",
    actions: logExports,
    exempt: ["deploy"],
    source:
      "Service Authorization Reference, Amazon CloudWatch Logs and CloudWatch Observability Access Manager (iam-data, September 2026)",
  },
  {
    id: "ProtectSessionLogGroups",
    title: "The session log groups are configured by the deploy role alone.",
    opens: "A log group without retention, encryption or content.",
    actions: [
      "logs:DeleteLogGroup",
      "logs:DeleteLogStream",
      "logs:DeleteRetentionPolicy",
      "logs:PutRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:AssociateKmsKey",
    ],
    resources: sessionLogGroups,
    exempt: ["deploy"],
    source: "Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026)",
  },
  {
    id: "StayInOrganization",
    title: "No account leaves the organization.",
    opens: "An account without any guardrail.",
    actions: ["organizations:LeaveOrganization"],
    exempt: [],
    source: "docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
  },
];
