import { RequestSet } from "../accessCheck";
import { Policies } from "../decision";
import { Values } from "../requestContext";
import { KeyTests, keyTests } from "./keyTests";
import { RelevantStatement, relevantStatements } from "./relevantStatements";
import { Link, linksOf, resourceTarget } from "./links";
import { canonical, time, timeIn, withOneTime } from "./oneTime";
import { statementTests } from "./statementTests";
import { TextTest } from "./textTests";

/** What is asked for one action, with everything in the policies that an answer can depend on. */
export class Query {
  readonly statements: readonly RelevantStatement[];
  /** By key in small letters; the two keys of the time are one. */
  readonly keys: ReadonlyMap<string, KeyTests>;
  /** The texts that the resource is compared with. */
  readonly resources: readonly TextTest[];
  /** What the requests have, by key in small letters; undefined for what they have not. */
  readonly given: ReadonlyMap<string, readonly string[] | undefined>;
  readonly present: ReadonlySet<string>;
  /** Texts with variables. */
  readonly links: readonly Link[];

  constructor(
    readonly policies: readonly Policies[],
    readonly requests: RequestSet,
    readonly action: string,
  ) {
    this.statements = relevantStatements(policies, action);
    const tests = this.statements.map(statementTests);
    this.keys = withOneTime(keyTests(tests));
    this.resources = tests.flatMap(({ resources }) => resources);
    this.given = new Map([
      ...(requests.absent ?? []).map((key) => [canonical(key), undefined] as const),
      ...Object.entries(requests.context ?? {}).map(
        ([key, value]) => [canonical(key), typeof value === "string" ? [value] : value] as const,
      ),
    ]);
    this.present = new Set(requests.present?.map(canonical));
    const links = [
      ...this.resources.flatMap((test) => linksOf(test, resourceTarget, canonical)),
      ...[...this.keys].flatMap(([key, { texts }]) =>
        texts.flatMap((test) => linksOf(test, key, canonical)),
      ),
    ];
    const different = [...new Map(links.map((link) => [nameOfLink(link), link])).values()];
    this.links =
      different.length > mostLinks
        ? different.map(({ variable, target, text }) => ({ variable, target, text }))
        : different;
  }

  /** A key as somebody wrote it. */
  nameOf(key: string): string {
    const asked = this.keys.get(key)?.name;
    return asked ?? this.requests.present?.find((name) => canonical(name) === key) ?? key;
  }

  /** What all requests have in common. */
  valuesOf(key: string): Values {
    const name = canonical(key);
    if (!this.given.has(name)) {
      return "unknown";
    }
    const values = this.given.get(name);
    return name === time && values ? timeIn(this.requests.context!, key.toLowerCase()) : values;
  }
}

/** Of more links the ways from one key to another could be too many to follow, so that none is taken for exact. */
const mostLinks = 24;

function nameOfLink({ variable, target, text, around }: Link): string {
  return JSON.stringify([variable, target, text, around]);
}
