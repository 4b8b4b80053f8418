import { CompiledPolicy } from "../iam/compile";
import { parsePolicy } from "../iam/parsePolicy";
import { Account, ControlPolicyType, GuardrailTarget, LandingZone } from "../model/landingZone";
import { ouAndAncestors } from "../model/names";
import { compiledPolicy } from "./compiledPolicy";
import { resourceControlPolicies } from "./resourceControlPolicies";
import { serviceControlPolicies } from "./serviceControlPolicies";

/** What stands above an account in its organization, a list a level: the root, each OU from the top down, the account. */
export interface OrganizationPolicies {
  /** What the levels are called: `Root`, the OUs' paths, the account's name. */
  readonly levels: readonly string[];
  readonly scps: readonly (readonly CompiledPolicy[])[];
  readonly rcps: readonly (readonly CompiledPolicy[])[];
  /** Equal where the policies of every level are equal. */
  readonly key: string;
  /** The texts of all policies, each once. */
  readonly texts: readonly string[];
}

/**
 * AWS attaches it to the root, each OU and each account, and nothing here ever detaches it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
const fullAccess = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** Finds what AWS would apply to an account once every guardrail whose target is known is attached. */
export function organizationPolicies(
  zone: LandingZone,
): (account: Account) => OrganizationPolicies {
  const share = sharing();
  const guardrails = new Map(
    zone.guardrails
      .filter(({ id }) => id !== undefined)
      .map((target) => [place(target.kind, target.name), policiesOf(zone, target, share)]),
  );
  const none: TargetPolicies = { scps: [], rcps: [] };
  const full = share("scp", fullAccess, "FullAWSAccess");
  return (account) => {
    if (account.name === zone.organization.management) {
      // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
      return { levels: [], scps: [], rcps: [], key: "none", texts: [] };
    }
    const ous = ouAndAncestors(zone, account.ou).reverse();
    const attached = [
      none,
      ...ous.map(({ path }) => guardrails.get(place("organizationalUnit", path)) ?? none),
      guardrails.get(place("account", account.name)) ?? none,
    ];
    const scps = attached.map((level) => [full, ...level.scps]);
    const rcps = attached.map((level) => level.rcps);
    return {
      levels: ["Root", ...ous.map(({ path }) => path), account.name],
      scps: scps.map((level) => level.map(({ policy }) => policy)),
      rcps: rcps.map((level) => level.map(({ policy }) => policy)),
      key: [scps, rcps]
        .map((levels) => levels.map((level) => level.map(({ key }) => key).join(" ")).join("/"))
        .join("|"),
      texts: [...new Set([...scps, ...rcps].flat().map(({ text }) => text))],
    };
  };
}

interface TargetPolicies {
  readonly scps: readonly Shared[];
  readonly rcps: readonly Shared[];
}

interface Shared {
  readonly policy: CompiledPolicy;
  readonly key: number;
  readonly text: string;
}

type Share = (kind: "scp" | "rcp", text: string, id: string) => Shared;

const place = (kind: GuardrailTarget["kind"], name: string) => `${kind} ${name}`;

/** Ours and the organization's own, in the order in which they are attached. */
function policiesOf(zone: LandingZone, target: GuardrailTarget, share: Share): TargetPolicies {
  const own = (wanted: ControlPolicyType, kind: "scp" | "rcp") =>
    (target.policies ?? [])
      // What is no policy cannot be attached either: the preflight refuses it.
      .filter(({ type, text }) => type === wanted && parsePolicy(text).ok)
      .map(({ file, text }) => share(kind, text, file));
  return {
    scps: [
      ...serviceControlPolicies(zone, target).map(({ key, content }) => share("scp", content, key)),
      ...own("SERVICE_CONTROL_POLICY", "scp"),
    ],
    rcps: [
      ...resourceControlPolicies(zone, target).map((text, index) =>
        share("rcp", text, `rcp-${index + 1}`),
      ),
      ...own("RESOURCE_CONTROL_POLICY", "rcp"),
    ],
  };
}

/** Compiles a text once for all targets that it is attached to. */
function sharing(): Share {
  const known = new Map<string, Shared>();
  return (kind, text, id) => {
    const name = `${kind} ${id} ${text}`;
    let shared = known.get(name);
    if (shared === undefined) {
      shared = { policy: compiledPolicy(kind, text, id), key: known.size, text };
      known.set(name, shared);
    }
    return shared;
  };
}
