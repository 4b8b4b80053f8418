import { Given } from "./support";

/** The sanctioned trust policy of OSAccess for the small example. */
export const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "IdentityUsersWithMfa",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::222222222222:root" },
      Action: "sts:AssumeRole",
      Condition: {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
        ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/os-access/*" },
        StringEquals: {
          "aws:PrincipalOrgID": "o-a1b2c3d4e5",
          "sts:RoleSessionName": "${aws:username}",
        },
      },
    },
  ],
} as const;

/** The OSAccess role with it, some properties changed. */
export function osAccess(changes: object): Given {
  return {
    type: "aws:iam/role:Role",
    props: {
      name: "OSAccess",
      path: "/",
      maxSessionDuration: 3600,
      assumeRolePolicy: JSON.stringify(trust),
      ...changes,
    },
  };
}
