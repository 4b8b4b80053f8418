import { RequestSet } from "../accessCheck";
import { Policies } from "../decision";
import { Values } from "../requestContext";
import { KeyTests, keyTests } from "./keyTests";
import { RelevantStatement, relevantStatements } from "./relevantStatements";
import { instant } from "./keyValues";
import { readNumber } from "../operators/numbers";
import { Link, linksOf, resourceTarget } from "./links";
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
    this.links = [
      ...this.resources.flatMap((test) => linksOf(test, resourceTarget, canonical)),
      ...[...this.keys].flatMap(([key, { texts }]) =>
        texts.flatMap((test) => linksOf(test, key, canonical)),
      ),
    ];
  }

  /** A key as somebody wrote it. */
  nameOf(key: string): string {
    const asked = this.keys.get(key)?.name;
    return asked ?? this.requests.present?.find((name) => canonical(name) === key) ?? key;
  }

  /** What all requests have in common. */
  valuesOf(key: string): Values {
    const name = canonical(key);
    return this.given.has(name) ? this.given.get(name) : "unknown";
  }
}

/** The name under which a key is looked up. */
export function canonical(key: string): string {
  const name = key.toLowerCase();
  return name === "aws:epochtime" ? "aws:currenttime" : name;
}

function withOneTime(found: ReadonlyMap<string, KeyTests>): ReadonlyMap<string, KeyTests> {
  const [current, epoch] = [found.get("aws:currenttime"), found.get("aws:epochtime")];
  if (epoch === undefined) {
    return found;
  }
  const seconds = epoch.others.number.flatMap((text) => readNumber(text) ?? []);
  const dates = [...epoch.others.date, ...seconds.map(instant), ...(current?.others.date ?? [])];
  const time: KeyTests = {
    name: "aws:CurrentTime",
    texts: [...(current?.texts ?? []), ...epoch.texts],
    others: { ...(current ?? epoch).others, number: current?.others.number ?? [], date: dates },
    severalValues: epoch.severalValues || (current?.severalValues ?? false),
  };
  return new Map(
    [...found].filter(([key]) => key !== "aws:epochtime").concat([["aws:currenttime", time]]),
  );
}
