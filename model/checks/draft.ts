import { Fault, nearest, quoted } from "../fault";
import { OrganizationInput } from "../schema/organization";
import { Path, YamlSource } from "../yamlSource";

/** A file whose form has been checked: what is faulty in form is left out of the input, not of the source. */
export interface Draft {
  readonly input: Partial<OrganizationInput>;
  readonly source: YamlSource;
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
    meant === undefined ? "declare it or correct the name." : `did you mean '${meant}'?`;
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
