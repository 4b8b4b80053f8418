import * as assert from "node:assert/strict";
import { compile } from "../../../iam/compile";
import { CompiledStatement } from "../../../iam/compiledStatement";
import { coversAction } from "../../../iam/coveredActions";
import { parsePolicy } from "../../../iam/parsePolicy";
import { PreparedRequest } from "../../../iam/request";
import { No } from "../../../iam/truth";
import { play, requestOf, Scenario, stopOf, titlesAsked } from "../world/scenario";
import { World } from "../world/world";
import { Fault, Mutant } from "./mutant";
import { Statement } from "./mutations";

/** A scenario and what it asks of one document by one action. */
interface Asking {
  readonly scenario: Scenario;
  readonly requests: PreparedRequest[];
}

/** Finds the scenario that shows a mutant: one that comes out otherwise than it must. */
export class Suite {
  /** By the title of a document and the action in small letters, in the order of the scenarios. */
  private readonly asking = new Map<string, Map<string, Asking[]>>();

  constructor(
    private readonly world: World,
    scenarios: readonly Scenario[],
  ) {
    for (const scenario of scenarios) {
      for (const step of tried(scenario)) {
        for (const title of titlesAsked(world, step)) {
          this.note(title, scenario, requestOf(world, step));
        }
      }
    }
  }

  /** Undefined if nothing comes out otherwise: the mutant survives. */
  killer({ faults }: Mutant): Scenario | undefined {
    const mutated = this.world.with(
      new Map([...faults].map(([title, { document }]) => [title, document])),
    );
    for (const [title, fault] of faults) {
      const statements = [fault.before, ...(fault.after ? [fault.after] : [])].map(alone);
      const differs = difference(fault);
      for (const [action, askings] of this.asking.get(title) ?? []) {
        const killer = statements.some(({ statement }) => coversAction(statement, action))
          ? askings.find(
              ({ scenario, requests }) => requests.some(differs) && !holds(mutated, scenario),
            )
          : undefined;
        if (killer !== undefined) {
          return killer.scenario;
        }
      }
    }
    return undefined;
  }

  private note(title: string, scenario: Scenario, request: PreparedRequest): void {
    const byAction = this.asking.get(title) ?? new Map<string, Asking[]>();
    this.asking.set(title, byAction);
    const { action } = request.questions[0]!;
    const askings = byAction.get(action) ?? [];
    byAction.set(action, askings);
    if (askings.at(-1)?.scenario === scenario) {
      askings.at(-1)!.requests.push(request);
    } else {
      askings.push({ scenario, requests: [request] });
    }
  }
}

/** Whether a scenario comes out as it must. */
export function holds(world: World, scenario: Scenario): boolean {
  const { stoppedAt, last } = play(world, scenario);
  return stoppedAt === stopOf(scenario) && last.result !== "unknown";
}

/** What comes after the refused step has no say. */
function tried(scenario: Scenario) {
  return scenario.steps.slice(0, (stopOf(scenario) ?? scenario.steps.length) + 1);
}

/** Whether the statement says something else to a request than before; otherwise no decision can change. */
function difference({ before, after }: Fault): (request: PreparedRequest) => boolean {
  if (JSON.stringify(before.Principal) !== JSON.stringify(after?.Principal ?? before.Principal)) {
    // By whom a Principal names him, a caller is let in in more ways than one.
    return () => true;
  }
  const saysBefore = answers(before);
  const saysAfter = after === undefined ? () => nothing : answers(after);
  return ({ questions }) =>
    questions.some((question) => saysBefore(question) !== saysAfter(question));
}

type Question = PreparedRequest["questions"][number];

const nothing = "";

/** What a statement by itself answers: its effect, and how surely it applies. */
function answers(statement: Statement): (question: Question) => string {
  const compiled = alone(statement);
  return (question) => {
    const applies = coversAction(compiled.statement, question.action)
      ? compiled.applies(question)
      : No;
    return applies === No ? nothing : `${statement.Effect} ${applies}`;
  };
}

function alone(statement: Statement): CompiledStatement {
  const parsed = parsePolicy({ Version: "2012-10-17", Statement: [statement] });
  assert.ok(parsed.ok, JSON.stringify(statement));
  const kind = statement.Principal === undefined ? "identity" : "resource";
  return compile(parsed.document, kind).statements[0]!;
}
