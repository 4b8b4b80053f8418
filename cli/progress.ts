import { SingleBar } from "cli-progress";

/** Tells a person who waits how far the planning is. */
interface Progress {
  /** `done` of `total` stacks are planned. */
  update(done: number, total: number): void;
  /** Leaves no trace on the terminal. */
  stop(): void;
}

/** A bar on a terminal; nothing in a file or a pipe. */
export function stackProgress(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    stream,
    format: "Planning stacks {bar} {value}/{total}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    clearOnComplete: true,
    gracefulExit: false,
  });
  // Also after Ctrl-C: the bar has turned off the terminal's line wrapping.
  process.once("exit", () => bar.stop());
  return {
    update(done, total) {
      if (!stream.isTTY) {
        return;
      }
      if (!bar.isActive) {
        bar.start(total, done);
      }
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
