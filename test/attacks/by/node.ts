import { Context } from "../../../iam/request";
import { session } from "../world/actor";
import { getsDataKey } from "../world/entering";
import {
  awsDocument,
  bucket,
  factory,
  home,
  identity,
  instance,
  logGroup,
  preferences,
  role,
  sessionKey,
  stranger,
  transcript,
  web,
  windows,
} from "../world/places";
import { Attack, Change, Step } from "../world/scenario";
import { raised } from "../world/tampered";

const node = session(web, "SekishoNode", "i-0aaaaaaaaaaaaaaa1");
const hybrid = session(web, "SekishoHybridNode", "mi-0aaaaaaaaaaaaaaa1");
const gateway = session(factory, "FactoryGateway", "i-0bbbbbbbbbbbbbbb1");
const other = { account: windows, region: home.region };

const calls = (call: string, on: string[], context: Context = {}): Step => ({
  as: node,
  call,
  on,
  context,
});

/** Somebody who is root on a node also put AdministratorAccess on its role. */
const nodeIsAdministrator: Change = raised(role(home, "SekishoNode"));

const encrypted = {
  "kms:ResourceAliases": ["alias/sekisho-session"],
  "kms:EncryptionContext:aws:ssm:SessionId": "alice-0aaaaaaaaaaaaaaa1",
  "kms:EncryptionContext:aws:ssm:TargetId": "i-0aaaaaaaaaaaaaaa1",
};

/** Root on a node, with the credentials of the node's role. */
export const byNodes: readonly Attack[] = [
  {
    name: "a node reads what was typed on it",
    steps: [calls("s3:GetObject", [transcript(home)])],
    because: ["TranscriptsOnlyToReader"],
  },
  ...[
    "s3:DeleteObject",
    "s3:DeleteObjectVersion",
    "s3:BypassGovernanceRetention",
    "s3:PutObjectRetention",
  ].map((call) => ({
    name: `a node ends its own transcript by ${call}`,
    given: [nodeIsAdministrator],
    steps: [calls(call, [transcript(home)])],
    because: ["NoDelete", "KeepTranscripts"],
  })),
  {
    name: "a node writes beside the transcripts",
    steps: [calls("s3:PutObject", [`${bucket(home)}/mine.txt`])],
    because: ["no identity"],
  },
  {
    name: "a node writes into another account's log bucket",
    given: [nodeIsAdministrator],
    steps: [calls("s3:PutObject", [transcript(other)])],
    because: ["TranscriptsOnlyFromNodes"],
  },
  {
    name: "a node writes its transcript into a stranger's bucket of the same name",
    steps: [
      {
        as: node,
        call: "s3:PutObject",
        on: [{ arn: transcript(home), context: { "aws:ResourceAccount": stranger } }],
      },
    ],
    because: ["no identity"],
  },
  {
    name: "a node takes a stranger's bucket of the same name for its own",
    steps: [
      {
        as: node,
        call: "s3:GetEncryptionConfiguration",
        on: [{ arn: bucket(home), context: { "aws:ResourceAccount": stranger } }],
      },
    ],
    because: ["no identity"],
  },
  {
    name: "a node writes to a log group that is not of sessions",
    steps: [
      calls("logs:PutLogEvents", [
        `arn:aws:logs:ap-northeast-1:${web}:log-group:/aws/cloudtrail:log-stream:x`,
      ]),
    ],
    because: ["no identity"],
  },
  {
    name: "a node writes to the session log of a region that is not declared",
    steps: [
      calls("logs:PutLogEvents", [
        `${logGroup({ account: web, region: "eu-west-1" })}:log-stream:x`,
      ]),
    ],
    because: ["no identity"],
  },
  {
    name: "a node reads the session log",
    given: [nodeIsAdministrator],
    steps: [calls("logs:GetLogEvents", [logGroup(home)])],
    because: ["OnlyReaderReadsTranscripts"],
  },
  {
    name: "a node with every right starts a session on another",
    given: [nodeIsAdministrator],
    steps: [calls("ssm:StartSession", [instance(home), preferences(home)])],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "a node with every right sends a command to another",
    given: [nodeIsAdministrator],
    steps: [calls("ssm:SendCommand", [instance(home), awsDocument(home, "AWS-RunShellScript")])],
    because: ["OnlyAutomationSendsCommands"],
  },
  {
    name: "a node with every right gets a data key of its own",
    given: [nodeIsAdministrator],
    steps: [getsDataKey(node, home)],
    because: ["no resource"],
  },
  {
    name: "a node decrypts with the session key what is no session",
    steps: [
      calls("kms:Decrypt", [sessionKey(home)], {
        "kms:ResourceAliases": ["alias/sekisho-session"],
      }),
    ],
    because: ["no resource"],
  },
  ...["SessionId", "TargetId"].map((missing) => ({
    name: `a node decrypts with the session key without the ${missing}`,
    steps: [
      calls(
        "kms:Decrypt",
        [sessionKey(home)],
        Object.fromEntries(Object.entries(encrypted).filter(([key]) => !key.endsWith(missing))),
      ),
    ],
    because: ["no resource" as const],
  })),
  {
    name: "a node decrypts with another key of the account",
    steps: [
      calls("kms:Decrypt", [`arn:aws:kms:ap-northeast-1:${web}:key/team`], {
        "kms:ResourceAliases": ["alias/team"],
      }),
    ],
    because: ["no identity"],
  },
  {
    name: "a node decrypts the sessions of another account",
    given: [nodeIsAdministrator],
    steps: [calls("kms:Decrypt", [sessionKey(other)], encrypted)],
    because: ["no resource"],
  },
  ...[node, hybrid, gateway].map((as) => ({
    name: `a node under ${as.role!.split("/").at(-1)} takes OSAccess of its account`,
    steps: [
      {
        as,
        call: "sts:AssumeRole",
        on: [role({ account: as.bearer!.account }, "OSAccess")],
      },
    ],
    because: ["OsAccessOnlyFromIdentityAccount"],
  })),
  {
    name: "a node makes itself a user in the identity account",
    steps: [calls("iam:CreateUser", [`arn:aws:iam::${identity}:user/os-access/mallory`])],
    because: ["no identity"],
  },
  {
    name: "a node with every right registers itself elsewhere",
    given: [nodeIsAdministrator],
    steps: [calls("ssm:CreateActivation", [])],
    because: ["OnlyAutomationRegistersHybridNodes"],
  },
];
