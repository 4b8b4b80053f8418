import * as assert from "node:assert/strict";
import {
  reachesNodes,
  serviceLinkedRoles,
} from "../../guardrails/reviewedActions/serviceLinkedRoles";
import { awsManagedPolicy, isAnswered } from "../../iam/awsManagedPolicies";
import { policies } from "../../iam/awsManagedPoliciesData";
import { knownActions } from "../../guardrails/reviewedActions/knownActions";
import { coversAction } from "../../iam/coveredActions";

/** What the policy lets its role do to a node. */
function reach(policy: string): string[] {
  const { statements } = awsManagedPolicy(policy)!.document;
  return reachesNodes.filter((action) =>
    statements.some((statement) => statement.effect === "Allow" && coversAction(statement, action)),
  );
}

describe("the review of service-linked roles, which no SCP binds", () => {
  it("rests on data that answers for every way onto a node", () => {
    assert.deepEqual(
      reachesNodes.filter((action) => !isAnswered(action)),
      [],
    );
  });

  it("judges each that reaches nodes, and names a new one", () => {
    const found = Object.keys(policies)
      .filter((policy) => policy.startsWith("aws-service-role/") && reach(policy).length > 0)
      .sort();
    assert.deepEqual(serviceLinkedRoles.map(({ policy }) => policy).sort(), found);
  });

  it("names the calls in AWS's own words", async () => {
    const chosen = serviceLinkedRoles.flatMap(({ chosenBy }) => chosenBy);
    const services = [...new Set(chosen.map((action) => action.split(":")[0]!))];
    const known = (await knownActions(services)).map(({ service, name }) => `${service}:${name}`);
    assert.deepEqual(
      chosen.filter((action) => !known.includes(action)),
      [],
    );
  });
});
