import { PolicyDocument } from "../../support";
import { everything } from "./awsManagedPolicies";
import { role, web } from "./places";
import { Change } from "./scenario";

/** A trust policy that lets in whoever the attacker likes. */
export const trustOf = (Principal: object | "*"): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Tampered",
      Effect: "Allow",
      Principal,
      Action: "sts:*",
    },
  ],
});

/** Everybody of the account itself, as its root stands for them. */
export const ownAccount = (account: string) => trustOf({ AWS: `arn:aws:iam::${account}:root` });

/** The world in which a role trusts somebody else. */
export const trusting =
  (roleArn: string, trust: PolicyDocument): Change =>
  (world) =>
    world.with(new Map([[roleArn, trust]]));

/** The world in which a role has AdministratorAccess on top of what it had. */
export const raised =
  (roleArn: string): Change =>
  (world) =>
    world.attaching(roleArn, everything);

/** Somebody rewrote the trust of OSAccess in web-production. */
export const osAccessTrustsItsAccount = trusting(
  role({ account: web }, "OSAccess"),
  ownAccount(web),
);
