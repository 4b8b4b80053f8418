import * as fc from "fast-check";
import { PrincipalSet, RequestSet } from "../../iam/accessCheck";
import { Policies } from "../../iam/decision";
import { readDate } from "../../iam/operators/dates";
import { familiesOf, keyTests } from "../../iam/prove/keyTests";
import { relevantStatements } from "../../iam/prove/relevantStatements";
import { statementTests } from "../../iam/prove/statementTests";
import { Request } from "../../iam/request";
import { keys } from "./randomPolicies";

/*
 * Sets of requests over the same accounts, actions and resources as the random policies, and requests of a set.
 */

const principals = [
  "arn:aws:iam::222222222222:role/*",
  "arn:aws:iam::222222222222:role/Admin",
  "arn:aws:iam::*:role/A*",
  "arn:aws:iam::*:user/*",
  "arn:aws:iam::333333333333:user/b?b",
  "arn:aws:iam::222222222222:root",
];

const principalSet = fc.constantFrom<PrincipalSet>(
  ...principals,
  ...principals,
  { service: "ssm.amazonaws.com" },
  { anonymous: true },
);

const resources = [
  "*",
  "arn:aws:s3:::logs/*",
  "arn:aws:s3:::logs/red",
  "arn:aws:iam::*:role/OSAccess",
  "arn:aws:kms:*:222222222222:key/*",
  "arn:aws:kms:*:*:key/1",
];

const pinned = fc.dictionary(
  fc.constantFrom(...keys),
  fc.constantFrom("red", "10.0.0.1", "2026-11-23T00:00:00Z"),
  { maxKeys: 1 },
);

export const requestSet: fc.Arbitrary<RequestSet> = fc
  .record({
    principals: fc.uniqueArray(principalSet, { minLength: 1, maxLength: 2 }),
    except: fc.subarray(["arn:aws:iam::*:role/Admin", "arn:aws:iam::*:user/b*"]),
    actions: fc.subarray(["s3:GetObject", "sts:AssumeRole", "kms:Decrypt"], {
      minLength: 1,
      maxLength: 2,
    }),
    resources: fc.subarray(resources, { minLength: 1, maxLength: 2 }),
    context: pinned,
    present: fc.subarray(keys, { maxLength: 1 }),
    absent: fc.subarray(keys.slice(0, 2), { maxLength: 1 }),
  })
  .map((set) => ({ ...set, absent: set.absent.filter((key) => !(key in set.context)) }))
  .map((set) => ({ ...set, present: set.present.filter((key) => !set.absent.includes(key)) }));

const fragments = [
  "red",
  "blue",
  "Admin",
  "Admi",
  "bob",
  "OSAccess",
  "1",
  "x",
  "a/b",
  "Admin/x",
  "eu-west-1",
  "",
];
const accounts = ["222222222222", "333333333333", "444444444444"];

/** Real ARNs that fit the pattern, as far as some are found; made of what the policies name. */
function arnsOf(
  pattern: string,
  forms: readonly string[],
  except: readonly string[] = [],
): string[] {
  const found = new Set<string>();
  for (const form of forms) {
    if (fitsArn(pattern, form) && !except.some((one) => fitsArn(one, form))) {
      found.add(form);
    }
  }
  return [...found];
}

export function fitsArn(pattern: string, arn: string): boolean {
  return formOf(pattern).test(arn);
}

const forms = new Map<string, RegExp>();

function formOf(pattern: string): RegExp {
  let form = forms.get(pattern);
  if (form === undefined) {
    const parts = pattern.split(":").map((part, index) =>
      part
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*/g, index < 5 ? "[^:]*" : ".*")
        .replace(/\?/g, index < 5 ? "[^:]" : "."),
    );
    form = pattern === "*" ? /^/ : new RegExp(`^${parts.join(":")}$`, "s");
    forms.set(pattern, form);
  }
  return form;
}

const principalArns = accounts.flatMap((account) => [
  `arn:aws:iam::${account}:root`,
  ...fragments
    .filter((name) => name !== "" && !name.endsWith("/"))
    .flatMap((name) => [
      `arn:aws:iam::${account}:role/${name}`,
      `arn:aws:iam::${account}:user/${name}`,
    ]),
]);

const resourceArns = [
  ...fragments.map((name) => `arn:aws:s3:::logs/${name}`),
  "arn:aws:s3:::other/red",
  ...accounts.flatMap((account) => [
    ...fragments
      .filter((name) => name !== "")
      .map((name) => `arn:aws:iam::${account}:role/${name}`),
    ...["eu-west-1", "us-east-1"].flatMap((region) =>
      ["key/1", "key/2", "alias/1"].map((key) => `arn:aws:kms:${region}:${account}:${key}`),
    ),
  ]),
];

const values = ["red", "blue", "redder", "", "x", "10.0.0.1", "10.0.0.2", "::1"].concat([
  "2026-11-23T00:00:00Z",
  "2026-11-22T23:59:59Z",
  "2030-01-01T00:00:00Z",
]);

/** A request of the set, if the dice give one. Its keys have values of the kind that the policies ask for. */
export function requestOf(
  set: RequestSet,
  policies: Policies,
  pick: <Value>(list: readonly Value[]) => Value,
): Request | undefined {
  const principal = pick(set.principals);
  const action = pick(set.actions);
  const tests = keyTests(relevantStatements([policies], action).map(statementTests));
  const context: Record<string, string | readonly string[]> = {};
  for (const key of keys) {
    const test = tests.get(key.toLowerCase());
    const families = test ? familiesOf(test) : [];
    const time = key === "aws:CurrentTime";
    const fitting = values.filter((value) =>
      time || (families.length === 1 && families[0] === "date")
        ? readDate(value) !== undefined
        : families.length === 1 && families[0] === "address"
          ? /^[0-9.]+$|^::/.test(value)
          : value !== "" || !set.present?.includes(key),
    );
    const mayBeAbsent = !set.present?.includes(key) && !time;
    if (!(mayBeAbsent && pick([true, false]))) {
      const value = pick(fitting);
      context[key] = test?.severalValues && pick([true, false]) ? [value, pick(fitting)] : value;
    }
  }
  for (const key of set.absent ?? []) {
    delete context[key];
  }
  const who =
    typeof principal === "string" ? arnsOf(principal, principalArns, set.except) : [principal];
  const what = pick(set.resources);
  const which = [...(what === "*" ? ["*"] : []), ...arnsOf(what, resourceArns)];
  return who.length === 0 || which.length === 0
    ? undefined
    : {
        principal: pick<Request["principal"]>(who),
        action,
        resources: [pick(which)],
        context: { ...context, ...set.context },
      };
}
