import { Statement } from "../policyDocument";
import { isUnderResourceControl } from "../resourceControl";
import { Query } from "./query";
import { rememberedObjects } from "../rememberedObjects";

/**
 * Actions of the same likeness have the same decisions: the same statements cover them, and so the same policies have a say
 * in them.
 */
export function likeness({ action, statements }: Query): string {
  const name = action.toLowerCase();
  const [service] = name.split(":");
  const special = service === "sts" || service === "kms";
  return [
    special ? name : isUnderResourceControl(name),
    ...statements.map(({ statement }) => numberOf(statement)),
  ].join(" ");
}

const numberOf = rememberedObjects<Statement, number>(() => nextNumber++);
let nextNumber = 0;
