import { AccountNames } from "../accountNames";
import { Fault, quoted } from "../fault";
import { minutesBetween } from "../instant";
import { recordedChannels } from "../openings";
import { GrantInput } from "../schema/grants";
import { OsAccessSettings } from "../schema/osAccess";
import { Path, YamlSource } from "../yamlSource";

/** With a hard end nothing but the longest session bounds the last one, so it has to be one that is bounded. */
export function* checkHardEnd(
  grant: GrantInput,
  at: Path,
  names: AccountNames,
  settings: ReadonlyMap<string, OsAccessSettings>,
  source: YamlSource,
): Generator<Fault> {
  if (grant.hardEnd !== true) {
    return;
  }
  const fault = (found: string, allowed: string, advice: string) =>
    source.fault([...at, "hardEnd"], `found true ${found}, allowed ${allowed}: ${advice}.`);
  for (const name of names.expand(grant.accounts)) {
    const { windows, maxSession, channels } = settings.get(name)!;
    const unbounded = (grant.channels ?? recordedChannels(channels!)).filter(
      (channel) => channel !== "shell",
    );
    if (windows === "assume-role") {
      const found = `where the window holds on assume-role alone (windows of ${quoted(name)})`;
      yield fault(found, "is it where it holds on sessions", "leave it out or change windows");
      return;
    }
    if (unbounded.length > 0) {
      const found = `with ${unbounded.join(" and ")} in ${quoted(name)}, whose sessions nothing ends`;
      yield fault(found, "is it for the shell alone", "write channels: [shell] or leave it out");
      return;
    }
    if (minutesBetween(grant.from, grant.until) <= maxSession!) {
      const found = `in a window no longer than ${maxSession} minutes (maxSession of ${quoted(name)})`;
      yield fault(found, "is it in a longer one", "lengthen the window or leave it out");
      return;
    }
  }
}
