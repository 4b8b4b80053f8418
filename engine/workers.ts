import { join } from "node:path";
import Piscina from "piscina";
import { LandingZone } from "../model/landingZone";
import { Lane } from "./lanes";
import { StackReport } from "./report";
import { Span } from "./stackReports";

/** Worker threads that plan and judge stacks of one landing zone. */
export class Workers {
  readonly lanes: readonly Lane<Span, StackReport[]>[];

  private readonly pool: Piscina<Span, StackReport[]> | undefined;

  constructor(zone: LandingZone, threads: number) {
    this.pool =
      threads > 0
        ? new Piscina({
            filename: join(__dirname, "../engine/worker.cjs"),
            workerData: zone,
            minThreads: threads,
            maxThreads: threads,
          })
        : undefined;
    this.lanes = new Array(Math.max(threads, 0)).fill((span: Span) => this.pool!.run(span));
  }

  async stop(): Promise<void> {
    await this.pool?.destroy();
  }
}
