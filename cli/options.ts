import { InvalidArgumentError } from "commander";

/** The value of an option that counts something: 1 or more. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InvalidArgumentError("Allowed is a whole number from 1 to 9999.");
  }
  return Number(text);
}
