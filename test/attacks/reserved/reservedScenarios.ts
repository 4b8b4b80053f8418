import {
  lookalikes,
  exemptNames,
  otherNames,
  RoleName,
  rootUser,
  teamAdministrator,
  teamUser,
  unlimited,
  withoutOwnDenies,
} from "../world/people";
import { Actor, federatedUser, session } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { Place, places } from "../world/places";
import { Attack, Step, Use } from "../world/scenario";
import { ReservedCalls } from "./reservedCalls";

/**
 * A team's administrator tries every call on everything; everybody else who is not one of the named roles tries every call
 * once, and the first call on everything. They have every right but what guardrails take.
 */
export function attacksOn(reserved: ReservedCalls, given = [withoutOwnDenies]): Attack[] {
  const { calls, on } = reserved;
  return (reserved.places ?? places).flatMap((place) =>
    callersBeside(reserved.keptFor, place).flatMap(({ who, as }, index) => {
      const targets = on(place);
      const steps =
        index === 0
          ? stepsOf(reserved, targets, as)
          : [
              ...stepsOf(reserved, targets.slice(0, 1), as),
              ...stepsOf({ ...reserved, calls: calls.slice(0, 1) }, targets.slice(1), as),
            ];
      return steps.map((step) => ({
        name: `${who} of ${place.account} calls ${step.call} on ${titleOf(step)} to ${reserved.aim}`,
        given,
        steps: [step],
        because: [],
      }));
    }),
  );
}

/** The named roles keep the calls, and everybody has them on what is not protected. */
export function usesOf(reserved: ReservedCalls, given = [withoutOwnDenies]): Use[] {
  return (reserved.places ?? places).flatMap((place) => [
    ...reserved.keptFor.flatMap((name) =>
      stepsOf(reserved, reserved.on(place), unlimited(place.account, name)).map((step) => ({
        name: `${name} of ${place.account} calls ${step.call} on ${titleOf(step)} to ${reserved.aim}`,
        given,
        steps: [step],
      })),
    ),
    ...stepsOf(
      { ...reserved, context: reserved.freeContext ?? reserved.context },
      reserved.free?.(place) ?? [],
      teamAdministrator(place.account),
    ).map((step) => ({
      name: `a team of ${place.account} may call ${step.call} on ${titleOf(step)}, but not to ${reserved.aim}`,
      steps: [step],
    })),
  ]);
}

function stepsOf(
  { calls, context }: ReservedCalls,
  on: readonly (readonly string[])[],
  as: Actor,
): Step[] {
  return on.flatMap((resources) => calls.map((call) => ({ as, call, on: resources, context })));
}

function titleOf({ on = [] }: Step): string {
  return on.map(String).join(" and ") || "*";
}

function callersBeside(keptFor: readonly RoleName[], { account }: Place) {
  return [
    { who: "a team's administrator", as: teamAdministrator(account) },
    { who: "a team's user with an access key", as: teamUser(account) },
    { who: "the root user", as: rootUser(account) },
    { who: "a federated user", as: federatedUser(account, "mallory") },
    ...[...exemptNames, ...otherNames]
      .filter((name) => !keptFor.includes(name))
      .map((name) => ({ who: `${name} with every right`, as: unlimited(account, name) })),
    ...keptFor.flatMap(lookalikes).map((name) => ({
      who: `a role ${name}`,
      as: session(account, name, "mallory", [everything]),
    })),
  ];
}
