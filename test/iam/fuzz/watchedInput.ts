/** The input that a worker thread is at, where another thread can read it even while the worker hangs. */
export class WatchedInput {
  private readonly counter: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(readonly memory = new SharedArrayBuffer(headBytes + mostBytes)) {
    this.counter = new Int32Array(memory, 0, 2);
    this.bytes = new Uint8Array(memory, headBytes);
  }

  begin(text: string): void {
    // What does not fit is a megabyte of one letter.
    const { written } = new TextEncoder().encodeInto(text, this.bytes);
    Atomics.store(this.counter, 1, written);
    Atomics.add(this.counter, 0, 1);
  }

  /** How many were begun. */
  get count(): number {
    return Atomics.load(this.counter, 0);
  }

  get text(): string {
    return Buffer.from(this.bytes.slice(0, Atomics.load(this.counter, 1))).toString();
  }
}

const headBytes = 8;
const mostBytes = 4 * 1024 * 1024;
