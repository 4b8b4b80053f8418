import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fuzz, FuzzReport } from "./fuzz";
import { awsPolicies, ownPolicies } from "./realPolicies";
import { WatchedInput } from "./watchedInput";

/*
 * `npm run fuzz`; `npm run fuzz -- --seed 7 --runs 1000` repeats a run. The inputs are tried in a thread of their own, so
 * that one that never ends is named.
 */

/** Milliseconds of the processor in which a fault or a decision must be there. */
const limit = 100;
/** Milliseconds without a new input after which one counts as endless. */
const patience = 30_000;

/** Characters; the seed gives the whole input again. */
const longestShown = 2_000;

interface Task {
  readonly memory: SharedArrayBuffer;
  readonly runs: number;
  readonly seed: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
  const runs = Number(values.runs ?? 100_000);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const watched = new WatchedInput();
  const start = performance.now();
  const task: Task = { memory: watched.memory, runs, seed };
  const report = await reportOf(new Worker(__filename, { workerData: task }), watched);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { reading, deciding } = report.slowest;
  console.log(
    `${report.inputs} inputs in ${seconds} s, ${report.accepted} of them policies after all. ` +
      `Slowest: a fault or a document after ${reading.toFixed(0)} ms, a decision after ${deciding.toFixed(0)} ms. Seed ${seed}.`,
  );
  if (report.failure !== undefined) {
    const { reason, input } = report.failure;
    const shown = input.length > longestShown ? `${input.slice(0, longestShown)}...` : input;
    console.log(`${reason}\n${input.length} characters: ${JSON.stringify(shown)}`);
    process.exitCode = 1;
  }
}

function reportOf(worker: Worker, watched: WatchedInput): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    let last = -1;
    const guard = setInterval(() => {
      if (watched.count === last) {
        void worker.terminate();
        clearInterval(guard);
        const failure = { input: watched.text, reason: `takes longer than ${patience} ms` };
        resolve({ inputs: last, accepted: 0, slowest: { reading: 0, deciding: 0 }, failure });
      }
      last = watched.count;
    }, patience);
    worker.on("message", (report: FuzzReport) => {
      clearInterval(guard);
      resolve(report);
    });
    worker.on("error", reject);
  });
}

async function work({ memory, runs, seed }: Task): Promise<void> {
  const watched = new WatchedInput(memory);
  const documents = [...(await ownPolicies()), ...awsPolicies()];
  parentPort!.postMessage(
    fuzz({ documents, runs, seed, limit, watch: (input) => watched.begin(input) }),
  );
}

(isMainThread ? main() : work(workerData as Task)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
