import { AccessPath } from "../accessPath";

const serviceAuthorization =
  "Service Authorization Reference, AWS Systems Manager (iam-data, September 2026)";

/** Interactive sessions through Systems Manager. */
export const sessionPaths: readonly AccessPath[] = [
  {
    id: "OnlyOsAccessStartsSessions",
    title: "Sessions are started and resumed by OSAccess alone.",
    opens: "A root shell, a desktop or a tunnel on any managed node.",
    actions: ["ssm:StartSession", "ssm:ResumeSession", "ssm-guiconnect:StartConnection"],
    exempt: ["osAccess"],
    source: serviceAuthorization,
  },
  {
    id: "NoJustInTimeAccess",
    title: "Nobody asks for or fetches a just-in-time access token.",
    opens: "A token that starts a session without StartSession in the caller's own policies.",
    actions: ["ssm:StartAccessRequest", "ssm:GetAccessToken"],
    exempt: [],
    source: serviceAuthorization,
  },
  {
    id: "OnlyOsAccessReadsWindowsPasswords",
    title: "The administrator password of a Windows instance is read by OSAccess alone.",
    opens: "RDP as Administrator for whoever holds the key pair.",
    actions: ["ec2:GetPasswordData"],
    exempt: ["osAccess"],
    source: "Service Authorization Reference, Amazon EC2 (iam-data, September 2026)",
  },
];
