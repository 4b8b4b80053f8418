import { count } from "./words";

type Counts = Readonly<Record<string, number>>;

/** Words that a class name spells like any other. */
const spelling: Readonly<Record<string, string>> = { os: "OS", iam: "IAM", s3: "S3", kms: "KMS" };

/** How many resources of AWS there are: components, providers and the stack cost nothing and do nothing. */
export function awsResources(resources: Counts): number {
  return sum(Object.entries(resources).filter(([type]) => isAws(type)));
}

/**
 * What a stack makes, in a few words: its components (`OS access role, 3 switch roles`), and where it has
 * none, its resources. The words come from the type tokens, so a new component needs no line here.
 */
export function inventory(resources: Counts): string[] {
  const components = Object.entries(resources).filter(([type]) => isComponent(type));
  const shown =
    components.length > 0 ? components : Object.entries(resources).filter(([type]) => isAws(type));
  return shown.map(([type, amount]) => (amount === 1 ? noun(type) : count(amount, noun(type))));
}

/** `sekisho:account:OsAccessRole` is an `OS access role`. */
function noun(type: string): string {
  const name = type.split(":").at(-1)!;
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(" ")
    .map((word) => spelling[word] ?? word)
    .join(" ");
}

function isComponent(type: string): boolean {
  return type.startsWith("sekisho:");
}

function isAws(type: string): boolean {
  return type.startsWith("aws:");
}

function sum(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((total, [, amount]) => total + amount, 0);
}
