import { service, session, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import {
  automation,
  reader,
  teamAdministrator,
  withoutRcps,
  withoutScps,
  withoutOwnDenies,
  unlimited,
} from "../world/people";
import {
  awsDocument,
  home,
  instance,
  preferences,
  role,
  stranger,
  web,
  windows,
  transcript,
  bucket,
  logGroup,
  identity,
} from "../world/places";
import { Attack, Step } from "../world/scenario";
import { ownAccount, raised, trustOf, trusting } from "../world/tampered";

const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const patching = automation(web);
const auditor = reader(web);
const patchRole = role(home, "PatchAutomation");
const readerRole = role(home, "SessionAuditor");
const trusted = trusting(patchRole, ownAccount(web));
const takes = (as: Step["as"], on: string): Step => calls(as, "sts:AssumeRole", on);

/** The automation roles and the reader of transcripts beyond their work, and whoever would like to be one. */
export const byAutomation: readonly Attack[] = [
  {
    name: "the patching role starts a session",
    steps: [calls(patching, "ssm:StartSession", instance(home), preferences(home))],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "the patching role rewrites its own trust",
    steps: [calls(patching, "iam:UpdateAssumeRolePolicy", patchRole)],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "the patching role passes itself to a function",
    steps: [calls(patching, "iam:PassRole", patchRole)],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "the patching role reads transcripts",
    steps: [calls(patching, "s3:GetObject", transcript(home))],
    because: ["TranscriptsOnlyToReader"],
  },
  ...[
    { where: "", given: [] },
    { where: ", where no SCP is attached", given: [withoutScps] },
    { where: ", where no RCP is attached", given: [withoutRcps] },
  ].map(({ where, given }) => ({
    name: `an administrator takes the patching role, which trusts its account${where}`,
    given: [trusted, ...given],
    steps: [takes(teamAdministrator(web), patchRole)],
    because: ["AutomationRolesOnlyByServices"],
  })),
  {
    name: "a user of the identity account takes the patching role, which trusts it",
    given: [trusting(patchRole, ownAccount(identity)), withoutScps],
    steps: [takes(user(identity, "breaker", "MFA", [everything]), patchRole)],
    because: ["AutomationRolesOnlyByServices"],
  },
  {
    name: "a stranger's patching role takes ours, which trusts everybody",
    given: [trusting(patchRole, trustOf("*"))],
    steps: [takes(session(stranger, "PatchAutomation", "eve", [everything]), patchRole)],
    because: ["AutomationRolesOnlyInOrganization"],
  },
  {
    name: "a federated caller takes the patching role, which trusts the provider",
    given: [trusting(patchRole, trustOf({ Federated: "accounts.google.com" }))],
    steps: [
      {
        as: { principal: { federated: "accounts.google.com" }, context: {} },
        call: "sts:AssumeRoleWithWebIdentity",
        on: [patchRole],
      },
    ],
    because: ["ExemptRolesNotByFederation"],
  },
  {
    name: "the reader starts a session",
    given: [raised(readerRole)],
    steps: [calls(auditor, "ssm:StartSession", instance(home), preferences(home))],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "the reader sends a command",
    given: [raised(readerRole)],
    steps: [
      calls(auditor, "ssm:SendCommand", instance(home), awsDocument(home, "AWS-RunShellScript")),
    ],
    because: ["OnlyAutomationSendsCommands"],
  },
  ...["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectRetention"].map((call) => ({
    name: `the reader calls ${call} on a transcript`,
    given: [raised(readerRole)],
    steps: [calls(auditor, call, transcript(home))],
    because: ["KeepTranscripts", "NoDelete"],
  })),
  {
    name: "the reader forges a transcript",
    given: [raised(readerRole)],
    steps: [calls(auditor, "s3:PutObject", transcript(home))],
    because: ["TranscriptsOnlyFromNodes"],
  },
  {
    name: "the reader reads the transcripts of another account",
    given: [raised(readerRole)],
    steps: [calls(auditor, "s3:GetObject", transcript({ account: windows, region: home.region }))],
    because: ["TranscriptsOnlyToReader"],
  },
  {
    name: "the reader shortens the session log",
    given: [raised(readerRole)],
    steps: [calls(auditor, "logs:PutRetentionPolicy", logGroup(home))],
    because: ["ProtectSessionLogGroups"],
  },
  {
    name: "the reader opens the log bucket to others",
    given: [raised(readerRole)],
    steps: [calls(auditor, "s3:PutBucketPolicy", bucket(home))],
    because: ["SettingsOnlyByDeployRole", "ProtectSessionLogBuckets"],
  },
  ...[
    { where: "", given: [] },
    { where: ", where no SCP is attached", given: [withoutScps] },
    { where: ", where no RCP is attached", given: [withoutRcps] },
  ].map(({ where, given }) => ({
    name: `an administrator takes the reader, which trusts its account${where}`,
    given: [trusting(readerRole, ownAccount(web)), ...given],
    steps: [takes(teamAdministrator(web), readerRole)],
    because: ["ReaderOnlyFromIdentityAccount"],
  })),
  {
    name: "a role of the identity account takes the reader, which trusts that account",
    given: [trusting(readerRole, ownAccount(identity))],
    steps: [takes(teamAdministrator(identity), readerRole)],
    because: ["ReaderOnlyByUsers"],
  },
  ...(["access key", "session token without MFA"] as const).map((credentials) => ({
    name: `a thief with ${credentials} takes the reader, which trusts the identity account`,
    given: [trusting(readerRole, ownAccount(identity))],
    steps: [takes(user(identity, "breaker", credentials, [everything]), readerRole)],
    because: ["ReaderNeedsMfa"],
  })),
  {
    name: "a service takes the reader, which trusts it",
    given: [trusting(readerRole, trustOf({ Service: "lambda.amazonaws.com" }))],
    steps: [takes(service("lambda.amazonaws.com"), readerRole)],
    because: ["ReaderOnlyFromIdentityAccount"],
  },
  {
    name: "a deployment reads transcripts, all denies of its own taken away",
    given: [withoutOwnDenies],
    steps: [calls(unlimited(web, "SekishoDeploy"), "logs:FilterLogEvents", logGroup(home))],
    because: ["OnlyReaderReadsTranscripts"],
  },
];
