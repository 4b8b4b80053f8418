import type { AwsCall } from "../../engine/awsProvider";
import { openOrganization, OrganizationInAws } from "./organizationInAws";
import type { CommandEnd } from "./rolloutProject";

/** What a kill does, and when. */
export interface Kill {
  /** On which call of an engine about a resource, from 1. */
  readonly at: number;
  /** The command alone, or with everything that it started, as when the machine loses power. */
  readonly all: boolean;
  /** Whether AWS gets that call. */
  readonly reached: boolean;
}

/** An organization whose rollouts can be killed in the middle of a resource. */
export interface KillableOrganization extends OrganizationInAws {
  /** Runs `sekisho rollout` and kills it; undefined where it ended before its turn came. */
  killed(args: readonly string[], kill: Kill): Promise<CommandEnd | undefined>;
  /** What the commands said, for whoever looks at a failure. */
  readonly told: readonly string[];
}

export async function openKillable(accounts: number): Promise<KillableOrganization> {
  let onCall: (call: AwsCall) => void = () => undefined;
  const told: string[] = [];
  const organization = await openOrganization(accounts, (call) => onCall(call));
  const killed: KillableOrganization["killed"] = async (args, kill) => {
    let calls = 0;
    let dead = false;
    onCall = ({ when }) => {
      if (when === "before" && ++calls === kill.at) {
        dead = true;
        void (kill.all ? command.killAll() : command.kill());
        if (kill.all && !kill.reached) {
          throw new Error("The machine lost its power before the request was sent.");
        }
      }
    };
    const command = organization.project.start(...args, "--jobs", "2", "--json");
    const end = await command.end;
    onCall = () => undefined;
    told.push(`${args.join(" ")}, ${JSON.stringify(kill)}: ${end.code}\n${end.stderr}`);
    return dead ? end : undefined;
  };
  return { ...organization, killed, told };
}
