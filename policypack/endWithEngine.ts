/** Milliseconds between two looks. */
const interval = 1_000;

/**
 * Ends the pack when the process that started it is gone. An engine ends its packs itself, unless it is killed: such a pack
 * would stay, with its 100 MB, until the machine is started anew.
 */
export function endWithEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) {
      process.exit();
    }
  }, interval).unref();
}
