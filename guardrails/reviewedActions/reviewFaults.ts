import { matcherOf, tokensOf } from "../../iam/pattern";
import { ServiceReview } from "./review";

/** An action as the data about AWS has it. */
export interface KnownAction {
  readonly service: string;
  /** Without the service prefix. */
  readonly name: string;
  readonly accessLevel: string;
  readonly description: string;
}

/**
 * What keeps the review from being whole: an action in no place or in two, a name that AWS does not have (any
 * more), an action of the catalogue whose service nobody reviewed. A line each, with the file to edit.
 */
export function reviewFaults(
  known: readonly KnownAction[],
  catalogued: readonly string[],
  reviews: readonly ServiceReview[],
): string[] {
  const names = new Set(known.map(({ service, name }) => `${service}:${name}`));
  const reviewed = new Set(reviews.map(({ service }) => service));
  const places = placesOf(expanded(catalogued, names), reviews);
  return [
    ...known
      .filter(({ service, name }) => reviewed.has(service) && !places.has(`${service}:${name}`))
      .map(newAction),
    ...[...places]
      .filter(([, where]) => where.length > 1)
      .map(([action, where]) => `${action} is in ${where.length} places: ${where.join("; ")}.`),
    ...[...places.keys()]
      .filter((action) => !names.has(action))
      .map(
        (action) => `${action} is no action of AWS (any more): take it out of ${fileOf(action)}.`,
      ),
    ...catalogued
      .filter((action) => !reviewed.has(serviceOf(action)))
      .map(
        (action) => `${action} is in the catalogue and its service is not in reviewedServices.ts.`,
      ),
  ];
}

/** Prefixes that are in neither list or in both, and listed ones that AWS does not have (any more). */
export function serviceFaults(
  known: readonly string[],
  reviewed: readonly string[],
  dismissed: readonly string[],
): string[] {
  const listed = [...reviewed, ...dismissed];
  return [
    ...known
      .filter((service) => !listed.includes(service))
      .map(
        (service) =>
          `${service} is a new service: review it in reviewedServices.ts, or say in dismissedServices.ts why not.`,
      ),
    ...listed
      .filter((service, position) => listed.indexOf(service) !== position)
      .map((service) => `${service} is listed twice.`),
    ...listed
      .filter((service) => !known.includes(service))
      .map((service) => `${service} is no service of AWS (any more).`),
  ];
}

/** The actions that the entries of the catalogue mean; an entry that means none stays, and is a fault. */
export function expanded(catalogued: readonly string[], names: ReadonlySet<string>): string[] {
  return catalogued.flatMap((entry) => {
    if (!entry.includes("*")) return [entry];
    const fits = matcherOf(tokensOf(entry));
    const meant = [...names].filter((name) => fits(name));
    return meant.length > 0 ? meant : [entry];
  });
}

function placesOf(catalogued: readonly string[], reviews: readonly ServiceReview[]) {
  const places = new Map<string, string[]>();
  const put = (action: string, place: string) =>
    places.set(action, [...(places.get(action) ?? []), place]);
  for (const action of new Set(catalogued)) put(action, "the catalogue");
  for (const { service, groups } of reviews) {
    for (const { reason, actions } of groups) {
      for (const name of actions) put(`${service}:${name}`, `${fileOf(service)}, "${reason}"`);
    }
  }
  return places;
}

function newAction({ service, name, accessLevel, description }: KnownAction): string {
  return (
    `${service}:${name} (${accessLevel}: ${description}) is in no place: add it to an access path in ` +
    `guardrails/accessPaths, or with a reason to ${fileOf(service)}.`
  );
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

/** `guardrails/reviewedActions/ec2InstanceConnect.ts`, of an action or a prefix. */
function fileOf(actionOrService: string): string {
  const [service] = actionOrService.split(":");
  const file = service!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `guardrails/reviewedActions/${file}*.ts`;
}
