import { Fault, quoted } from "../fault";
import { inOrder } from "../records";
import { Path, YamlSource } from "../yamlSource";
import { Draft, FirstPlaces, unknownName } from "./draft";

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-11) */
const maximumDepth = 5;

/** The tree of OUs: every ancestor declared, not too deep, each with an id of its own or managed. */
export function* checkOrganizationalUnits({ input, source }: Draft): Generator<Fault> {
  const paths = source.keys("organizationalUnits");
  const declared = new Set(paths);
  const ids = new FirstPlaces<string>();
  const root = input.organization?.root;
  for (const [path, { id }] of inOrder(input.organizationalUnits, paths)) {
    const at = ["organizationalUnits", path];
    const parts = path.split("/");
    const parent = parts.slice(0, -1).join("/");
    if (parts.some((name) => name !== name.trim())) {
      const found = `found the path ${quoted(path)}, a name with a space at its end`;
      yield source.fault(at, `${found}, allowed is a name without: remove it.`, "key");
    }
    if (parts.length > maximumDepth) {
      const found = `found an OU ${parts.length} levels below the root`;
      yield source.fault(at, `${found}, allowed are ${maximumDepth}: move it up.`, "key");
    } else if (parent !== "" && !declared.has(parent)) {
      const fault = unknownName(source, at, parent, "a parent that is declared", paths);
      yield { ...source.fault(at, fault.message.replace("found", "found the parent"), "key") };
    }
    yield* checkOwnership(at, "OU", source);
    if (id === undefined) {
      continue;
    }
    const first = ids.add(id, path);
    if (first !== undefined) {
      const found = `found ${quoted(id)}, which ${quoted(first)} has too`;
      yield source.fault([...at, "id"], `${found}, allowed is the id of one OU: correct one.`);
    } else if (root !== undefined && id.split("-")[1] !== root.split("-")[1]) {
      const allowed = `an OU of the root ${root}, ou-${root.split("-")[1]}-...`;
      yield source.fault(
        [...at, "id"],
        `found ${quoted(id)}, allowed is ${allowed}: correct one of the two.`,
      );
    }
  }
}

/** What exists has an id; what does not is made by us and says so. */
export function* checkOwnership(
  path: Path,
  kind: "OU" | "account",
  source: YamlSource,
): Generator<Fault> {
  const managed = source.text([...path, "managed"]) ?? "false";
  if (!source.has(...path, "id") && managed === "false") {
    const advice = `write the ${kind}'s id, or managed: true to have it created`;
    yield source.fault(
      path,
      `found neither id nor managed, allowed is at least one: ${advice}.`,
      "key",
    );
  }
}
