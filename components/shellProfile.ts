/*
 * The shell profiles of the session preferences. Both put the node's name into the prompt, so that nobody
 * types into the wrong node. The name is a tag, and whoever may tag an instance chooses it: a value such as
 * `$(...)` in PS1 would run as the session's user, and an escape sequence would rewrite the terminal. So every
 * name, wherever it comes from, passes through one filter before it is used: [A-Za-z0-9._-], 63 characters.
 */

/** A tag key of characters that mean nothing between quotes, in JSON or in a URL's path; not the path's own `..`. */
const promptTagPattern = /^(?!\.+$)[A-Za-z0-9+=._:/@-][A-Za-z0-9 +=._:/@-]{0,127}$/;

/** Where an instance asks who it is. Plain HTTP by design; nothing but the instance itself can be reached there. */
const metadata = "http://169.254.169.254/latest";

/** Seconds that the metadata token lives: longer than all calls of the profile together. */
const tokenSeconds = 60;

/** Reads stdin, writes what may stand in a prompt, at most 63 characters of it. */
const keepNameCharacters = "LC_ALL=C tr -cd A-Za-z0-9._- | cut -c1-63";

/**
 * What the agent types into the `sh` of a new Linux session: it starts a bash that behaves as a login shell and
 * shows `[ssm-user@web01 ~]$ `, the name being the tag `promptTag` of the instance.
 *
 * The name is the tag as the instance metadata has it (only where tags in metadata are on), else as
 * `aws ec2 describe-tags` has it (only where the AWS CLI is installed and the node role may), else the instance
 * id, else, on-premises, the host's name: the managed instance id (`mi-`) is in a file that only root may read.
 * Each metadata call ends after 1 s, the AWS CLI after 5 s. Where there is no bash, `sh` gets a plain prompt.
 * Nothing is left behind: no variable, no function, no file.
 *
 * It is one line without tabs and exclamation marks, because it is typed: the agent writes it to the terminal
 * (https://github.com/aws/amazon-ssm-agent, agent/session/shell/shell_unix.go), where `sh` may be a bash with
 * completion and history expansion, and where a line over 4,095 bytes is cut. The AWS page names no maximum:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-shell-config.html
 *
 * Throws if `promptTag` is not a tag key of plain characters.
 */
export function linuxShellProfile(promptTag: string): string {
  const tag = checked(promptTag);
  const name = [
    `k() { ${keepNameCharacters}; }`,
    // The token must not travel to a proxy, and a user's own configuration must not redirect it.
    `g() { if command -v curl >/dev/null 2>&1; ` +
      `then curl -q -sf -m 1 --noproxy '*' -X "$1" -H "$2" "${metadata}/$3"; ` +
      `else wget -q -O - -T 1 -t 1 --no-proxy --method="$1" --header="$2" "${metadata}/$3"; ` +
      `fi </dev/null 2>/dev/null; }`,
    `t=$(g PUT 'X-aws-ec2-metadata-token-ttl-seconds: ${tokenSeconds}' api/token)`,
    `if [ -n "$t" ]; then h="X-aws-ec2-metadata-token: $t"`,
    `i=$(g GET "$h" meta-data/instance-id | k)`,
    `v=$(g GET "$h" meta-data/tags/instance/${encodeURIComponent(tag)} | k)`,
    `if [ -z "$v" ] && [ -n "$i" ]; then r=$(g GET "$h" meta-data/placement/region | k)`,
    `v=$(AWS_MAX_ATTEMPTS=1 timeout 5 aws ec2 describe-tags --region "$r" --output text ` +
      `--cli-connect-timeout 1 --cli-read-timeout 1 --query 'Tags[].Value' ` +
      `--filters '[{"Name":"resource-id","Values":["'"$i"'"]},{"Name":"key","Values":["${tag}"]}]' ` +
      `</dev/null 2>/dev/null | k); fi; fi`,
    `v=\${v:-$i}; v=\${v:-$(uname -n | k)}; printf "%s\\n" "\${v:-unnamed}"`,
  ].join("; ");
  return [
    `sekisho=$(unset t i v; ${name})`,
    // The agent starts the session in its own working directory.
    `cd`,
    `if command -v bash >/dev/null 2>&1`,
    `then exec bash -c ${singleQuoted(startBash)} bash "$sekisho"`,
    `else PS1="[$(id -un | LC_ALL=C tr -cd A-Za-z0-9._-)@$sekisho]\\$ "; unset sekisho; fi`,
  ].join("; ");
}

