import type { EngineEvent } from "@pulumi/pulumi/automation";
import { stackType } from "../urn";
import { ResourceChange } from "./stackJob";

/** Gathers from the engine's events what a person asks about a stack. */
export class EngineEvents {
  readonly changes: ResourceChange[] = [];
  readonly drift: ResourceChange[] = [];
  private readonly errors: string[] = [];
  private readonly violations: string[] = [];

  take({ resourcePreEvent, resOutputsEvent, diagnosticEvent, policyEvent }: EngineEvent): void {
    if (resourcePreEvent !== undefined) {
      this.add(this.changes, resourcePreEvent.metadata);
    }
    if (resOutputsEvent?.metadata.op === "refresh") {
      this.addDrift(resOutputsEvent.metadata);
    }
    if (diagnosticEvent?.severity === "error") {
      this.errors.push(oneLine(diagnosticEvent.message));
    }
    if (policyEvent?.enforcementLevel === "mandatory") {
      this.violations.push(`${policyEvent.policyName}: ${oneLine(policyEvent.message)}`);
    }
  }

  /** The first reason for a failure that is more than a report of another one; none where the engine gave none. */
  reason(): string | undefined {
    const reasons = [...this.violations, ...this.errors].filter((text) => !repeats.test(text));
    const more = new Set(reasons).size - 1;
    return more > 0 ? `${reasons[0]} (and ${more} more)` : (reasons[0] ?? this.errors[0]);
  }

  private add(list: ResourceChange[], { op, type, urn }: Metadata): void {
    if (type !== stackType && !quiet.has(op)) {
      list.push({ op, type, name: nameOf(urn) });
    }
  }

  private addDrift(metadata: Metadata & { readonly old?: unknown; readonly new?: unknown }): void {
    const { type, urn, old, new: now } = metadata;
    if (type === stackType) {
      return;
    }
    const gone = now === undefined || now === null;
    if (gone || JSON.stringify(outputsOf(old)) !== JSON.stringify(outputsOf(now))) {
      this.drift.push({ op: gone ? "deleted" : "changed", type, name: nameOf(urn) });
    }
  }
}

interface Metadata {
  readonly op: string;
  readonly type: string;
  readonly urn: string;
}

/** Steps that change nothing in the account, or that another event of the same replacement stands for. */
const quiet = new Set(["same", "refresh", "read", "create-replacement", "delete-replaced"]);

/** What the engine says at the end of every failure. */
const repeats = /^(update failed|preview failed|resource monitor shut down)/;

function outputsOf(state: unknown): unknown {
  return (state as { outputs?: unknown } | null | undefined)?.outputs ?? {};
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function oneLine(text: string): string {
  // Colours are written as <{%name%}>.
  return text
    .replace(/<\{%[^%]*%\}>/g, "")
    .trim()
    .replace(/\s*\n\s*/g, " ");
}
