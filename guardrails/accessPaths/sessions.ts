import { justInTimeRole } from "../../model/names";
import { AccessPath } from "../accessPath";
import { isJustInTime } from "../exemptions";

const serviceAuthorization =
  "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)";

const startsSessions = ["ssm:StartSession", "ssm:ResumeSession", "ssm-guiconnect:StartConnection"];

/** Interactive sessions through Systems Manager. */
export const sessionPaths: readonly AccessPath[] = [
  {
    id: "OnlyOsAccessStartsSessions",
    title: "Sessions are started and resumed by OSAccess alone.",
    can: "start sessions on nodes",
    opens: "A root shell, a desktop or a tunnel on any managed node.",
    actions: startsSessions,
    exempt: ["osAccess", "justInTime"],
    breaks: "Sessions and Fleet Manager desktops of administrators.",
    emergency: true,
    source: serviceAuthorization,
  },
  {
    id: "NoOsAccessBesideJustInTime",
    title: `Where just-in-time node access lets people in, only ${justInTimeRole} opens sessions.`,
    can: "start sessions on just-in-time nodes",
    opens: "An OSAccess that an earlier mode left behind: a second door past AWS's approvals.",
    actions: [...startsSessions, "ec2:GetPasswordData"],
    exists: (_, accounts) => accounts.some(isJustInTime),
    conditions: (_, accounts) => ({
      StringEquals: {
        "aws:PrincipalAccount": accounts.filter(isJustInTime).map(({ id }) => id),
      },
    }),
    exempt: ["justInTime"],
    emergency: true,
    source: "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  },
  {
    id: "NoJustInTimeAccess",
    title:
      "A just-in-time access token is asked for and fetched by the declared requesters of accounts with that mode alone.",
    can: "ask for just-in-time access",
    opens: "A token that starts a session without StartSession in the caller's own policies.",
    actions: ["ssm:StartAccessRequest", "ssm:GetAccessToken"],
    exempt: ["requester"],
    source: serviceAuthorization,
  },
  {
    id: "OnlyOsAccessReadsWindowsPasswords",
    title: "The administrator password of a Windows instance is read by OSAccess alone.",
    can: "read Windows passwords",
    opens: "RDP as Administrator for whoever holds the key pair.",
    actions: ["ec2:GetPasswordData"],
    exempt: ["osAccess"],
    source: "Service Authorization Reference, Amazon EC2 (iam-data, September 2026)",
  },
];
