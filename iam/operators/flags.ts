import { truthOf } from "../truth";
import { OperatorFamily } from "./test";

/** `Bool`: `true` or `false` in any letter case; anything else is neither. */
export const bool: OperatorFamily = (values) => {
  const wanted = new Set(values.map((value) => value.toLowerCase()).filter(isBoolean));
  return (value) => truthOf(wanted.has(value) || wanted.has(value.toLowerCase()));
};

function isBoolean(text: string): boolean {
  return text === "true" || text === "false";
}

/** `BinaryEquals`: the bytes, both sides in base64. */
export const binaryEquals: OperatorFamily = (values) => {
  const wanted = new Set(values.map(bytes));
  return (value) => truthOf(wanted.has(bytes(value)));
};

function bytes(base64: string): string {
  return base64.replace(/=+$/, "");
}
