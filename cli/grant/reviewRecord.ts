import { readFileSync } from "node:fs";
import * as z from "zod";
import { Fault, formatFault, quoted } from "../../model/fault";
import { readText } from "../../model/load";
import { readYaml } from "../../model/readYaml";
import { Stop } from "../stop";

/** A review as GitHub records it; `user` is null where the account is gone. */
export interface Review {
  readonly user: { readonly login: string } | null;
  /** APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING. */
  readonly state: string;
  readonly commit_id: string | null;
  /** None while it is pending. */
  readonly submitted_at?: string | undefined;
}

/** The pull request: who asks, and its newest commit. */
export interface PullRequest {
  readonly user: { readonly login: string };
  readonly head: { readonly sha: string };
}

const login = z.object({ login: z.string().min(1) });
const review = z.object({
  user: login.nullable(),
  state: z.string(),
  commit_id: z.string().nullable(),
  submitted_at: z.string().optional(),
});
const pullRequest = z.object({
  user: login,
  head: z.object({ sha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/) }),
});

/**
 * The reviews in the answer of GitHub, one list or, of several pages, a list of lists.
 * https://docs.github.com/en/rest/pulls/reviews, "List reviews for a pull request"
 */
export function readReviews(file: string): Review[] {
  const list = z.array(z.union([review, z.array(review)]));
  return parsed(
    file,
    list,
    `gh api --paginate --slurp 'repos/{owner}/{repo}/pulls/<n>/reviews'`,
  ).flat();
}

/** The pull request in the answer of GitHub. https://docs.github.com/en/rest/pulls/pulls, "Get a pull request" */
export function readPullRequest(file: string): PullRequest {
  return parsed(file, pullRequest, `gh api 'repos/{owner}/{repo}/pulls/<n>'`);
}

/** Logins at the forge by the names that grants call approvers; stops with every fault. One login is one name. */
export function readApprovers(file: string): ReadonlyMap<string, string> {
  const text = readText(file);
  const read = "message" in text ? { faults: [text] } : readYaml(file, text.text);
  const faults: Fault[] = [...read.faults];
  const approvers = new Map<string, string>();
  if ("source" in read && read.source !== undefined) {
    const { source } = read;
    if (!source.isMap()) {
      faults.push(
        source.fault([], "found no map, allowed is one of name: login lines: write it so."),
      );
    }
    const names = new Map<string, string>();
    for (const name of source.keys()) {
      const value = (source.value as Record<string, unknown>)[name];
      if (typeof value !== "string" || !/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value)) {
        const allowed = "a login of letters, digits, - and _, in quotes if it is a number";
        faults.push(
          source.fault([name], `found another value, allowed is ${allowed}: correct it.`),
        );
        continue;
      }
      const first = names.get(value.toLowerCase());
      if (first !== undefined) {
        const found = `found ${quoted(value)}, the login of ${quoted(first)} too`;
        faults.push(source.fault([name], `${found}, allowed is one name for each: remove one.`));
      }
      names.set(value.toLowerCase(), name);
      approvers.set(name, value);
    }
  }
  if (faults.length > 0) {
    throw new Stop(faults.map(formatFault).join("\n"), 2);
  }
  return approvers;
}

function parsed<Data>(file: string, schema: z.ZodType<Data>, command: string): Data {
  const fault = (found: string) =>
    new Stop(`${file}: found ${found}, allowed is what this prints: ${command}`, 2);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw fault(`no file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault("text that is not JSON");
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    const path = result.error.issues[0]!.path.join(".");
    throw fault(`another shape${path === "" ? "" : ` at ${path}`}`);
  }
  return result.data;
}
