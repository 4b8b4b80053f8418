import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where Debian, Fedora and Alpine put libfaketime; Debian has a folder for each architecture. */
const folders = ["/usr/lib64", "/usr/lib", ...architectures("/usr/lib")];

function architectures(parent: string): string[] {
  return existsSync(parent)
    ? readdirSync(parent)
        .filter((name) => name.endsWith("-linux-gnu"))
        .map((name) => join(parent, name))
    : [];
}

/** The library that tells a program another time; none where it is not installed. */
export const libfaketime = folders
  .map((folder) => join(folder, "faketime", "libfaketime.so.1"))
  .find(existsSync);

/** A clock that stands still until it is set. Every program that is started in its environment goes by it, at once. */
export class FakeClock {
  private readonly file: string;

  constructor(folder: string, moment: string) {
    this.file = join(folder, "clock");
    this.set(moment);
  }

  /** A moment in UTC as the model writes it. */
  set(moment: string): void {
    writeFileSync(this.file, moment.replace("T", " ").replace("Z", "\n"));
  }

  /** https://github.com/wolfcw/libfaketime: the time that programs wait by is left alone, or none of them would ever go on. */
  get environment(): Record<string, string> {
    return {
      LD_PRELOAD: libfaketime!,
      TZ: "UTC",
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
  }
}
