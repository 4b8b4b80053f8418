import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone, NodeSelector, Sudo } from "../model/landingZone";
import { hardeningDocument } from "../model/names";
import { chunks } from "./chunks";
import { hardeningScript } from "./sudoers";

/** Values that one target takes (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Target.html). */
const maximumTargetValues = 50;

export interface OsHardeningArgs {
  zone: LandingZone;
  /** The account of the nodes. */
  account: KnownAccount;
  /** The region whose nodes are hardened. */
  region: string;
}

/**
 * The sudo rules of ssm-user on the Linux nodes of one account and region: our Command document, and associations that
 * apply it when a node registers and every hour after. It makes nothing where the account declares no `sudo`; nodes
 * that were hardened before keep their rules then, because the agent does not touch a file that exists.
 *
 * Between a node's first contact and its first association run ssm-user has the agent's rules; the agent writes them
 * when the first session starts. A node on which the script fails is non-compliant, severity CRITICAL.
 */
export class OsHardening extends pulumi.ComponentResource {
  constructor(name: string, args: OsHardeningArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:OsHardening", name, {}, opts);
    const { account, region } = args;
    const { sudo, nodes } = account.osAccess;

    if (sudo !== undefined) {
      const document = new aws.ssm.Document(
        `${name}-document`,
        {
          region,
          // The deploy role may make associations of this one document only.
          name: hardeningDocument,
          documentType: "Command",
          documentFormat: "JSON",
          content: hardeningContent(sudo),
        },
        { parent: this },
      );
      targetsOf(nodes).forEach((target, index) => {
        new aws.ssm.Association(
          // Ids have no better key than their place; the first 50 are most often all.
          index === 0 ? `${name}-association` : `${name}-association-${index + 1}`,
          {
            region,
            name: document.name,
            associationName: index === 0 ? hardeningDocument : `${hardeningDocument}-${index + 1}`,
            targets: [target],
            // A changed document is not applied by itself: an hour is how long old rules may live on.
            scheduleExpression: "rate(1 hour)",
            complianceSeverity: "CRITICAL",
          },
          { parent: this },
        );
      });
    }

    this.registerOutputs();
  }
}

/**
 * The Command document that puts the sudo rules on a node, at most 64 KB. Nodes that are not Linux skip its one step.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html
 */
export function hardeningContent(sudo: Sudo): string {
  return JSON.stringify({
    schemaVersion: "2.2",
    description: "Sudo rules of ssm-user",
    mainSteps: [
      {
        action: "aws:runShellScript",
        name: "sudoRules",
        precondition: { StringEquals: ["platformType", "Linux"] },
        inputs: { timeoutSeconds: "60", runCommand: hardeningScript(sudo).split("\n") },
      },
    ],
  });
}

/**
 * The nodes as targets of State Manager, one association each. Ids are cut into pieces of 50; an id of another region
 * is in the list too, since the model does not know regions of nodes. That AWS passes over it, as it does for a node
 * that is gone, has not been tried on a live account.
 */
export function targetsOf(nodes: NodeSelector): { key: string; values: string[] }[] {
  switch (nodes.kind) {
    case "all":
      return [{ key: "InstanceIds", values: ["*"] }];
    case "tag":
      return [{ key: `tag:${nodes.key}`, values: [nodes.value] }];
    case "ids":
      return chunks(nodes.ids, maximumTargetValues).map((values) => ({
        key: "InstanceIds",
        values,
      }));
  }
}
