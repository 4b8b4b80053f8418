import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import {
  logBucket,
  preferencesDocument,
  regionalArn,
  sessionKeyAlias,
  sessionLogGroup,
  transcriptPrefix,
} from "../model/names";
import { linuxShellProfile, windowsShellProfile } from "./shellProfile";

export interface SessionPreferencesArgs {
  zone: LandingZone;
  /** The account of the nodes. */
  account: KnownAccount;
  /** The region whose sessions it governs. */
  region: string;
}

/**
 * Session Manager's preferences of one account and region: where transcripts go, the session key, the time limits,
 * the OS user and the shell profile. `opts.dependsOn` reaches the document: sinks and key have to stand before it.
 *
 * Where somebody opened the preferences in the console the document exists already and creating it fails. With the
 * region in the account's `adopt`, the first update takes it over as it is, unlogged sessions and all; then take the
 * region out of `adopt`, and the next update writes our content in place.
 */
export class SessionPreferences extends pulumi.ComponentResource {
  constructor(name: string, args: SessionPreferencesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionPreferences", name, {}, opts);
    const { zone, account, region } = args;

    new aws.ssm.Document(
      `${name}-document`,
      {
        region,
        name: preferencesDocument,
        documentType: "Session",
        documentFormat: "JSON",
        content: preferencesContent(zone, account, region),
      },
      {
        parent: this,
        dependsOn: opts?.dependsOn,
        ...(account.adopt.includes(region) && adoption(region)),
      },
    );

    this.registerOutputs();
  }
}

/**
 * An import fails if what exists differs from what is asked for, so all that may differ is left as it is found. The id
 * carries the region because the provider's own may be another.
 * https://www.pulumi.com/registry/packages/aws/how-to-guides/aws-enhanced-region-support/
 */
function adoption(region: string): pulumi.CustomResourceOptions {
  return {
    import: `${preferencesDocument}@${region}`,
    ignoreChanges: [
      "content",
      "documentFormat",
      "permissions",
      "tags",
      "targetType",
      "versionName",
    ],
  };
}

/**
 * The document's content, at most 64 KB. Both encryption flags are on for every sink in use: with them the agent checks
 * the sink first and refuses the session if it is missing, without them it only warns.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 *
 * The key is named by its alias, since its id is unknown until it exists. The client hands the name to GenerateDataKey
 * and the agent to Decrypt, both of which take the ARN of an alias
 * (https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html, agent/session/crypto/kmsservice.go of
 * aws/amazon-ssm-agent). That Session Manager itself takes one in its preferences has not been tried on a live account.
 */
export function preferencesContent(
  zone: LandingZone,
  account: KnownAccount,
  region: string,
): string {
  const { logs, idleTimeout, maxSession, runAs, promptTag } = account.osAccess;
  const cloudWatch = logs.cloudWatch !== undefined;
  return JSON.stringify({
    schemaVersion: "1.0",
    description: "Session Manager preferences of this region",
    sessionType: "Standard_Stream",
    inputs: {
      s3BucketName: logBucket(account),
      s3KeyPrefix: transcriptPrefix,
      s3EncryptionEnabled: true,
      cloudWatchLogGroupName: cloudWatch ? sessionLogGroup : "",
      cloudWatchEncryptionEnabled: cloudWatch,
      cloudWatchStreamingEnabled: cloudWatch,
      kmsKeyId: regionalArn(zone, "kms", region, account.id, sessionKeyAlias),
      runAsEnabled: runAs !== undefined,
      runAsDefaultUser: runAs ?? "",
      idleSessionTimeout: String(idleTimeout),
      maxSessionDuration: String(maxSession),
      shellProfile: {
        linux: linuxShellProfile(promptTag),
        windows: windowsShellProfile(promptTag),
      },
    },
  });
}
