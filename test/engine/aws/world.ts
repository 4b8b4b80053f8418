import { documentFault } from "./documents";
import { Place, ResourceFacts } from "./facts";
import { iam } from "./iam";
import { Inputs } from "./inputCheck";
import { management } from "./management";
import { sessionExpiry } from "./sessionExpiry";
import { storage } from "./storage";
import { workloads } from "./workloads";

/** A resource as AWS holds it. */
export interface Held {
  readonly type: string;
  readonly id: string;
  readonly account: string;
  /** `global` where the service has one state for all regions. */
  readonly region: string;
  readonly inputs: Inputs;
  /** Inputs and what AWS computed, as the provider reports them. */
  readonly state: Inputs;
}

const known: Readonly<Record<string, ResourceFacts>> = {
  ...iam,
  ...storage,
  ...management,
  ...sessionExpiry,
  ...workloads,
};

/** What the stand-in knows of a type; a type that it does not know is an error, never a guess. */
export function factsOf(type: string): ResourceFacts {
  const facts = known[type];
  if (facts === undefined) {
    throw new Error(`The stand-in for AWS does not know ${type}: add it under test/engine/aws.`);
  }
  return facts;
}

/** A little AWS: what exists in each account, and when AWS says no. Everything is in memory. */
export class World {
  private readonly held = new Map<string, Held>();
  private serial = 0;

  /** Makes a resource, or throws what AWS answers. */
  create(type: string, account: string, region: string, inputs: Inputs): Held {
    const facts = factsOf(type);
    const place: Place = { account, region, serial: ++this.serial };
    const where = { account, region: facts.global ? "global" : region };
    this.refuse(type, facts, inputs, where);
    this.refuseMissing(facts.needs?.(inputs, place) ?? [], where);
    const id = facts.id(inputs, place);
    const state = {
      ...(facts.global ? {} : { region }),
      tagsAll: inputs.tags ?? {},
      ...facts.computed?.(inputs, place, id),
      ...inputs,
    };
    return this.put({ type, id, ...where, inputs, state });
  }

  /** A role that somebody else made: what the program relies on from outside. */
  existingRole(account: string, name: string): void {
    this.create("aws:iam/role:Role", account, "global", { name, assumeRolePolicy: "{}" });
  }

  /** Changes a resource in place; ids, ARNs and what else AWS gave it stay, unless they follow an input. */
  update(held: Held, inputs: Inputs): Held {
    const facts = factsOf(held.type);
    const place = { ...held, serial: ++this.serial };
    this.refuse(held.type, facts, inputs, held, held);
    this.refuseMissing(facts.needs?.(inputs, place) ?? [], held);
    const state = { ...held.state, tagsAll: inputs.tags ?? {}, ...inputs };
    return this.put({ ...held, inputs, state });
  }

  /** Removes a resource, or throws what AWS answers while others need it. */
  delete(held: Held): void {
    const { inUse } = factsOf(held.type);
    const dependents = this.all().filter(
      (other) =>
        other.account === held.account &&
        (held.region === "global" || other.region === held.region) &&
        factsOf(other.type)
          .needs?.(other.inputs, { ...other, serial: 0 })
          .some(({ type, id }) => type === held.type && id === held.id),
    );
    if (inUse !== undefined && dependents.length > 0) {
      throw new Error(`${inUse} (${held.id}, in use by ${dependents[0]!.type})`);
    }
    this.held.delete(keyOf(held));
  }

  /** The resource of that id; undefined if there is none. */
  find(type: string, account: string, region: string, id: string): Held | undefined {
    const where = factsOf(type).global ? "global" : region;
    return this.held.get(keyOf({ type, account, region: where, id }));
  }

  /** Everything that exists, in order of creation. */
  all(): Held[] {
    return [...this.held.values()];
  }

  /** Whether the ARN of a role or user names one that exists. */
  principalExists(arn: string): boolean {
    const [, , , , account = "", resource = ""] = arn.split(":");
    const [kind, ...path] = resource.split("/");
    const type = kind === "user" ? "aws:iam/user:User" : "aws:iam/role:Role";
    return this.find(type, account, "global", path.pop() ?? "")?.state.arn === arn;
  }

  private put(held: Held): Held {
    this.held.set(keyOf(held), held);
    return held;
  }

  private refuse(
    type: string,
    { unique, count, ...facts }: ResourceFacts,
    inputs: Inputs,
    { account, region }: { account: string; region: string },
    itself?: Held,
  ) {
    const siblings = this.all().filter(
      (other) =>
        other !== itself &&
        other.type === type &&
        other.account === account &&
        other.region === region,
    );
    const taken = siblings.some((other) => unique?.key(other.inputs) === unique?.key(inputs));
    if (unique !== undefined && taken) {
      throw new Error(`${unique.error}: '${unique.key(inputs)}' already exists in ${account}.`);
    }
    const alike = siblings.filter((other) => count?.key(other.inputs) === count?.key(inputs));
    if (count !== undefined && alike.length >= count.most) {
      throw new Error(`${count.error} (${count.key(inputs)}).`);
    }
    const fault = documentFault(facts, inputs, (arn) => this.principalExists(arn));
    if (fault !== undefined) {
      throw new Error(fault);
    }
  }

  private refuseMissing(
    needs: readonly { type: string; id: string; error: string }[],
    { account, region }: { account: string; region: string },
  ) {
    const missing = needs.find(
      ({ type, id }) => this.find(type, account, region, id) === undefined,
    );
    if (missing !== undefined) {
      throw new Error(missing.error);
    }
  }
}

function keyOf({ type, account, region, id }: Omit<Held, "inputs" | "state">): string {
  return [type, account, region, id].join("|");
}
