import { channelsWithoutTranscript, openingOf } from "../model/openings";
import { Channel, LandingZone } from "../model/landingZone";
import { sessionTags } from "./accessPaths/nodes";
import { isJustInTime } from "./exemptions";

/** A way onto nodes, or past what guards them, that no policy of AWS Organizations can close. */
export interface OpenByNature {
  /** What it is, in a few words. */
  readonly name: string;
  /** Why no guardrail closes it. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Everything that stays open whatever is declared, and what these files leave open on purpose. */
export function openByNature(zone: LandingZone): OpenByNature[] {
  return [...always, ...declared(zone)];
}

const always: readonly OpenByNature[] = [
  {
    name: "the management account",
    reason: "no SCP and no RCP reaches it",
    remedy: "keep no nodes in it, and few people",
  },
  {
    name: "service-linked roles",
    reason: "no SCP and no RCP binds them; the calls that make them act are closed instead",
    remedy: "review the catalogue when AWS adds one that can run commands",
  },
  {
    name: "disk swap",
    reason:
      "snapshots, images and volumes are how backups work, and whoever may copy a disk reads it and may change it offline",
    remedy:
      "encrypt disks with a key whose policy names who may use it; block public snapshots and images; alarm on AttachVolume",
  },
  {
    name: "SSH and RDP over the network",
    reason: "it is no call to AWS: only ports, keys and passwords stand before it",
    remedy: "no ingress on 22 and 3389 (the policy pack refuses it), no sshd where nobody needs it",
  },
  {
    name: "what a person leaves on a node",
    reason: "cron jobs, keys and services outlive the session that made them",
    remedy: "read transcripts, replace nodes often, alarm on changed files",
  },
  {
    name: "new nodes",
    reason:
      "whoever may launch an instance writes its user data: launch templates, Auto Scaling, Elastic Beanstalk, EMR",
    remedy: "let pipelines launch, and review what they launch",
  },
  {
    name: "key pairs that exist already",
    reason:
      "Auto Scaling, EKS and Batch launch with one under a service-linked role, and their calls do not tell of it",
    remedy: "delete key pairs that nobody needs: no new one is made",
  },
  {
    name: "deployments",
    reason:
      "CodeDeploy, Image Builder, cfn-init and the like run scripts on nodes as root: that is their use",
    remedy: "treat whoever writes a deployment as root on its nodes: review and sign it",
  },
  {
    name: "kubectl exec",
    reason: "Kubernetes decides about it, not IAM",
    remedy: "forbid pods/exec and pods/ephemeralcontainers by RBAC and an admission policy",
  },
  {
    name: "privileged tasks on container hosts",
    reason: "a task that may use the host's root is root on it",
    remedy: "Fargate, or an admission rule against privileged and host-path tasks",
  },
  {
    name: "an open session at the end of its window",
    reason:
      "AWS checks a session when it starts and when it is resumed, and no later: `sekisho grant list` says for each grant what ends it and when",
    remedy:
      "sessionExpiry, hardEnd, a short maxSession; `aws ssm terminate-session` ends one at once",
  },
  {
    name: "root on a node against its own transcript",
    reason: "the agent on the node writes the transcript, and root there can stop or deceive it",
    remedy: "keep sudo limited, stream to CloudWatch, alarm on sessions without a transcript",
  },
];

function declared(zone: LandingZone): OpenByNature[] {
  const withChannel = (...wanted: Channel[]) =>
    zone.accounts
      .filter(({ osAccess }) => osAccess.channels.some((channel) => wanted.includes(channel)))
      .map(({ name }) => name);
  const untold = withChannel(...channelsWithoutTranscript);
  const keyPairs = withChannel("ssh", "rdp");
  const nodeRoles = [...new Set(zone.accounts.flatMap((account) => account.nodeRoles))];
  const justInTime = zone.accounts.filter(isJustInTime).map(({ name }) => name);
  const kept = new Set(sessionTags(zone).map((key) => key.toLowerCase()));
  const looseTags = zone.grants.filter(
    ({ nodes }) => nodes?.kind === "tag" && !kept.has(nodes.key.toLowerCase()),
  );
  return [
    ...(zone.automationRoles.length === 0
      ? []
      : [
          {
            name: `automation roles: ${zone.automationRoles.join(", ")}`,
            reason: "they may run remote commands, and their trust is not part of this plan",
            remedy:
              "look at who can take them; only the deploy role can change that where guardrails hold",
          },
        ]),
    ...(nodeRoles.length === 0
      ? []
      : [
          {
            name: `node roles: ${some(nodeRoles)}`,
            reason:
              "they write transcripts and open the data keys of sessions, and who may take them is not part of this plan",
            remedy:
              "look at their trust; only the deploy role can change that where guardrails hold",
          },
        ]),
    ...(justInTime.length === 0
      ? []
      : [
          {
            name: `just-in-time node access in ${some(justInTime)}`,
            reason:
              "AWS's approval policies say who gets in and when and are not part of this plan, a request cannot demand MFA, and " +
              "AWS ends no session at the end of its time",
            remedy:
              "review the approval policies of Systems Manager in these accounts; short maxSession and idleTimeout",
          },
        ]),
    ...(looseTags.length === 0
      ? []
      : [
          {
            name: `grants by a tag of their own: ${some(looseTags.map(({ id }) => id))}`,
            reason:
              "guardrails keep the tags that accounts declare, so whoever may tag nodes there chooses which of the account's nodes such a " +
              "grant opens",
            remedy: "name ids, or the tag of the account",
          },
        ]),
    ...(untold.length === 0
      ? []
      : [
          {
            name: `sessions without a transcript in ${some(untold)}`,
            reason:
              "port-forward and ssh are declared there, and AWS records nothing of what they carry; " +
              openedBy(zone),
            remedy: "declare and grant them only where a tunnel is needed",
          },
        ]),
    ...(keyPairs.length === 0
      ? []
      : [
          {
            name: `key pairs at launch in ${some(keyPairs)}`,
            reason: "ssh and rdp are declared there, and both begin with one",
            remedy: "no ingress on 22 and 3389",
          },
        ]),
  ];
}

/** Who may use channels that leave no transcript. */
function openedBy(zone: LandingZone): string {
  const grants = zone.grants.filter((grant) =>
    zone.accounts.some(
      (account) =>
        grant.accounts.includes(account.name) &&
        openingOf(grant, account).channels.some((each) => channelsWithoutTranscript.includes(each)),
    ),
  );
  return grants.length === 0
    ? "no grant opens them today"
    : `opened by ${some(grants.map(({ id, user }) => `${id} of ${user}`))}`;
}

/** The first few of many names. */
function some(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");
}
