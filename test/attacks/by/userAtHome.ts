import { everything } from "../world/awsManagedPolicies";
import { person, withoutScps } from "../world/people";
import { identity, role, web } from "../world/places";
import { Attack, Change, Step } from "../world/scenario";
import { Credentials } from "../world/actor";

const userArn = (name: string) => `arn:aws:iam::${identity}:user/os-access/${name}`;
const device = `arn:aws:iam::${identity}:mfa/another`;

const calls = (name: string, credentials: Credentials, call: string, ...on: string[]): Step => ({
  as: person(name, credentials),
  call,
  on,
});

/** Somebody attached AdministratorAccess to alice: what is left is her boundary. */
const aliceIsAdministrator: Change = (world) => world.attaching(userArn("alice"), everything);

/** A user, or whoever has her password or key, at work on users and devices in the identity account. */
export const byUsersAtHome: readonly Attack[] = [
  ...["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ResyncMFADevice"].map((call) => ({
    name: `a thief with an access key calls ${call} to enrol a device of his own`,
    steps: [
      calls("alice", "access key", call, call.includes("Virtual") ? device : userArn("alice")),
    ],
    because: ["EnrolInConsoleOnly"],
  })),
  ...[
    "iam:ChangePassword",
    "iam:CreateAccessKey",
    "iam:DeactivateMFADevice",
    "iam:DeleteAccessKey",
    "iam:UpdateAccessKey",
    "iam:GetAccessKeyLastUsed",
    "iam:ListAccessKeys",
  ].flatMap((call) => [
    {
      name: `a thief with a password calls ${call} without MFA`,
      steps: [calls("alice", "console without MFA", call, userArn("alice"))],
      because: ["OnlyEnrolWithoutMfa"],
    },
    {
      name: `a thief with an access key calls ${call}`,
      steps: [calls("alice", "access key", call, userArn("alice"))],
      because: ["OnlyEnrolWithoutMfa"],
    },
  ]),
  ...[
    "iam:ChangePassword",
    "iam:CreateAccessKey",
    "iam:DeactivateMFADevice",
    "iam:DeleteAccessKey",
    "iam:EnableMFADevice",
    "iam:GetUser",
    "iam:ListAccessKeys",
    "iam:ListMFADevices",
    "iam:ResyncMFADevice",
    "iam:UpdateAccessKey",
  ].map((call) => ({
    name: `a user calls ${call} on a colleague, where no SCP is attached`,
    given: [withoutScps],
    steps: [calls("alice", "MFA", call, userArn("bob"))],
    because: ["no identity" as const],
  })),
  ...[
    "iam:AddUserToGroup",
    "iam:AttachUserPolicy",
    "iam:CreateLoginProfile",
    "iam:DeleteUserPermissionsBoundary",
    "iam:PutUserPolicy",
    "iam:UpdateLoginProfile",
  ].map((call) => ({
    name: `a user with AdministratorAccess attached calls ${call} on herself`,
    given: [aliceIsAdministrator],
    steps: [calls("alice", "MFA", call, userArn("alice"))],
    because: [],
  })),
  {
    name: "a user with AdministratorAccess attached works in the identity account past her boundary",
    given: [aliceIsAdministrator],
    steps: [calls("alice", "MFA", "s3:ListAllMyBuckets")],
    because: ["no boundary"],
  },
  {
    name: "a thief with a password and AdministratorAccess works without MFA",
    given: [aliceIsAdministrator],
    steps: [calls("alice", "console without MFA", "iam:ListUsers")],
    because: ["OnlyEnrolWithoutMfa"],
  },
  {
    name: "a thief with an access key and AdministratorAccess takes a role that asks for no MFA",
    given: [aliceIsAdministrator],
    steps: [
      {
        as: person("alice", "access key"),
        call: "sts:AssumeRole",
        on: [role({ account: web }, "TeamAdmin")],
      },
    ],
    because: ["OnlyEnrolWithoutMfa"],
  },
  {
    name: "a user deletes a device",
    steps: [calls("alice", "MFA", "iam:DeleteVirtualMFADevice", device)],
    because: ["no identity"],
  },
];
