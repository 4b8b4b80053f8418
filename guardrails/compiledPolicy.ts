import { CompiledPolicy, compile } from "../iam/compile";
import { PolicyKind } from "../iam/compiledStatement";
import { parsePolicy } from "../iam/parsePolicy";

/** Compiles a text that was checked before or rendered by us; throws for one that is no policy. */
export function compiledPolicy(kind: PolicyKind, text: string, id: string): CompiledPolicy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) {
    const [fault] = parsed.faults;
    throw new Error(`${id} is no policy: ${fault!.path} ${fault!.message}.`);
  }
  return compile(parsed.document, kind, id);
}
