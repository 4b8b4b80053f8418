import { CompiledPolicy } from "../compile";
import { tokensOf } from "../pattern";
import { Statement } from "../policyDocument";
import { remembered } from "../remembered";
import { anyCharacterSet, digits, withoutColon } from "./characters";
import { any, Element, Elements, like, literal, takes } from "./elements";
import { Query } from "./query";
import { rememberedObjects } from "../rememberedObjects";

/**
 * Every account that is written anywhere, and the patterns of accounts: a principal of another account is as good as any
 * other such principal, also beside a resource that is in his account or is not.
 */
export function accountTests({ statements, requests, policies }: Query): readonly Elements[] {
  const guarded = policies.flatMap(({ resource }) =>
    resource === undefined || resource instanceof CompiledPolicy ? [] : [...resource.keys()],
  );
  const accounts = new Set([
    ...statements.flatMap(({ statement }) => accountsIn(statement)),
    ...accountsOf([requests, guarded]),
  ]);
  return [
    ...[...accounts].flatMap((account) => ofAccount(literal(account))),
    ...statements
      .flatMap(({ statement: { resources = [], notResources = [] } }) => [
        ...resources,
        ...notResources,
      ])
      .concat(requests.resources)
      .flatMap(accountPatterns)
      .flatMap(ofAccount),
  ];
}

const accountsIn = rememberedObjects<Statement, readonly string[]>(accountsOf);

function accountsOf(value: unknown): readonly string[] {
  return JSON.stringify(value).match(/(?<!\d)\d{12}(?!\d)/g) ?? [];
}

/**
 * What the account of an ARN may be compared with in the pattern of a Resource, where it is more than one account: each
 * stretch between two places that a colon can come to, because a star reaches over colons. `arn:aws:sqs:*:4444*:queue`.
 */
const accountPatterns = remembered((pattern): readonly Elements[] => {
  const [head] = /^(?:[^:]*:){5}/.exec(pattern) ?? [pattern];
  const places = like(tokensOf(head));
  const afterColon = (place: number) =>
    takesColon(places[place - 1]) || (places[place]?.starred ?? false);
  const beforeColon = (place: number) =>
    takesColon(places[place]) || (places[place - 1]?.starred ?? false);
  return places.flatMap((_, start) => {
    const length = places.slice(start).findIndex((place) => !canBeDigit(place));
    const end = length < 0 ? places.length : start + length;
    const ends = Array.from({ length: end - start }, (_, index) => start + index + 1);
    return !afterColon(start)
      ? []
      : ends
          .filter(beforeColon)
          .map((stop) => places.slice(start, stop))
          .filter(tellsAccounts);
  });
});

function takesColon(place: Element | undefined): boolean {
  return place !== undefined && takes(place, ":");
}

function canBeDigit({ literal, set }: Element): boolean {
  return literal === undefined ? (set & (anyCharacterSet | digits)) !== 0 : /\d/.test(literal);
}

/** Wildcards alone fit every account or none, and an account without them is found by its digits. */
function tellsAccounts(places: Elements): boolean {
  return places.some(({ literal }) => literal) && places.some(({ set }) => set !== 0);
}

const toFifth = Array.from({ length: 4 }, () => [any(withoutColon), ...literal(":")]).flat();

/** The pattern of an account as one of ARNs of that account. */
export const ofAccount = rememberedObjects((account: Elements): readonly Elements[] =>
  account.some((element) => element.literal === ":")
    ? []
    : [[...toFifth, ...narrowed(account, withoutColon), ...literal(":"), any(anyCharacterSet)]],
);

/** The same places, with wildcards that take in no more than the set. */
export function narrowed(elements: Elements, set: number): Element[] {
  return elements.map((element) =>
    element.set === anyCharacterSet ? { ...element, set } : element,
  );
}
