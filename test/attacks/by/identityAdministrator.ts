import { session, user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { takes } from "../world/entering";
import { rootUser, teamAdministrator } from "../world/people";
import { identity, role, web } from "../world/places";
import { Attack, Step } from "../world/scenario";
import { ownAccount, trusting } from "../world/tampered";

const mallory = teamAdministrator(identity);
const alice = `arn:aws:iam::${identity}:user/os-access/alice`;
const ci = `arn:aws:iam::${identity}:role/sekisho-ci`;
const osAccess = role({ account: web }, "OSAccess");
const calls = (call: string, ...on: string[]): Step => ({ as: mallory, call, on });

/** Whoever has AdministratorAccess in the account in which the users live. */
export const byIdentityAdministrators: readonly Attack[] = [
  {
    name: "an administrator of the identity account gives himself alice's access key",
    steps: [calls("iam:CreateAccessKey", alice)],
    because: ["NobodyActsForAUser"],
  },
  {
    name: "an administrator of the identity account puts his own MFA device in the place of alice's",
    steps: [calls("iam:DeactivateMFADevice", alice), calls("iam:EnableMFADevice", alice)],
    stopsAt: 0,
    because: ["NobodyActsForAUser"],
  },
  {
    name: "an administrator of the identity account sets alice's password",
    steps: [calls("iam:UpdateLoginProfile", alice)],
    because: ["OnlyDeployWritesUsers"],
  },
  {
    name: "an administrator of the identity account makes a user where people are",
    steps: [calls("iam:CreateUser", `arn:aws:iam::${identity}:user/os-access/mallory`)],
    because: ["OnlyDeployWritesUsers"],
  },
  {
    name: "an administrator of the identity account moves a user to where people are",
    steps: [calls("iam:UpdateUser", `arn:aws:iam::${identity}:user/breaker`)],
    because: ["OnlyDeployWritesUsers"],
  },
  {
    name: "an administrator of the identity account lengthens a window",
    steps: [
      calls("iam:CreatePolicyVersion", `arn:aws:iam::${identity}:policy/os-access/Grants-alice-1`),
    ],
    because: ["ProtectOsAccessPolicies"],
  },
  {
    name: "an administrator of the identity account attaches a window of his own to alice",
    steps: [calls("iam:AttachUserPolicy", alice)],
    because: ["OnlyDeployWritesUsers"],
  },
  {
    name: "an administrator of the identity account puts alice into the group of platform engineers",
    steps: [calls("iam:AddUserToGroup", `arn:aws:iam::${identity}:group/platform`)],
    because: ["OnlyDeployWritesGroups"],
  },
  {
    name: "an administrator of the identity account takes OSAccess as himself",
    steps: [takes(mallory, web, "mallory")],
    because: ["OsAccessOnlyByUsers"],
  },
  {
    name: "an administrator of the identity account takes OSAccess under alice's name",
    steps: [takes(session(identity, "TeamAdmin", "alice", [everything]), web, "alice")],
    because: ["OsAccessOnlyByUsers"],
  },
  {
    name: "an administrator of the identity account takes OSAccess with MFA, where it trusts the whole account",
    given: [trusting(osAccess, ownAccount(identity))],
    steps: [takes(mallory, web, "alice", { "aws:MultiFactorAuthPresent": "true" })],
    because: ["OsAccessOnlyByUsers"],
  },
  {
    name: "the root user of the identity account takes OSAccess",
    steps: [takes(rootUser(identity), web, "alice")],
    because: [],
  },
  {
    name: "an administrator of the identity account rewrites the trust of the CI role, takes it and then the deploy role",
    steps: [
      {
        ...calls("iam:UpdateAssumeRolePolicy", ci),
        then: trusting(ci, ownAccount(identity)),
      },
      calls("sts:AssumeRole", ci),
    ],
    stopsAt: 0,
    because: ["ProtectCiRole"],
  },
  {
    name: "an administrator of the identity account takes the CI role, whose trust somebody rewrote",
    given: [trusting(ci, ownAccount(identity))],
    steps: [calls("sts:AssumeRole", ci)],
    because: ["CiRoleOnlyByItsProvider"],
  },
  {
    name: "an administrator of the identity account takes the deploy role of a workload account",
    steps: [calls("sts:AssumeRole", role({ account: web }, "SekishoDeploy"))],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "an administrator of the identity account makes a CI role with a path and takes the deploy role",
    steps: [
      {
        ...calls("iam:CreateRole", role({ account: identity }, "team/sekisho-ci")),
        then: trusting(role({ account: identity }, "team/sekisho-ci"), ownAccount(identity)),
      },
      {
        as: session(identity, "team/sekisho-ci", "mallory", [everything]),
        call: "sts:AssumeRole",
        on: [role({ account: web }, "SekishoDeploy")],
      },
    ],
    because: ["DeployRoleOnlyByCi"],
  },
  {
    name: "a user of the identity account with every right gives alice a new key",
    steps: [
      {
        as: user(identity, "breaker", "MFA", [everything]),
        call: "iam:CreateAccessKey",
        on: [alice],
      },
    ],
    because: ["UsersKeepTheirOwnCredentials"],
  },
];
