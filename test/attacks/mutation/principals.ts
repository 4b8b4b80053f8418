import { stranger } from "../world/places";
import { Mutation, Statement, Surroundings } from "./mutations";

/** Who is let in by a trust or another resource policy, or refused: everybody, or somebody else. */
export function principalMutations(statement: Statement, { account }: Surroundings): Mutation[] {
  const { Principal } = statement;
  if (Principal === undefined) {
    return [];
  }
  const to = (title: string, changed: unknown): Mutation => ({
    title: `Principal ${title}`,
    statement: { ...statement, Principal: changed },
  });
  return Principal === "*"
    ? [to("narrowed to one account", { AWS: `arn:aws:iam::${account}:root` })]
    : [
        to("widened to everybody", "*"),
        to("changed to a stranger", { AWS: `arn:aws:iam::${stranger}:root` }),
        ...Object.entries(further)
          .filter(([kind]) => !(kind in (Principal as object)))
          .map(([kind, value]) =>
            to(`with a ${kind} as well`, { ...(Principal as object), [kind]: value }),
          ),
      ];
}

const further: Readonly<Record<string, string>> = {
  Service: "lambda.amazonaws.com",
  Federated: "accounts.google.com",
};
