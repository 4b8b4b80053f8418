import { existsSync, readFileSync } from "node:fs";

/** What the engine did, or would do, with one resource. */
export interface Step {
  /** `same`, `create`, `update`, `delete`, `replace`, `import`, ... */
  readonly op: string;
  readonly type: string;
  readonly name: string;
  /** Properties that make the difference. */
  readonly diffs: readonly string[];
  /** As the provider's check left them; none for what is deleted. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a policy of the pack said. */
export interface Judgement {
  readonly policy: string;
  readonly level: string;
  readonly message: string;
  /** Name of the resource that it is about. */
  readonly resource: string;
}

interface EngineEvent {
  readonly resourcePreEvent?: {
    readonly metadata: {
      readonly op: string;
      readonly type: string;
      readonly urn: string;
      readonly diffs?: string[] | null;
      readonly new?: { readonly inputs?: Record<string, unknown> } | null;
    };
  };
  readonly policyEvent?: {
    readonly policyName: string;
    readonly enforcementLevel: string;
    readonly message: string;
    readonly resourceUrn?: string;
  };
}

/** Reads the log that `--event-log` wrote: one JSON event a line. A command that ended early has none. */
export function readEvents(file: string): { steps: Step[]; judgements: Judgement[] } {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const events = lines.map((line) => JSON.parse(line) as EngineEvent);
  return {
    steps: events.flatMap(({ resourcePreEvent: event }) => {
      if (event === undefined) {
        return [];
      }
      const { op, type, urn, diffs, new: now } = event.metadata;
      return [{ op, type, name: nameOf(urn), diffs: diffs ?? [], inputs: now?.inputs ?? {} }];
    }),
    judgements: events.flatMap(({ policyEvent: event }) =>
      event === undefined
        ? []
        : [
            {
              policy: event.policyName,
              level: event.enforcementLevel,
              message: event.message,
              resource: nameOf(event.resourceUrn ?? ""),
            },
          ],
    ),
  };
}

/** The logical name, which may hold colons itself. */
function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** `op type name` of everything that does not stay as it is, the stack itself left out, sorted. */
export function changes(steps: readonly Step[]): string[] {
  return steps
    .filter(({ op, type }) => op !== "same" && type !== "pulumi:pulumi:Stack")
    .map(({ op, type, name }) => `${op} ${type} ${name}`)
    .sort();
}
