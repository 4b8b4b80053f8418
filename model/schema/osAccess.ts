import * as z from "zod";
import {
  cidr,
  days,
  duration,
  exemptRoleName,
  flag,
  list,
  oneOf,
  roleName,
  says,
  section,
  text,
} from "./scalars";

/**
 * Days that CloudWatch Logs takes as retention.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const cloudWatchRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
const tagKey = text(
  /^(?![aA][wW][sS]:)[A-Za-z0-9+=._:/@-][A-Za-z0-9 +=._:/@-]{0,127}$/,
  "a tag key of 1 to 128 letters, digits, spaces and +-=._:/@ that does not start with 'aws:'",
  "correct it",
);

const tagValue = text(
  /^[A-Za-z0-9 +=._:/@-]{1,256}$/,
  "a tag value of 1 to 256 letters, digits, spaces and +-=._:/@",
  "correct it",
);

const nodeId = text(
  /^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/,
  "an instance id (i- and 8 or 17 hexadecimal digits) or a managed node id (mi- and 17)",
  "correct it",
);

export const channels = list(oneOf(["shell", "rdp", "port-forward", "ssh"]), 1).describe(
  "Ways into the OS: shell and rdp leave a record; port-forward and ssh leave no transcript.",
);

const selectorForms = "all, { tag: { Key: value } } or { ids: [...] }";

export const nodes = z
  .union(
    [
      z.literal("all"),
      section(
        {
          tag: z
            .record(tagKey, tagValue, says("one tag, { Key: value }", "write one"))
            .refine((tags) => Object.keys(tags).length === 1, says("exactly one tag", "keep one"))
            .meta({ minProperties: 1, maxProperties: 1 })
            .describe("The one tag that a node must carry.")
            .optional(),
          ids: list(nodeId, 1).describe("Instance ids and managed node ids.").optional(),
        },
        "Either a tag or ids.",
      )
        .refine(({ tag, ids }) => (tag === undefined) !== (ids === undefined), {
          ...says("either tag or ids", "keep one of the two"),
        })
        .meta({ minProperties: 1, maxProperties: 1 }),
    ],
    says(selectorForms, "choose one"),
  )
  .describe("Which nodes: all, those with one tag, or those of the ids.");

const off = z.literal("off");

const objectLock = oneOf(["governance", "compliance"]).describe(
  "governance: a role with s3:BypassGovernanceRetention can delete; compliance: nobody can.",
);

const s3Retention = days("a number of days such as 400d", () => true).describe(
  "Days that a transcript cannot be deleted.",
);

const logs = section(
  {
    s3: section(
      { retention: s3Retention.optional(), objectLock: objectLock.optional() },
      "The log bucket of each account.",
    ).optional(),
    cloudWatch: z
      .union(
        [
          off,
          section(
            {
              retention: days(
                `one of ${cloudWatchRetentions.map((value) => `${value}d`).join(", ")}`,
                (value) => cloudWatchRetentions.includes(value),
              ).describe("Days, one of the values that CloudWatch Logs takes."),
            },
            "The log group of each account and region.",
          ),
        ],
        says("off or { retention: 90d }", "choose one"),
      )
      .describe("Streaming to CloudWatch Logs; off leaves S3 alone.")
      .optional(),
    reader: roleName.describe("The role in roles that alone reads transcripts.").optional(),
  },
  "Where sessions are logged.",
);

/** No shell syntax, no list, no ALL: this text becomes a line of sudoers. */
const sudoRunAs = text(
  /^(?!%?root$)%?[a-z_][a-z0-9_-]{0,31}$/,
  "an OS user, or % and an OS group, of small letters, digits, _ and -, other than root and %root",
  "correct it",
);

/** Groups whose members may become root on the usual distributions. */
const administrators = ["%wheel", "%sudo"];

const { error: withoutPassword } = says(
  `a user or group other than ${administrators.join(" and ")} where targetPassword is false, because without the target's password it is root for everyone`,
  "name another or remove targetPassword",
);

const sudo = z
  .union(
    [
      off,
      section(
        {
          runAs: list(sudoRunAs, 1).describe("Who ssm-user may become; %admin is the group admin."),
          targetPassword: flag
            .default(true)
            .describe("sudo asks for the target user's password. Defaults to true."),
        },
        "sudo rules of ssm-user.",
      ).check((context) => {
        const { runAs, targetPassword } = context.value;
        runAs.forEach((value, position) => {
          if (!targetPassword && administrators.includes(value)) {
            const path = ["runAs", position];
            context.issues.push({ code: "custom", input: value, path, message: withoutPassword() });
          }
        });
      }),
    ],
    says("off or { runAs: [...] }", "choose one"),
  )
  .describe("sudo rules of ssm-user; off leaves what the agent wrote.");

const overridable = {
  channels: channels.optional(),
  nodes: nodes.optional(),
  idleTimeout: duration("1m", "60m")
    .describe("Time without input after which a session ends.")
    .optional(),
  maxSession: duration("1m", "24h").describe("Time after which a session ends.").optional(),
  maxGrant: duration("15m", "31d").describe("Longest window that a grant may have.").optional(),
  sourceIp: list(cidr)
    .describe("Ranges from which OSAccess may be taken and used; empty is anywhere.")
    .optional(),
  logs: logs.optional(),
  runAs: text(
    /^(?!root$)[a-z_][a-z0-9_-]{0,31}$/,
    "off, or an OS user of small letters, digits, _ and -, other than root",
    "correct it",
  )
    .describe("OS user that sessions run as on Linux; off is ssm-user.")
    .optional(),
  promptTag: tagKey.describe("Tag of the node that the prompt shows.").optional(),
  sudo: sudo.optional(),
  mode: oneOf(["grants", "just-in-time-node-access"])
    .describe("Who lets people in: grants.yaml, or AWS's approvals.")
    .optional(),
  windows: oneOf(["sessions", "assume-role"])
    .describe(
      "Where a grant's window holds: sessions, in OSAccess too, with its nodes and channels; assume-role, on taking the role alone.",
    )
    .optional(),
  sessionExpiry: flag
    .describe("A function in each region ends sessions whose window is over, every minute.")
    .optional(),
  alarmTopic: text(
    /^[A-Za-z0-9_-]{1,256}$/,
    "the name of an SNS topic, of 1 to 256 letters, digits, _ and -",
    "correct it",
  )
    .describe("SNS topic, in each region of the account, that is told when that function stops.")
    .optional(),
  requesters: list(roleName, 1)
    .describe(
      "Names in roles that may ask for just-in-time access; without it, all that people switch to there.",
    )
    .optional(),
};

/** Settings of an OU or an account: each key that is there replaces the inherited one. */
export const osAccessOverride = section(
  {
    ...overridable,
    role: z
      .never(says("one name for the whole organization, under osAccess", "remove it"))
      .describe("Not here: one name for the whole organization, under osAccess.")
      .optional(),
  },
  "Overrides of the inherited OS-access settings, key by key.",
);

/** Settings of the organization, which OUs and accounts inherit. */
export const osAccess = section(
  {
    role: exemptRoleName
      .describe("The role's name, one in the whole organization.")
      .default("OSAccess"),
    ...overridable,
  },
  "OS access of every account; an OU or an account overrides single keys.",
);

/** What one level says; a key that is not there is inherited. */
export type OsAccessSettings = Omit<z.output<typeof osAccessOverride>, "role">;
