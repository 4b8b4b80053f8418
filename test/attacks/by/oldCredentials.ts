import { enters } from "../world/entering";
import { osAccess } from "../world/people";
import { Place, role, webDevelopment } from "../world/places";
import { Attack, Step, Use } from "../world/scenario";
import { raised } from "../world/tampered";
import { placesOf, said, starts, withoutReadOnlyAccess } from "./sessionOwner";
import { sessionRights } from "./sessionRights";

const revoked = "2026-12-15T01:30:00Z";

/** What a revocation closes at once, whatever is attached to the role. */
const afterRevocation = [
  "ec2:DescribeInstances",
  "ssm:StartSession",
  "ssm:ResumeSession",
  "ssmmessages:OpenDataChannel",
  "kms:GenerateDataKey",
];

/** carol of web-development, with credentials that she took a second before her grant was revoked, or then. */
const carolCalls = (
  call: string,
  issued: string,
  { name = "carol", at = "2026-12-15T01:31:00Z" } = {},
): Step => ({
  as: osAccess(webDevelopment, name),
  call,
  context: { "aws:CurrentTime": at, "aws:TokenIssueTime": issued },
});

/** Whoever took credentials in time, and uses them later than he may. */
export const byOldCredentials: readonly Attack[] = [
  ...sessionRights.map((right) => {
    const [place] = placesOf(right) as [Place];
    const [at, ended] = [right.inside[1], right.outside[1]!];
    return {
      name: `${said(right)} starts one in the last second, and another with the same credentials a second later`,
      steps: [
        enters(right.user, right.account, { "aws:CurrentTime": at }),
        starts(right, { place, at }),
        starts(right, { place, at: ended }),
      ],
      because: ["no identity"],
    };
  }),
  ...[[], [raised(role({ account: webDevelopment }, "OSAccess"))]].flatMap((given) =>
    afterRevocation.map((call) => ({
      name: `carol calls ${call} with credentials from before her revocation${given.length > 0 ? ", where OSAccess has AdministratorAccess" : ""}`,
      given,
      steps: [carolCalls(call, "2026-12-15T01:29:59Z")],
      because: ["Revokedcarol"],
    })),
  ),
  {
    name: "carol looks around in the second of her revocation, with credentials from before",
    steps: [carolCalls("ec2:DescribeInstances", "2026-12-15T01:00:00Z", { at: revoked })],
    because: ["Revokedcarol"],
  },
];

/** A revocation closes the credentials of one person, and those of before. */
export const besideRevocations: readonly Use[] = [
  {
    name: "carol comes back after her revocation and looks around; so do others with older credentials",
    given: [withoutReadOnlyAccess],
    steps: [
      carolCalls("ec2:DescribeInstances", revoked),
      ...["alice", "carol.x", "xcarol"].map((name) =>
        carolCalls("ec2:DescribeInstances", "2026-12-15T01:00:00Z", { name }),
      ),
      { ...carolCalls("ec2:DescribeInstances", revoked), context: {} },
    ],
  },
  {
    name: "carol looks around until the second of her revocation",
    given: [withoutReadOnlyAccess],
    steps: [
      carolCalls("ec2:DescribeInstances", "2026-12-15T01:00:00Z", { at: "2026-12-15T01:29:59Z" }),
    ],
  },
];
