import { Condition, Operator, Quantifier, operators, quantifiers } from "./policyDocument";
import { Fault, isObject, memberPath } from "./policyJson";

const operatorForm = /^(?:(\w+):)?(\w+?)(IfExists)?$/;

/** The `Condition` element as a flat list. AWS takes numbers and booleans as well as text for values. */
export function parseCondition(value: unknown, path: string, faults: Fault[]): Condition[] {
  if (value === undefined) {
    return [];
  }
  if (!isObject(value)) {
    faults.push({ path, message: "must be an object of operators" });
    return [];
  }
  return Object.entries(value).flatMap(([name, keys]) => {
    const operator = parseOperator(name, memberPath(path, name), faults);
    if (!isObject(keys)) {
      faults.push({ path: memberPath(path, name), message: "must be an object of condition keys" });
      return [];
    }
    return Object.entries(keys).map(([key, values]) => ({
      ...operator,
      key,
      values: conditionValues(values, memberPath(memberPath(path, name), key), faults),
    }));
  });
}

function parseOperator(name: string, path: string, faults: Fault[]) {
  const [, quantifier, operator, ifExists] = operatorForm.exec(name) ?? [];
  const known =
    operators.includes(operator as Operator) &&
    (quantifier === undefined || quantifiers.includes(quantifier as Quantifier)) &&
    !(operator === "Null" && ifExists !== undefined);
  if (!known) {
    faults.push({ path, message: "is not a condition operator" });
  }
  return {
    ...(quantifier !== undefined && { quantifier: quantifier as Quantifier }),
    operator: operator as Operator,
    ifExists: ifExists !== undefined,
  };
}

function conditionValues(value: unknown, path: string, faults: Fault[]): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item) => ["string", "number", "boolean"].includes(typeof item))) {
    faults.push({ path, message: "must be text, a number, a boolean or a list of them" });
    return [];
  }
  return list.map(String);
}
