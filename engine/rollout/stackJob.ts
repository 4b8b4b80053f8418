import { LandingZone } from "../../model/landingZone";
import { Locked } from "./lockText";

/** What every stack process of a rollout knows from its start. */
export interface ProcessSettings {
  readonly zone: LandingZone;
  /** Folder of Pulumi.yaml and of the files Pulumi.<stack>.yaml. */
  readonly project: string;
  /** Folder under which each stack gets a working folder of its own. */
  readonly work: string;
  /** The compiled policy pack, as a program or a folder: what `--policy-pack` gets. */
  readonly pack: string;
  /** `--secrets-provider` of stacks that are made; none is Pulumi's default. */
  readonly secretsProvider?: string;
}

/** One stack to be updated or previewed. */
export interface StackJob {
  readonly stack: string;
  readonly operation: "up" | "preview";
  /** Whether the backend has the stack already. */
  readonly exists: boolean;
  /** Reads the real resources first. */
  readonly refresh: boolean;
  /** File that takes everything that the engine prints. */
  readonly log: string;
  /** Variables for this stack alone, such as AWS_PROFILE. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the engine did, or would do, with one resource. */
export interface ResourceChange {
  /** `create`, `update`, `delete`, `replace`, ... */
  readonly op: string;
  readonly type: string;
  readonly name: string;
}

/** How one stack ended. */
export interface StackResult {
  readonly stack: string;
  /** Everything that did not stay as it was; the stack itself is left out. */
  readonly changes: readonly ResourceChange[];
  /** What was changed outside, as a refresh saw it. */
  readonly drift: readonly ResourceChange[];
  /** Interrupted operations that the state names: `creating urn:...`. */
  readonly pending: readonly string[];
  /** Why it failed, in one line. */
  readonly failure?: string;
  /** Who holds the stack's lock, where that is why. */
  readonly locked?: Locked;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly ended: number;
}
