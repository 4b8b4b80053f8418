import { Inputs } from "./inputCheck";

/** Where a resource is made. */
export interface Place {
  /** 12 digits. */
  readonly account: string;
  /** The resource's own region, or that of its provider. */
  readonly region: string;
  /** A number that no other resource of this AWS has, for ids that AWS chooses. */
  readonly serial: number;
}

/** A resource that must be there before another can be made. */
export interface Need {
  readonly type: string;
  readonly id: string;
  /** What AWS answers where it is missing. */
  readonly error: string;
}

/** A property that holds a policy document, and AWS's rules for it. */
export interface DocumentRule {
  readonly property: string;
  /** Most characters; white space does not count where AWS does not count it. */
  readonly limit: (inputs: Inputs) => number;
  readonly ignoresWhiteSpace?: boolean;
  /** AWS refuses a document whose principals name roles or users that do not exist. */
  readonly checksPrincipals?: boolean;
}

/** What the stand-in knows of one resource type beyond its schema. */
export interface ResourceFacts {
  /** IAM and Organizations have one state for all regions. */
  readonly global?: boolean;
  readonly id: (inputs: Inputs, place: Place) => string;
  /** What AWS answers besides the inputs. */
  readonly computed?: (inputs: Inputs, place: Place, id: string) => Inputs;
  /** A second one of the same key, within account and region, is refused; without it AWS overwrites. */
  readonly unique?: { readonly key: (inputs: Inputs) => string; readonly error: string };
  /** The property that gets a generated name where the program gives none. */
  readonly autoName?: string;
  /** Properties whose change replaces the resource. */
  readonly replaces: readonly string[];
  readonly needs?: (inputs: Inputs, place: Place) => readonly Need[];
  /** What AWS answers to a deletion while another resource needs this one. */
  readonly inUse?: string;
  readonly documents?: readonly DocumentRule[];
  /** Most resources of this type that share a key, such as policies of one role. */
  readonly count?: {
    readonly key: (inputs: Inputs) => string;
    readonly most: number;
    readonly error: string;
  };
}

/** The text of a property that the input check has found to be text. */
export function text(inputs: Inputs, property: string): string {
  const value = inputs[property];
  return typeof value === "string" ? value : "";
}
