import { join } from "node:path";
import Piscina from "piscina";
import { Lane } from "./lanes";
import { PlannedStack } from "./stackReport";
import { PlanningTask, Span } from "./stackReports";

/**
 * Megabytes for new objects, twice Node's default. A plan is made of short-lived promises: with less room the collector
 * copies those of several stacks again and again, which takes a third of all the time.
 */
const youngGeneration = 96;

/** Worker threads that plan stacks of one landing zone. */
export class Workers {
  readonly lanes: readonly Lane<Span, PlannedStack[]>[];

  private readonly pool: Piscina<Span, PlannedStack[]> | undefined;

  constructor(task: PlanningTask, threads: number) {
    this.pool =
      threads > 0
        ? new Piscina({
            filename: join(__dirname, "../engine/worker.cjs"),
            workerData: task,
            minThreads: threads,
            maxThreads: threads,
            resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
          })
        : undefined;
    this.lanes = new Array(Math.max(threads, 0)).fill((span: Span) => this.pool!.run(span));
  }

  async stop(): Promise<void> {
    await this.pool?.destroy();
  }
}
