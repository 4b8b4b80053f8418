import { Request } from "../../iam/request";
import { call, Credentials, credentialsIn, mustCall, tag } from "./awsCalls";
import { account, queueArn, user } from "./judgedPolicies";

/** A decision to ask for: a call on a queue under one or two policies, or the assumption of a role. */
export type EmulatorCase =
  | { kind: "identity"; identity: string; queue: string; action: string }
  | { kind: "boundary" | "session"; identity: string; limit: string; queue: string; action: string }
  | { kind: "trust"; identity: string; trust: string; account: string };

/** What the emulator said to a case, and the request as `evaluate` is asked about it. */
export interface Judged {
  readonly allowed: boolean;
  readonly request: Request;
}

/** Asks the emulator case by case: each replaces the policies of the one before. */
export async function judgeCases(url: string, cases: readonly EmulatorCase[]): Promise<Judged[]> {
  const judge = await Judge.start(url);
  const answers: Judged[] = [];
  for (const sampled of cases) {
    answers.push(await judge.ask(sampled));
  }
  return answers;
}

const anyoneTrusted = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" }],
});
const mayAssume = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }],
});

class Judge {
  private boundaries = 0;

  private constructor(
    private readonly url: string,
    private readonly alice: Credentials,
    private readonly aliceId: string,
    private readonly workerId: string,
  ) {}

  static async start(url: string): Promise<Judge> {
    const own = root(account);
    const created = await mustCall(url, own, "iam", "CreateUser", {
      UserName: "alice",
      Path: "/os-access/",
      "Tags.member.1.Key": "team",
      "Tags.member.1.Value": "red",
    }).catch(() => mustCall(url, own, "iam", "GetUser", { UserName: "alice" }));
    const key = await mustCall(url, own, "iam", "CreateAccessKey", { UserName: "alice" });
    const role = { RoleName: "Worker", AssumeRolePolicyDocument: anyoneTrusted };
    const worker = await mustCall(url, own, "iam", "CreateRole", role).catch(() =>
      mustCall(url, own, "iam", "GetRole", { RoleName: "Worker" }),
    );
    return new Judge(url, credentialsIn(key), tag(created, "UserId")!, tag(worker, "RoleId")!);
  }

  async ask(sampled: EmulatorCase): Promise<Judged> {
    switch (sampled.kind) {
      case "identity":
        await this.giveAlice(sampled.identity);
        return this.askAboutQueue(this.alice, sampled, this.asAlice());
      case "boundary":
        await this.giveAlice(sampled.identity);
        await this.bound(sampled.limit);
        try {
          return await this.askAboutQueue(this.alice, sampled, this.asAlice());
        } finally {
          await this.iam("DeleteUserPermissionsBoundary", { UserName: "alice" });
        }
      case "session":
        await this.giveAlice(mayAssume);
        await this.iam("PutRolePolicy", { RoleName: "Worker", ...inline(sampled.identity) });
        return this.askAboutQueue(await this.assume(sampled.limit), sampled, this.asWorker());
      case "trust":
        return this.askToAssume(sampled.identity, sampled.trust, sampled.account);
    }
  }

  private async askAboutQueue(
    credentials: Credentials,
    { queue, action }: { queue: string; action: string },
    who: Omit<Request, "action" | "resources">,
  ): Promise<Judged> {
    const parameters = { QueueUrl: `${this.url}${account}/${queue}` };
    const { code } = await call(this.url, credentials, "sqs", action, parameters);
    // The queues do not exist: whoever is allowed to ask is told so.
    const allowed = code !== "AccessDenied";
    return { allowed, request: { ...who, action: `sqs:${action}`, resources: [queueArn(queue)] } };
  }

  private async askToAssume(identity: string, trust: string, owner: string): Promise<Judged> {
    await this.giveAlice(identity);
    const role = { RoleName: "Target", AssumeRolePolicyDocument: trust };
    await call(this.url, root(owner), "iam", "DeleteRole", { RoleName: "Target" });
    await mustCall(this.url, root(owner), "iam", "CreateRole", role);
    const target = `arn:aws:iam::${owner}:role/Target`;
    const { ok, code } = await call(this.url, this.alice, "sts", "AssumeRole", {
      RoleArn: target,
      RoleSessionName: "alice",
    });
    if (!ok && code !== "AccessDenied") {
      throw new Error(`AssumeRole failed otherwise: ${code}`);
    }
    return {
      allowed: ok,
      request: { ...this.asAlice(), action: "sts:AssumeRole", resources: [target] },
    };
  }

  private async assume(sessionPolicy: string): Promise<Credentials> {
    const answer = await mustCall(this.url, this.alice, "sts", "AssumeRole", {
      RoleArn: `arn:aws:iam::${account}:role/Worker`,
      RoleSessionName: "alice",
      Policy: sessionPolicy,
    });
    return credentialsIn(answer);
  }

  private giveAlice(document: string) {
    return this.iam("PutUserPolicy", { UserName: "alice", ...inline(document) });
  }

  private async bound(document: string) {
    const PolicyName = `boundary-${++this.boundaries}`;
    await this.iam("CreatePolicy", { PolicyName, PolicyDocument: document });
    await this.iam("PutUserPermissionsBoundary", {
      UserName: "alice",
      PermissionsBoundary: `arn:aws:iam::${account}:policy/${PolicyName}`,
    });
  }

  private iam(action: string, parameters: Record<string, string>) {
    return mustCall(this.url, root(account), "iam", action, parameters);
  }

  private asAlice() {
    return { principal: user, context: { ...here(), "aws:userid": this.aliceId } };
  }

  private asWorker() {
    return {
      principal: `arn:aws:sts::${account}:assumed-role/Worker/alice`,
      role: `arn:aws:iam::${account}:role/Worker`,
      context: {
        ...here(),
        "aws:userid": `${this.workerId}:alice`,
        "aws:PrincipalTag/team": [],
        "aws:MultiFactorAuthPresent": "false",
        "aws:TokenIssueTime": new Date().toISOString(),
      },
    };
  }
}

/** What every request to the emulator has. */
function here() {
  return {
    "aws:SourceIp": "127.0.0.1",
    "aws:SecureTransport": "false",
    "aws:RequestedRegion": "us-east-1",
    "aws:CurrentTime": new Date().toISOString(),
    "aws:PrincipalTag/team": "red",
  };
}

/** The emulator takes an account's id for the access key of its root. */
function root(id: string): Credentials {
  return { accessKeyId: id, secretAccessKey: "any" };
}

function inline(document: string) {
  return { PolicyName: "own", PolicyDocument: document };
}