/**
 * The start files of a login shell, then the prompt. It is an rcfile and not `bash --login`, so that PS1 is set
 * after ~/.bashrc has set its own.
 */
const startFiles = [
  `exec 9<&-`,
  `if [ -r /etc/profile ]; then . /etc/profile; fi`,
  `for sekisho in ~/.bash_profile ~/.bash_login ~/.profile ~/.bashrc`,
  `do if [ -r "$sekisho" ]; then . "$sekisho"; break; fi; done`,
  `unset sekisho`,
].join("; ");

/** Hands the rcfile over through a pipe: nothing is written to a disk, nothing is left in the environment. */
const startBash =
  `exec 9< <(printf "%s\\n" ${doubleQuoted(startFiles)} ` +
  `"PS1=\\"[\\\\u@$1 \\\\W]\\\\\\\\\\$ \\""); exec bash --rcfile /dev/fd/9`;

/** Text as one word of a POSIX shell. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Text as one word of a POSIX shell that stands inside single quotes. */
function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\$"`]/g, "\\$&")}"`;
}

/**
 * What the agent types into the PowerShell of a new Windows session: a prompt function that shows
 * `[ssm-user@web01 System32]> `, with the same sources and the same filter as `linuxShellProfile`; the AWS CLI's
 * place is taken by `Get-EC2Tag` where that module is installed, and the last resort is the computer's name.
 * Throws if `promptTag` is not a tag key of plain characters.
 */
export function windowsShellProfile(promptTag: string): string {
  const tag = checked(promptTag);
  const call = "Invoke-RestMethod -UseBasicParsing -TimeoutSec 1";
  return [
    `& { $ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; $i = ''; $v = ''`,
    `$keep = { param($text) $text = ([string]$text) -creplace '[^A-Za-z0-9._-]', ''` +
      `; $text.Substring(0, [Math]::Min(63, $text.Length)) }`,
    `$get = { param($path) ${call} -Headers $h -Uri "${metadata}/meta-data/$path" }`,
    `try { $h = @{ 'X-aws-ec2-metadata-token' = (${call} -Method Put -Uri "${metadata}/api/token" ` +
      `-Headers @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '${tokenSeconds}' }) }`,
    `$i = & $keep (& $get 'instance-id')`,
    `try { $v = & $keep (& $get 'tags/instance/${encodeURIComponent(tag)}') } catch { }`,
    `if ($v -eq '' -and (Get-Command Get-EC2Tag -ErrorAction SilentlyContinue)) ` +
      `{ $v = & $keep (Get-EC2Tag -Region (& $get 'placement/region') -Filter ` +
      `@{ Name = 'resource-id'; Values = $i }, @{ Name = 'key'; Values = '${tag}' }).Value } } catch { }`,
    `if ($v -eq '') { $v = $i }`,
    `if ($v -eq '') { $v = & $keep $env:COMPUTERNAME }`,
    `Set-Item -Path function:global:prompt -Value ` +
      `({ "[$env:USERNAME@$v $(Split-Path -Leaf $PWD)]> " }.GetNewClosure()) }`,
  ].join("; ");
}

function checked(promptTag: string): string {
  if (!promptTagPattern.test(promptTag)) {
    throw new Error(
      `promptTag ${JSON.stringify(promptTag)} cannot be asked for on a node. ` +
        "It must be a tag key of 1 to 128 letters, digits, spaces and + = . _ : / @ -, not only dots.",
    );
  }
  return promptTag;
}
