import { exemptNames } from "../world/people";
import { home } from "../world/places";
import { listOf, Mutation, Statement, Surroundings, withAt } from "./mutations";

type Conditions = NonNullable<Statement["Condition"]>;

/** Conditions: one removed, one value changed, an exemption widened, one more that spares somebody. */
export function conditionMutations(statement: Statement, around: Surroundings): Mutation[] {
  const conditions = statement.Condition ?? {};
  const to = (title: string, changed: Conditions): Mutation => {
    const mutated = { ...statement, Condition: changed };
    if (Object.keys(changed).length === 0) {
      delete (mutated as Partial<typeof mutated>).Condition;
    }
    return { title, statement: mutated };
  };
  return [
    ...Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(([key, value]) => {
        const rest = without(conditions, operator, key);
        return [
          to(`without ${operator} ${key}`, rest),
          ...otherOperators(operator, key).map((other) =>
            to(`${operator} ${key} by ${other}`, put(rest, other, key, value)),
          ),
          ...otherValues(operator, listOf(value), around).map(({ title, values }) =>
            to(`${operator} ${key} ${title}`, put(rest, operator, key, values)),
          ),
        ];
      }),
    ),
    ...(statement.Effect === "Deny"
      ? spared(around).map(({ title, operator, key, value }) =>
          to(`spares ${title}`, put(conditions, operator, key, value)),
        )
      : []),
  ];
}

/** What somebody might add to a Deny to get his work done. */
const spared = ({ callers }: Surroundings) => [
  {
    title: "accounts",
    operator: "StringNotEqualsIfExists",
    key: "aws:PrincipalAccount",
    value: callers,
  },
  {
    title: "a region",
    operator: "StringNotEqualsIfExists",
    key: "aws:RequestedRegion",
    value: home.region,
  },
  {
    title: "direct calls",
    operator: "BoolIfExists",
    key: "aws:ViaAWSService",
    value: "true",
  },
];

/**
 * Keys that AWS sends with every request that a statement of ours with them is asked about, so that IfExists adds nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const alwaysSent = new Set([
  "aws:CurrentTime",
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalType",
  "aws:SecureTransport",
  "aws:TokenIssueTime",
  "aws:ViaAWSService",
  "aws:userid",
  "sts:RoleSessionName",
]);

/**
 * The operator with and without IfExists, and its opposite; of a date the one that takes in the other end. A negated operator holds where the key is absent, as it does
 * with IfExists: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function otherOperators(operator: string, key: string): string[] {
  const plain = operator.replace("IfExists", "");
  const opposite = plain.includes("Not")
    ? plain.replace("Not", "")
    : plain
        .replace(/((?:^|:)(?:String|Arn|Numeric))(Equals|Like)$/, "$1Not$2")
        .replace(/^DateLessThan$/, "DateLessThanEquals")
        .replace(/^DateGreaterThanEquals$/, "DateGreaterThan");
  return [
    ...(operator !== plain && !plain.includes("Not") ? [plain] : []),
    ...(operator === plain && !/Not|Null/.test(plain) && !alwaysSent.has(key)
      ? [`${plain}IfExists`]
      : []),
    ...(opposite !== plain ? [opposite] : []),
  ];
}

function otherValues(
  operator: string,
  values: readonly string[],
  around: Surroundings,
): { title: string; values: readonly string[] }[] {
  return [
    ...values.flatMap((value, index) => [
      ...(values.length > 1
        ? [{ title: `without ${value}`, values: values.filter((_, at) => at !== index) }]
        : []),
      ...variants(operator, value, around).map((variant) => ({
        title: `${value} as ${variant}`,
        values: withAt(values, index, variant),
      })),
    ]),
    ...extraRoles(values).map((extra) => ({
      title: `with ${extra} as well`,
      values: [...values, extra],
    })),
  ];
}

function variants(operator: string, value: string, { otherAccount }: Surroundings): string[] {
  if (value === "true" || value === "false") {
    return [value === "true" ? "false" : "true"];
  }
  if (operator.startsWith("Date")) {
    return [-1000, 1000].map((later) => new Date(Date.parse(value) + later).toISOString());
  }
  const role = /^(arn:[^:]*:iam::)([^:]*)(:role\/)(.+)$/.exec(value);
  if (role) {
    const [, start, account, kind, name] = role;
    return [
      `${start}${account}${kind}${name}*`,
      `${start}${account}${kind}*${name}`,
      `${start}${account}${kind}*/${name}`,
      ...(otherAccount ? [`${start}${account === "*" ? otherAccount : "*"}${kind}${name}`] : []),
    ];
  }
  if (/^\d{1,11}$/.test(value)) {
    return [String(Number(value) * 10), "0"];
  }
  // A session's name stands behind the colon.
  const ofSession = value.startsWith("*:") ? [`${value}*`, value.replace(":", "")] : [];
  return operator.includes("Like") ? ["*", ...ofSession] : [`${value}x`];
}

/** Where roles are excepted: every other one that somebody could want among them. */
function extraRoles(values: readonly string[]): string[] {
  const first = values.find((value) => /^arn:[^:]*:iam::[^:]*:role\//.test(value));
  const start = first?.slice(0, first.indexOf(":role/") + ":role/".length);
  return start === undefined
    ? []
    : ["TeamAdmin", ...exemptNames]
        .map((name) => start + name)
        .filter((arn) => !values.includes(arn));
}

function without(conditions: Conditions, operator: string, key: string): Conditions {
  const { [operator]: keys = {}, ...rest } = conditions;
  const others = Object.fromEntries(Object.entries(keys).filter(([each]) => each !== key));
  return Object.keys(others).length > 0 ? { ...rest, [operator]: others } : rest;
}

function put(
  conditions: Conditions,
  operator: string,
  key: string,
  value: string | readonly string[],
): Conditions {
  return { ...conditions, [operator]: { ...conditions[operator], [key]: [...listOf(value)] } };
}
