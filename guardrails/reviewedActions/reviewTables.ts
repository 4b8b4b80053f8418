import { Consequence, consequences, ServiceReview } from "./review";
import { expanded, KnownAction } from "./reviewFaults";
import { serviceLinkedRoles } from "./serviceLinkedRoles";

const order = Object.keys(consequences) as Consequence[];

/** The part of docs/reviewed-actions.md that is counted, as Markdown. */
export function reviewTables(
  known: readonly KnownAction[],
  catalogued: readonly string[],
  reviews: readonly ServiceReview[],
): string {
  const names = new Set(known.map(({ service, name }) => `${service}:${name}`));
  const closed = new Set(expanded(catalogued, names));
  return [
    consequenceTable(reviews),
    serviceTable(known, closed, reviews),
    "### Not closed yet",
    notClosed(reviews),
    "### Service-linked roles that reach nodes",
    roleTable(closed),
  ].join("\n\n");
}

function consequenceTable(reviews: readonly ServiceReview[]): string {
  return table(
    ["Consequence", "Meaning", "Actions"],
    order.map((consequence) => [
      consequence,
      consequences[consequence],
      String(countOf(reviews, consequence)),
    ]),
  );
}

function serviceTable(
  known: readonly KnownAction[],
  closed: ReadonlySet<string>,
  reviews: readonly ServiceReview[],
): string {
  return table(
    ["Service", "Actions", "In the catalogue", "Reviewed as"],
    reviews.map((review) => [
      review.service,
      String(known.filter(({ service }) => service === review.service).length),
      String([...closed].filter((action) => action.startsWith(`${review.service}:`)).length),
      order
        .map((consequence) => ({ consequence, count: countOf([review], consequence) }))
        .filter(({ count }) => count > 0)
        .map(({ consequence, count }) => `${consequence} ${count}`)
        .join(", "),
    ]),
  );
}

function notClosed(reviews: readonly ServiceReview[]): string {
  const groups = reviews.flatMap(({ service, groups }) =>
    groups
      .filter(({ consequence }) => consequence === "notClosed")
      .map(({ reason, actions }) => `- ${service}: ${actions.join(", ")}. ${reason}`),
  );
  return groups.length > 0 ? groups.join("\n") : "Nothing.";
}

function roleTable(closed: ReadonlySet<string>): string {
  return table(
    ["Policy of the role", "Runs", "What it runs is chosen by"],
    serviceLinkedRoles.map(({ policy, runs, chosenBy }) => [
      policy.slice(policy.indexOf("/") + 1),
      runs,
      chosenBy.length > 0
        ? chosenBy.map((call) => `${call} (${closed.has(call) ? "denied" : "open"})`).join(", ")
        : "AWS",
    ]),
  );
}

function countOf(reviews: readonly ServiceReview[], consequence: Consequence): number {
  return reviews
    .flatMap(({ groups }) => groups)
    .filter((group) => group.consequence === consequence)
    .reduce((count, { actions }) => count + actions.length, 0);
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => "-"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
