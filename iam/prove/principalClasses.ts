import { PrincipalSet } from "../accessCheck";
import { callerOf, RequestPrincipal } from "../caller";
import { Automaton } from "./automaton";
import { Elements, principalForms, realArns } from "./elements";
import { outsiderClasses } from "./outsiderClasses";
import { principalTests } from "./principalTests";
import { Query } from "./query";
import { patternsIntersect, textClasses } from "./textClasses";

/**
 * Principals that stand for all of the set: one for each way in which the policies can tell them apart. Undefined where
 * they are too many. Throws an Error of one line where no principal can have such an ARN.
 */
export function principalClasses(
  set: PrincipalSet,
  query: Query,
): readonly RequestPrincipal[] | undefined {
  if (typeof set !== "string") {
    return outsiderClasses(set, query);
  }
  if (!/[*?]/.test(set)) {
    callerOf(set);
  }
  const found = kinds.flatMap((kind) =>
    principalForms[kind].map((form) => classesOf(form, set, kind, query)),
  );
  const known = found.flatMap((classes) => classes ?? []);
  if (found.includes(undefined)) {
    return undefined;
  }
  if (known.length === 0) {
    throw new Error(`No user, role or account root can have an ARN of the pattern '${set}'.`);
  }
  return known.filter(({ leftOut }) => !leftOut).map(({ arn }) => arn);
}

const kinds = Object.keys(principalForms) as (keyof typeof principalForms)[];

/** No SCP or RCP binds it. */
const serviceLinked = "arn:*:iam::*:role/aws-service-role/*";

export function isServiceLinked(arn: string): boolean {
  return new Automaton(realArns(serviceLinked)).matches(arn);
}

function classesOf(form: Elements, set: string, kind: (typeof kinds)[number], query: Query) {
  const pattern = realArns(set);
  if (patternsIntersect(form, pattern) === false) {
    return [];
  }
  const leftOut = [...(query.requests.except ?? []), serviceLinked].map((arn) => realArns(arn));
  const tests = principalTests(kind, query, !/^[^:]*:[^:]*:[^:]*:[^:]*:\d{12}:/.test(set));
  return textClasses([form, pattern], [...leftOut, ...tests])?.map(({ witness, answers }) => ({
    arn: witness,
    leftOut: answers.slice(0, leftOut.length).some(Boolean),
  }));
}
