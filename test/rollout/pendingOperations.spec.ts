import * as assert from "node:assert/strict";
import {
  pendingOperations,
  pendingText,
  repairOf,
  Repair,
  unseenResource,
} from "../../engine/rollout/pendingOperations";

const place = { partition: "aws", account: "444444444444" };
const creating = (type: string, inputs: Record<string, unknown>) => ({
  type: "creating",
  resource: { urn: `urn:pulumi:account-web::sekisho::${type}::thing`, type, inputs },
});

const repairs: { title: string; type: string; inputs: Record<string, unknown>; repair: Repair }[] =
  [
    {
      title: "a role is taken over by its name",
      ...{ type: "aws:iam/role:Role", inputs: { name: "OSAccess" } },
      repair: { kind: "import", id: "OSAccess" },
    },
    {
      title: "a managed policy is taken over by its ARN",
      ...{ type: "aws:iam/policy:Policy", inputs: { name: "g-1", path: "/os-access/" } },
      repair: { kind: "import", id: "arn:aws:iam::444444444444:policy/os-access/g-1" },
    },
    {
      title: "an attachment is taken over by both its ends",
      type: "aws:organizations/policyAttachment:PolicyAttachment",
      inputs: { targetId: "ou-ab12-22222222", policyId: "p-12345678" },
      repair: { kind: "import", id: "ou-ab12-22222222:p-12345678" },
    },
    {
      title: "a setting of a bucket is made again",
      ...{ type: "aws:s3/bucketVersioning:BucketVersioning", inputs: { bucket: "logs" } },
      repair: { kind: "again" },
    },
    {
      title:
        "a policy of the organization stays pending: its id is AWS's, and its name is taken if it is there",
      ...{ type: "aws:organizations/policy:Policy", inputs: { name: "sekisho-Workloads-scp-1" } },
      repair: { kind: "refused-twice" },
    },
    {
      title: "a key may be left over",
      ...{ type: "aws:kms/key:Key", inputs: { description: "sessions" } },
      repair: { kind: "orphan" },
    },
  ];

describe("a creation that was cut off", () => {
  for (const { title, type, inputs, repair } of repairs) {
    it(title, () => assert.deepEqual(repairOf(creating(type, inputs), place), repair));
  }

  it("is told with what may be left of it", () => {
    assert.equal(
      pendingText(creating("aws:kms/key:Key", {}), place),
      "creating thing (aws:kms/key:Key): AWS may hold one more of it in account 444444444444, which nothing uses",
    );
  });

  it("is not what an update or a deletion is: a refresh settles those", () => {
    const updating = { ...creating("aws:iam/role:Role", { name: "OSAccess" }), type: "updating" };
    assert.equal(repairOf(updating, place), undefined);
  });

  it("is pending for as long as nobody has looked for what it may have made", () => {
    const operation = creating("aws:iam/role:Role", { name: "OSAccess" });
    const guess = unseenResource(operation, "OSAccess");
    const state = { version: 3, deployment: { resources: [guess] } };
    assert.deepEqual(
      pendingOperations(state).map(({ type, resource: { urn } }) => [type, urn]),
      [["creating", operation.resource.urn]],
    );
    const seen = { ...guess, initErrors: [] };
    assert.deepEqual(pendingOperations({ version: 3, deployment: { resources: [seen] } }), []);
  });
});
