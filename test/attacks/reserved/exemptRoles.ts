import { exemptNames, nodeNames, otherNames } from "../world/people";
import { factory, Place, role } from "../world/places";
import { ReservedCalls } from "./reservedCalls";

/**
 * Whatever makes a role, or changes what it may do or who may take it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const changesRole = [
  "iam:CreateRole",
  "iam:UpdateAssumeRolePolicy",
  "iam:PutRolePolicy",
  "iam:DeleteRolePolicy",
  "iam:AttachRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:DeleteRolePermissionsBoundary",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
  "iam:DeleteRole",
  "iam:TagRole",
  "iam:UntagRole",
];

const teamRole = (place: Place) => [[role(place, "TeamApplication")]];

/** The roles on which guardrails rest, and what is attached to them. */
export const exemptRoles: readonly ReservedCalls[] = [
  {
    aim: "make or change a role that the guardrails exempt",
    calls: [...changesRole, "iam:PassRole"],
    on: (place) =>
      exemptNames.flatMap((name) => [[role(place, name)], [role(place, `team/${name}`)]]),
    keptFor: ["SekishoDeploy"],
    free: teamRole,
  },
  {
    aim: "make or change a role of just-in-time access",
    calls: [...changesRole, "iam:PassRole"],
    on: (place) => otherNames.map((name) => [role(place, name)]),
    keptFor: ["SekishoDeploy"],
    free: teamRole,
    places: [{ account: factory, region: "ap-northeast-1" }],
  },
  {
    aim: "make or change the role of the nodes",
    calls: changesRole,
    on: (place) => nodeNames.map((name) => [role(place, name)]),
    keptFor: ["SekishoDeploy"],
    free: teamRole,
  },
  {
    aim: "change a managed policy of OS access",
    calls: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:SetDefaultPolicyVersion",
    ],
    on: ({ account }) => [
      [`arn:aws:iam::${account}:policy/os-access/Grants-alice-1`],
      [`arn:aws:iam::${account}:policy/os-access/SekishoUserBoundary`],
      [`arn:aws:iam::${account}:policy/os-access/SessionGrants-1`],
    ],
    keptFor: ["SekishoDeploy"],
    free: ({ account }) => [[`arn:aws:iam::${account}:policy/TeamApplication`]],
  },
];
