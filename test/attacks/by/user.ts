import { user } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { enters, takes } from "../world/entering";
import { person, withoutRcps, withoutScps } from "../world/people";
import { audit, data, identity, payments, role, web, webDevelopment } from "../world/places";
import { Attack, Change } from "../world/scenario";
import { ownAccount, trusting } from "../world/tampered";

const at = (time: string) => ({ "aws:CurrentTime": time });
const inBobsWindow = { ...at("2026-12-03T14:00:00Z") };
const notAllowed = ["no identity"] as const;
const notTrusted = ["no resource"] as const;

/** Somebody attached AdministratorAccess to a user. */
const administrator =
  (name: string): Change =>
  (world) =>
    world.attaching(`arn:aws:iam::${identity}:user/os-access/${name}`, everything);

/** OSAccess of web-production trusts every principal of the identity account. */
const trustsIdentityAccount = trusting(role({ account: web }, "OSAccess"), ownAccount(identity));

/** People of the identity account who ask for more than they were given. */
export const byUsers: readonly Attack[] = [
  {
    name: "a user before the window opens",
    steps: [enters("alice", web, at("2026-11-30T23:59:59Z"))],
    because: notAllowed,
  },
  {
    name: "a user in the first second after the window",
    steps: [enters("alice", web, at("2026-12-01T04:00:00Z"))],
    because: notAllowed,
  },
  {
    name: "a user between two of her windows",
    steps: [enters("alice", webDevelopment, at("2026-12-10T00:00:00Z"))],
    because: notAllowed,
  },
  {
    name: "a user in an account that the window is not for",
    steps: [enters("alice", data)],
    because: notAllowed,
  },
  {
    name: "a user without any window",
    steps: [enters("carol", web)],
    because: notAllowed,
  },
  {
    name: "a user in another's window, under her own name",
    steps: [enters("bob", web)],
    because: notAllowed,
  },
  {
    name: "a user under another's session name, so that the transcripts name somebody else",
    steps: [takes(person("alice"), web, "bob")],
    because: notTrusted,
  },
  {
    name: "a user under a session name that only begins with her own",
    steps: [takes(person("alice"), web, "alice2")],
    because: notTrusted,
  },
  {
    name: "a thief with an access key",
    steps: [takes(person("alice", "access key"), web, "alice")],
    because: ["OsAccessNeedsMfa"],
  },
  {
    name: "a thief with a session token that was got without MFA",
    steps: [takes(person("alice", "session token without MFA"), web, "alice")],
    because: ["OsAccessNeedsMfa"],
  },
  ...(["access key", "session token without MFA"] as const).map((credentials) => ({
    name: `a thief with ${credentials}, where OSAccess trusts the whole identity account`,
    given: [trustsIdentityAccount],
    steps: [takes(person("alice", credentials), web, "alice")],
    because: ["OsAccessNeedsMfa"],
  })),
  ...(["access key", "session token without MFA"] as const).map((credentials) => ({
    name: `a thief with ${credentials} and every right in the identity account, where OSAccess trusts all of it`,
    given: [trustsIdentityAccount],
    steps: [takes(user(identity, "breaker", credentials, [everything]), web, "breaker")],
    because: ["OsAccessNeedsMfa"],
  })),
  {
    name: "a user whose MFA code is an hour old",
    steps: [enters("alice", web, { "aws:MultiFactorAuthAge": "3600" })],
    because: notTrusted,
  },
  {
    name: "a user from outside the declared network",
    steps: [enters("bob", payments, { ...inBobsWindow, "aws:SourceIp": "198.51.100.7" })],
    because: notTrusted,
  },
  {
    name: "a user of the identity account outside the path of people",
    steps: [takes(user(identity, "breaker", "MFA", [everything]), web, "breaker")],
    because: notTrusted,
  },
  {
    name: "a user at a path that only begins like that of people",
    steps: [takes(user(identity, "os-access2/breaker", "MFA", [everything]), web, "breaker")],
    because: notTrusted,
  },
  {
    name: "a user of a workload account with the same path and name",
    given: [withoutRcps, withoutScps],
    steps: [takes(user(audit, "os-access/alice", "MFA", [everything]), web, "alice")],
    because: notTrusted,
  },
  {
    name: "a user with session tags, by which another policy might know him",
    steps: [{ ...enters("alice", web), call: "sts:TagSession" }],
    because: notTrusted,
  },
  {
    name: "a user who switches to a role that she was not given",
    steps: [
      {
        as: person("alice"),
        call: "sts:AssumeRole",
        on: [role({ account: web }, "Administrator")],
        context: { "sts:RoleSessionName": "alice" },
      },
    ],
    because: notAllowed,
  },
  {
    name: "a user who switches to a role without MFA",
    steps: [
      {
        as: person("bob", "session token without MFA"),
        call: "sts:AssumeRole",
        on: [role({ account: web }, "Administrator")],
        context: { "sts:RoleSessionName": "bob" },
      },
    ],
    because: [],
  },
  {
    name: "a user who takes the deploy role, with AdministratorAccess attached to her",
    given: [administrator("alice")],
    steps: [
      {
        as: person("alice"),
        call: "sts:AssumeRole",
        on: [role({ account: web }, "SekishoDeploy")],
        context: { "sts:RoleSessionName": "alice" },
      },
    ],
    because: ["DeployRoleOnlyByCi"],
  },
];
