import { Context } from "../../../iam/request";
import { Actor } from "./actor";
import { osAccess, person } from "./people";
import { instance, Place, preferences, role, sessionKey } from "./places";
import { Step } from "./scenario";

/** Somebody takes OSAccess of an account under a session name. */
export const takes = (
  as: Actor,
  account: string,
  sessionName: string,
  context: Context = {},
): Step => ({
  as,
  call: "sts:AssumeRole",
  on: [role({ account }, "OSAccess")],
  context: { "sts:RoleSessionName": sessionName, ...context },
});

/** A user with MFA takes OSAccess of an account under his own name. */
export const enters = (name: string, account: string, context: Context = {}): Step =>
  takes(person(name), account, name, context);

const declared = {
  "ssm:resourceTag/os-access": "allowed",
  "aws:ResourceTag/os-access": "allowed",
};

/** The instance of a place, with the tag that opens it to OSAccess. */
export const taggedInstance = (place: Place) => ({ arn: instance(place), context: declared });

/** The holder of an OSAccess session starts a shell on a declared node. */
export const startsShell = (name: string, place: Place, context: Context = {}): Step => ({
  as: osAccess(place.account, name),
  call: "ssm:StartSession",
  on: [taggedInstance(place), preferences(place)],
  context: { "ssm:SessionDocumentAccessCheck": "true", ...context },
});

/** The session's data key, without which the preferences' encryption opens nothing. */
export const getsDataKey = (as: Actor, place: Place, context: Context = {}): Step => ({
  as,
  call: "kms:GenerateDataKey",
  on: [sessionKey(place)],
  context: {
    "kms:ResourceAliases": ["alias/sekisho-session"],
    "kms:EncryptionContext:aws:ssm:SessionId": "alice-0aaaaaaaaaaaaaaa1",
    "kms:EncryptionContext:aws:ssm:TargetId": "i-0aaaaaaaaaaaaaaa1",
    ...context,
  },
});
