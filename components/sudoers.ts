import { Sudo } from "../model/landingZone";

/** A user or, after %, a group, that a line of sudoers takes literally: no list, no ALL, no escape. */
const runAsPattern = /^(?!%?root$)%?[a-z_][a-z0-9_-]{0,31}$/;

/** The file in which the agent gives ssm-user everything, and which it leaves alone once it exists. */
const sudoersFile = "ssm-agent-users";

/**
 * The sudo rules of ssm-user, in place of the agent's `NOPASSWD:ALL`: it may become the users and members of groups
 * in `runAs`. With `targetPassword` sudo asks for the password of the user it becomes; without, for that of ssm-user,
 * who has none until somebody sets one.
 * https://www.sudo.ws/docs/man/sudoers.man/ (targetpw, Runas_Spec); the agent's rules are in
 * agent/session/utility/utility_unix.go of https://github.com/aws/amazon-ssm-agent.
 * Throws, all faults at once, if `runAs` is empty or holds anything but OS users and %groups.
 */
export function sudoersText(sudo: Sudo): string {
  const faults = sudo.runAs.filter((runAs) => !runAsPattern.test(runAs));
  if (sudo.runAs.length === 0 || faults.length > 0) {
    throw new Error(
      `sudo.runAs has ${faults.map((fault) => JSON.stringify(fault)).join(", ") || "no entry"}. ` +
        "Each must be an OS user other than root, or % and an OS group: " +
        "at most 32 small letters, digits, _ and -, beginning with a letter or _.",
    );
  }
  return [
    "# User rules for ssm-user",
    `ssm-user ALL=(${sudo.runAs.join(",")}) ALL`,
    ...(sudo.targetPassword ? ["Defaults:ssm-user targetpw"] : []),
    "",
  ].join("\n");
}

/**
 * A script for `sh`, run by the agent as root, that puts `sudoersText` in the place of the agent's file. A node is
 * never without a valid file: the new one is written and checked beside the old one, where sudo does not look
 * (it skips names with a dot), then renamed over it, and the old one comes back if sudo's whole configuration does
 * not pass afterwards. A second run changes nothing. `root` is the directory under which a test has its /etc.
 *
 * It exits 0 when the rules are in force, and otherwise says why on stderr, the rules being what they were:
 * 3 no sudo, visudo or /etc/sudoers.d; 4 the configuration is broken already; 5 the new file cannot be written
 * or does not pass; 6 the configuration did not pass with it.
 */
export function hardeningScript(sudo: Sudo, root = ""): string {
  const directory = `${root}/etc/sudoers.d`;
  const wholeCheck = root === "" ? "visudo -c" : `visudo -cf '${root}/etc/sudoers'`;
  const lines = sudoersText(sudo)
    .trimEnd()
    .split("\n")
    .map((line) => `'${line}'`)
    .join(" ");
  return `umask 077
target='${directory}/${sudoersFile}'
fail() { code=$1; shift; echo "Sekisho: $*" >&2; exit "$code"; }

command -v sudo >/dev/null 2>&1 || fail 3 "sudo is not installed; nothing was changed."
command -v visudo >/dev/null 2>&1 || fail 3 "visudo is not installed; nothing was changed."
[ -d '${directory}' ] || fail 3 "${directory} is not a directory; nothing was changed."
if [ -e "$target" ] && [ ! -f "$target" ]; then
  fail 5 "$target is not a file; nothing was changed."
fi
found=$(${wholeCheck} 2>&1) ||
  fail 4 "sudo's configuration is broken already; nothing was changed. Repair it: $found"

stage=$(mktemp -d '${directory}/.sekisho.XXXXXX') ||
  fail 5 "${directory} cannot be written; nothing was changed."
trap 'rm -rf "$stage"' EXIT
trap 'exit 1' HUP INT TERM

printf '%s\\n' ${lines} >"$stage/new" &&
  chmod 0440 "$stage/new" &&
  chown "$(id -u):$(id -g)" "$stage/new" ||
  fail 5 "The new rules cannot be written; nothing was changed."
if cmp -s "$stage/new" "$target" &&
  [ "$(stat -c %a:%u:%g "$stage/new")" = "$(stat -c %a:%u:%g "$target")" ]; then
  echo "Sekisho: $target is as it should be."
  exit 0
fi
found=$(visudo -cf "$stage/new" 2>&1) ||
  fail 5 "visudo refuses the new rules; nothing was changed: $found"
if [ -e "$target" ]; then
  ln "$target" "$stage/old" || fail 5 "$target cannot be kept aside; nothing was changed."
fi

# A rename that reaches the disk before the content would leave an empty file after a crash.
sync
mv -f "$stage/new" "$target" || fail 5 "$target cannot be replaced; nothing was changed."
found=$(${wholeCheck} 2>&1) || {
  if [ -e "$stage/old" ]; then mv -f "$stage/old" "$target"; else rm -f "$target"; fi
  fail 6 "sudo's configuration does not pass with the new rules; the former state is back: $found"
}
echo "Sekisho: $target was replaced."
`;
}
