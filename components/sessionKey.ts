import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { justInTimeRole, roleArn, sessionKeyAlias } from "../model/names";
import { keyAdministration, onlyRoles } from "./keyAdministration";
import { nodeRoleArns } from "./nodePolicy";

export interface SessionKeyArgs {
  zone: LandingZone;
  /** The account of the nodes. */
  account: KnownAccount;
  /** The region whose sessions it encrypts. */
  region: string;
}

/**
 * The key that encrypts the sessions of one region between client and node. It is a second lock on shell sessions that
 * name it, as the preferences do: one whose client gets no data key never opens. Port sessions (RDP, SSH, forwarding) are
 * not encrypted with it, and a session document of one's own need not name it: that no such document is written is the
 * guardrails' part.
 */
export class SessionKey extends pulumi.ComponentResource {
  constructor(name: string, args: SessionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionKey", name, {}, opts);
    const { zone, account, region } = args;

    // Without the key no session starts in this region, and a deleted key does not come back.
    const key = new aws.kms.Key(
      `${name}-key`,
      {
        region,
        description: "Session Manager sessions between client and node",
        enableKeyRotation: true,
        policy: sessionKeyPolicy(zone, account),
        ...(account.osAccess.mode === "just-in-time-node-access" && { tags: justInTime }),
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(
      `${name}-alias`,
      { region, name: sessionKeyAlias, targetKeyId: key.keyId },
      { parent: this },
    );

    this.registerOutputs();
  }
}

/**
 * AWS's role for just-in-time node access may use only keys that carry this tag.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-just-in-time-node-access-session-preferences.html
 */
const justInTime = { SystemsManagerJustInTimeNodeAccessManaged: "true" };

/**
 * Data keys for the one role that may open sessions, decryption for the nodes. Both ends send the session's and the
 * target's id as encryption context (agent/session/crypto/blockcipher.go of aws/amazon-ssm-agent), so the key serves
 * nothing but sessions.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
 */
function sessionKeyPolicy(zone: LandingZone, account: KnownAccount): string {
  const inSession = {
    Null: {
      "kms:EncryptionContext:aws:ssm:SessionId": "false",
      "kms:EncryptionContext:aws:ssm:TargetId": "false",
    },
  };
  const opener = onlyRoles(zone, account, [sessionRoleArn(zone, account)]);
  const nodes = onlyRoles(zone, account, nodeRoleArns(zone, account));

  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ...keyAdministration(zone, account),
      {
        Sid: "OpenSessions",
        Effect: "Allow",
        ...opener,
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: { ...opener.Condition, ...inSession },
      },
      {
        Sid: "TakeSessions",
        Effect: "Allow",
        ...nodes,
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { ...nodes.Condition, ...inSession },
      },
    ],
  });
}

/** ARN of the role in whose name sessions of the account are opened; just-in-time node access brings AWS's own. */
function sessionRoleArn(zone: LandingZone, account: KnownAccount): string {
  return roleArn(
    zone,
    account.id,
    account.osAccess.mode === "grants" ? zone.osAccessRole : justInTimeRole,
  );
}
