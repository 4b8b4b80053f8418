import { PrincipalSet } from "../accessCheck";
import { RequestPrincipal } from "../caller";
import { tokensOf } from "../pattern";
import { PrincipalType } from "../policyDocument";
import { anyCharacterSet } from "./characters";
import { any, like, literal, one, realArns } from "./elements";
import { linkedPatterns, openLinks } from "./linkedTests";
import { commonValues } from "./principalTests";
import { Query } from "./query";
import { textClasses } from "./textClasses";

/** Those who come without an account, one for each way in which the policies can tell them apart; as `principalClasses`. */
export function outsiderClasses(
  set: Exclude<PrincipalSet, string>,
  query: Query,
): readonly RequestPrincipal[] | undefined {
  if ("anonymous" in set) {
    return [set];
  }
  const type = "service" in set ? "Service" : "Federated";
  const pattern = "service" in set ? set.service : set.federated;
  const leftOut = (query.requests.except ?? []).map(realArns);
  const classes = textClasses(
    [like(tokensOf(pattern)), [one(anyCharacterSet), any(anyCharacterSet)]],
    [...leftOut, ...namesOf(type, query)],
  );
  return classes
    ?.filter(({ answers }) => !answers.slice(0, leftOut.length).some(Boolean))
    .map(({ witness }) => (type === "Service" ? { service: witness } : { federated: witness }));
}

function namesOf(type: PrincipalType, query: Query) {
  const named = query.statements.flatMap(({ statement: { principals = [], notPrincipals = [] } }) =>
    [...principals, ...notPrincipals].filter((principal) => principal.type === type),
  );
  const known = (key: string) => commonValues("service", query, key);
  return [
    ...named.map(({ value }) => literal(value)),
    ...(type === "Service"
      ? linkedPatterns(serviceName, query, known, openLinks(query, known))
      : []),
  ];
}

const serviceName = "aws:principalservicename";
