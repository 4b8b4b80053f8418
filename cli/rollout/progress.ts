import { SingleBar } from "cli-progress";
import type { StackOutcome } from "../../engine/rollout/report";
import type { Rollout } from "../../engine/rollout/rollout";
import { secondsLeft } from "../../engine/rollout/timeLeft";
import type { UpListener } from "../../engine/rollout/up";
import { stackProgress } from "../progress";
import { terminalOf } from "../terminal";
import { count } from "../words";
import { changesText, duration } from "./words";

/** Tells on a stream what a rollout does: a line for each stack that ends, and on a terminal a bar below. */
export function rolloutProgress(
  stream: NodeJS.WriteStream,
  jobs: number,
): UpListener & { close(): void } {
  const { colors } = terminalOf(stream);
  const planning = stackProgress(stream);
  const bar = new SingleBar({
    ...{ stream, barsize: 30, clearOnComplete: true, gracefulExit: false, linewrap: null },
    format: "{bar} {value}/{total} stacks, {running} running, {left}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
  });
  const line = (text: string) => {
    if (bar.isActive) {
      stream.write("\r\x1b[K");
    }
    stream.write(`${text}\n`);
  };
  const took: number[] = [];
  const signals = new Signals(line);
  process.once("exit", () => bar.stop());
  return {
    planned: (done, total) => planning.update(done, total),
    decided(stacks, toRun) {
      planning.stop();
      const known = stacks.every(({ planned }) => planned === undefined);
      const anew = known ? ", none planned anew: nothing that plans follow from has changed" : "";
      line(`${count(stacks.length, "stack")}${anew}; ${toRun} to run, ${jobs} at once`);
    },
    begun: (rollout) => signals.hand(rollout),
    wave: (name, stacks) => line(colors.bold(`wave ${name}: ${count(stacks, "stack")}`)),
    ended(outcome, { done, total, running }) {
      took.push(outcome.seconds ?? 0);
      const waiting = total - done - running;
      const seconds = secondsLeft(took, { running, waiting, lanes: jobs });
      const left = seconds === undefined ? "" : `about ${duration(seconds)} left`;
      line(`${endedText(outcome, colors)}${stream.isTTY ? "" : `  (${done}/${total}, ${left})`}`);
      if (stream.isTTY) {
        if (!bar.isActive) {
          bar.start(total, done, { running, left });
        }
        bar.update(done, { running, left });
      }
    },
    note: (text) => line(colors.yellow(text)),
    close() {
      planning.stop();
      bar.stop();
      signals.close();
    },
  };
}

function endedText(
  { stack, outcome, why, seconds = 0, changes = [], pending = [] }: StackOutcome,
  colors: ReturnType<typeof terminalOf>["colors"],
): string {
  const time = duration(seconds);
  const interrupted =
    pending.length === 0
      ? ""
      : colors.yellow(`; an earlier update was killed while ${pending.join(", ")}`);
  return outcome === "failed"
    ? `${colors.red("✗")} ${stack}  ${time}  ${colors.red(why)}${interrupted}`
    : `${colors.green("✓")} ${stack}  ${time}  ${changesText(changes)}; ${why}${interrupted}`;
}

/** The first signal lets what runs end in order; the second one ends the command. */
class Signals {
  private readonly names = ["SIGINT", "SIGTERM"] as const;
  private rollout: Rollout | undefined;

  constructor(private readonly line: (text: string) => void) {}

  hand(rollout: Rollout): void {
    this.rollout = rollout;
    this.names.forEach((name) => process.removeAllListeners(name).on(name, this.take));
  }

  close(): void {
    this.names.forEach((name) => process.off(name, this.take));
  }

  private readonly take = (signal: NodeJS.Signals) => {
    const code = signal === "SIGINT" ? 130 : 143;
    if (this.rollout === undefined) {
      process.exit(code);
    }
    this.line(`${signal}: no more stacks start; those that run end. Again: end at once.`);
    this.rollout.stop(signal === "SIGTERM");
    this.rollout = undefined;
  };
}
