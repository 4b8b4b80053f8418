import { ExplainOptions } from "./assumption";
import { Request } from "../iam/request";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { preferencesDocument, regionalArn } from "../model/names";

/** A node of EC2 that nobody has, for a question about none in particular. */
const someNode = "i-00000000000000000";

/**
 * A shell session on a node in the home region. The node carries the tag that the account asks for, unless the context
 * says otherwise: whether it really does is not in the plan.
 */
export function nodeSession(
  zone: LandingZone,
  account: KnownAccount,
  principal: string,
  { node, at, context }: ExplainOptions,
): Request {
  const { nodes } = account.osAccess;
  const [first] = nodes.kind === "ids" ? nodes.ids : [];
  const id = node ?? first ?? someNode;
  const resource = id.startsWith("mi-")
    ? regionalArn(zone, "ssm", zone.home, account.id, `managed-instance/${id}`)
    : regionalArn(zone, "ec2", zone.home, account.id, `instance/${id}`);
  const tag = nodes.kind === "tag" ? { [`ssm:resourceTag/${nodes.key}`]: nodes.value } : {};
  const given = { ...(at !== undefined && { "aws:CurrentTime": at }), ...context };
  return {
    principal,
    action: "ssm:StartSession",
    resources: [
      { arn: resource, context: { ...tag, ...context } },
      regionalArn(zone, "ssm", zone.home, account.id, `document/${preferencesDocument}`),
    ],
    context: { "aws:RequestedRegion": zone.home, "aws:ViaAWSService": "false", ...given },
    unknown: ["aws:SourceIp"].filter((key) => !(key in given)),
  };
}
