import { GrantInput } from "../schema/grants";
import { Fault, nearest, quoted, visible } from "../fault";
import { OrganizationInput } from "../schema/organization";
import { Path, YamlSource } from "../yamlSource";

/** A grant whose form is right, and its place: the file, and the position in the list there. */
export interface PlacedGrant {
  readonly source: YamlSource;
  readonly position: number;
  readonly grant: GrantInput;
}

/** A file whose form has been checked: what is faulty in form is left out of the input, not of the source. */
export interface Draft {
  readonly input: Partial<OrganizationInput>;
  readonly source: YamlSource;
  /** Whether the form has no fault: a section that is missing was then left out, not misspelt or lost. */
  readonly complete: boolean;
}

type Section = "organizationalUnits" | "accounts" | "roles" | "groups" | "users";

/** Whether the file declares a name; a section that is not a map, or that is missed, says nothing of its names. */
export function declares(source: YamlSource, section: Section, name: string): boolean {
  return (
    source.has(section, name) ||
    (source.has(section) && !source.isMap(section)) ||
    (section === "accounts" && !source.has(section))
  );
}

/** A name that nothing in the file declares; `kind` says what it should name: `an account of accounts`. */
export function unknownName(
  source: YamlSource,
  path: Path,
  found: string,
  kind: string,
  names: readonly string[],
): Fault {
  const meant = nearest(found, names);
  const advice =
    meant === undefined ? "declare it or correct the name." : `did you mean '${visible(meant)}'?`;
  return source.fault(path, `found ${quoted(found)}, allowed is ${kind}: ${advice}`);
}

/** Finds what is there twice: `add` returns where the value was first, if it was. */
export class FirstPlaces<Place> {
  private readonly places = new Map<string, Place>();

  add(value: string, place: Place): Place | undefined {
    const first = this.places.get(value);
    if (first === undefined) {
      this.places.set(value, place);
    }
    return first;
  }
}
