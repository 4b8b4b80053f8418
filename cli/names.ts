import { Stop } from "./stop";

/** The one of that name; stops with the nearest where there is none. */
export async function knownName<Named extends { readonly name: string }>(
  kind: "account" | "user",
  name: string,
  known: readonly Named[],
): Promise<Named> {
  const found = known.find((each) => each.name === name);
  if (found === undefined) {
    throw await noSuch(
      kind,
      name,
      known.map((each) => each.name),
      "organization.yaml lists them.",
    );
  }
  return found;
}

/** The access path of that id in the catalogue; stops with the nearest where there is none. */
export async function knownPath(id: string) {
  const { catalogue } = await import("../guardrails/catalogue");
  const found = catalogue.find((path) => path.id === id);
  if (found === undefined) {
    throw await noSuch(
      "access path",
      id,
      catalogue.map((path) => path.id),
      "docs/guardrails.md lists them.",
    );
  }
  return found;
}

/** An access path by its id, or an action of AWS; stops with the nearest where it is neither. */
export async function knownPathOrAction(asked: string) {
  if (!asked.includes(":")) {
    return knownPath(asked);
  }
  const { loadActionFacts } = await import("../iam/facts");
  const facts = await loadActionFacts([asked]);
  const fact = facts.of(asked);
  if (fact === undefined) {
    const { visible } = await import("../model/fault");
    const near = facts.nearest(asked);
    const guess = near === undefined ? "." : `; is ${near} meant?`;
    throw new Stop(`AWS has no action ${visible(asked)}${guess}`, 2);
  }
  return { action: fact.action };
}

async function noSuch(
  kind: string,
  name: string,
  known: readonly string[],
  where: string,
): Promise<Stop> {
  const { nearest, visible } = await import("../model/fault");
  const near = nearest(name, known);
  const guess = near === undefined ? "." : `; is ${near} meant?`;
  return new Stop(`There is no ${kind} ${visible(name)}${guess} ${where}`, 2);
}
