import { CompiledStatement, PolicyKind } from "./compiledStatement";
import { coversAction } from "./coveredActions";
import { PolicyDocument } from "./policyDocument";

/** A policy made ready to be asked about many requests. */
export class CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  private readonly byAction = new Map<string, ActionStatements>();
  /** The action that was last asked for: a request asks several times for the same. */
  private last: { readonly action: string; readonly found: ActionStatements } | undefined;

  constructor(
    readonly document: PolicyDocument,
    readonly kind: PolicyKind,
    readonly id?: string,
  ) {
    this.statements = document.statements.map(
      (statement, index) =>
        new CompiledStatement(statement, document.version, {
          kind,
          ...(id !== undefined && { policy: id }),
          index,
        }),
    );
  }

  /** The statements whose Action or NotAction takes in the action, given in small letters. */
  statementsFor(action: string): ActionStatements {
    if (this.last?.action !== action) {
      this.last = { action, found: this.lookUp(action) };
    }
    return this.last.found;
  }

  private lookUp(action: string): ActionStatements {
    let found = this.byAction.get(action);
    if (found === undefined) {
      const covering = this.statements.filter(({ statement }) => coversAction(statement, action));
      found = {
        denies: covering.filter(({ statement }) => statement.effect === "Deny"),
        allows: covering.filter(({ statement }) => statement.effect === "Allow"),
      };
      if (this.byAction.size >= mostActions) {
        this.byAction.clear();
      }
      this.byAction.set(action, found);
    }
    return found;
  }
}

/** Compiles a parsed document; never throws. `id` is what decisions call the policy. */
export function compile(document: PolicyDocument, kind: PolicyKind, id?: string): CompiledPolicy {
  return new CompiledPolicy(document, kind, id);
}

interface ActionStatements {
  readonly denies: readonly CompiledStatement[];
  readonly allows: readonly CompiledStatement[];
}

/** How many actions a policy remembers its statements for; somebody may ask for more than AWS has. */
const mostActions = 1_000;
