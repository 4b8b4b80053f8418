import { InvalidArgumentError, Option } from "commander";

/** Where organization.yaml is. */
export function organizationOption(): Option {
  return new Option("--file <file>", "the organization file").default("organization.yaml");
}

/** Where grants.yaml is. */
export function grantsOption(): Option {
  return new Option(
    "--grants <file>",
    "the grants file; its folder grants/ is read too (default: grants.yaml beside the organization file)",
  );
}

/** The value of an option that counts something: 1 or more. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InvalidArgumentError("Allowed is a whole number from 1 to 9999.");
  }
  return Number(text);
}

/** The value of an option that goes into a configuration file as it is: no white space, nothing that a shell reads. */
export function plainName(text: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.+=,@-]{0,127}$/.test(text)) {
    throw new InvalidArgumentError("Allowed are letters, digits and _.+=,@-.");
  }
  return text;
}
