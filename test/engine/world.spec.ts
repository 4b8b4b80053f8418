import * as assert from "node:assert/strict";
import { Inputs } from "./aws/inputCheck";
import { World } from "./aws/world";

const account = "444444444444";
const region = "ap-northeast-1";
const trust = JSON.stringify({ Statement: [{ Sid: "Trust", Effect: "Allow" }] });

const types = {
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  policy: "aws:iam/policy:Policy",
  bucket: "aws:s3/bucket:Bucket",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  key: "aws:kms/key:Key",
  alias: "aws:kms/alias:Alias",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  document: "aws:ssm/document:Document",
  association: "aws:ssm/association:Association",
  unit: "aws:organizations/organizationalUnit:OrganizationalUnit",
  member: "aws:organizations/account:Account",
  controlPolicy: "aws:organizations/policy:Policy",
  controlAttachment: "aws:organizations/policyAttachment:PolicyAttachment",
};

interface Make {
  readonly type: string;
  readonly inputs: Inputs;
}

const role: Make = { type: types.role, inputs: { name: "OSAccess", assumeRolePolicy: trust } };
const bucket: Make = { type: types.bucket, inputs: { bucket: "logs" } };
const document: Make = { type: types.document, inputs: { name: "Prefs", content: "{}" } };
const grants = (Statement: object[]) => JSON.stringify({ Statement });
const long = (length: number) => grants([{ Sid: "A".repeat(length) }]);
const attach = (name: string): Make => ({
  type: types.attachment,
  inputs: { role: "OSAccess", policyArn: `arn:aws:iam::aws:policy/${name}` },
});

const refusals: { title: string; before?: Make[]; make: Make; error: RegExp }[] = [
  { title: "a role twice", before: [role], make: role, error: /^Error: EntityAlreadyExists/ },
  { title: "a bucket twice", before: [bucket], make: bucket, error: /BucketAlreadyOwnedByYou/ },
  { title: "a document twice", before: [document], make: document, error: /DocumentAlreadyExists/ },
  {
    title: "a log group twice",
    before: [{ type: types.logGroup, inputs: { name: "/s" } }],
    make: { type: types.logGroup, inputs: { name: "/s" } },
    error: /ResourceAlreadyExistsException/,
  },
  {
    title: "two accounts with one e-mail address",
    before: [{ type: types.member, inputs: { name: "a", email: "aws@example.com" } }],
    make: { type: types.member, inputs: { name: "b", email: "AWS@example.com" } },
    error: /EMAIL_ALREADY_EXISTS/,
  },
  {
    title: "two OUs of one name under one parent",
    before: [{ type: types.unit, inputs: { name: "a", parentId: "r-ab12" } }],
    make: { type: types.unit, inputs: { name: "a", parentId: "r-ab12" } },
    error: /DuplicateOrganizationalUnitException/,
  },
  {
    title: "a policy of a role that is not there yet",
    make: { type: types.rolePolicy, inputs: { role: "OSAccess", name: "p", policy: "{}" } },
    error: /NoSuchEntity/,
  },
  {
    title: "the attachment of a policy that is not there yet",
    before: [role],
    make: {
      type: types.attachment,
      inputs: { role: "OSAccess", policyArn: `arn:aws:iam::${account}:policy/mine` },
    },
    error: /NoSuchEntity: Policy/,
  },
  {
    title: "a bucket policy before its bucket",
    make: { type: types.bucketPolicy, inputs: { bucket: "logs", policy: "{}" } },
    error: /NoSuchBucket/,
  },
  {
    title: "a log group before its key",
    make: { type: types.logGroup, inputs: { name: "/s", kmsKeyId: "arn:aws:kms:x:y:key/1" } },
    error: /NotFoundException: Key/,
  },
  {
    title: "an association before its document",
    make: { type: types.association, inputs: { name: "Hardening" } },
    error: /InvalidDocument/,
  },
  {
    title: "an eleventh managed policy on a role",
    before: [role, ..."abcdefghij".split("").map(attach)],
    make: attach("k"),
    error: /PoliciesPerRole: 10/,
  },
  {
    title: "a principal that does not exist",
    make: {
      type: types.role,
      inputs: {
        name: "r",
        assumeRolePolicy: grants([{ Principal: { AWS: `arn:aws:iam::${account}:role/nobody` } }]),
      },
    },
    error: /invalid principal in policy: '.*role\/nobody'/,
  },
  {
    title: "one Sid twice",
    make: {
      type: types.role,
      inputs: { name: "r", assumeRolePolicy: grants([{ Sid: "A" }, { Sid: "A" }]) },
    },
    error: /the statement ID 'A' must be unique/,
  },
  {
    title: "a document that is no JSON",
    make: { type: types.policy, inputs: { name: "p", policy: "Allow" } },
    error: /MalformedPolicyDocument/,
  },
  {
    title: "a trust policy of more than 2,048 characters",
    make: { type: types.role, inputs: { name: "r", assumeRolePolicy: long(2048) } },
    error: /quota is 2048 \(assumeRolePolicy\)/,
  },
  {
    title: "a managed policy of more than 6,144 characters",
    make: { type: types.policy, inputs: { name: "p", policy: long(6144) } },
    error: /quota is 6144/,
  },
  {
    title: "an SCP of more than 10,240 characters",
    make: {
      type: types.controlPolicy,
      inputs: { name: "p", type: "SERVICE_CONTROL_POLICY", content: long(10_240) },
    },
    error: /quota is 10240/,
  },
  {
    title: "an RCP of more than 5,120 characters",
    make: {
      type: types.controlPolicy,
      inputs: { name: "p", type: "RESOURCE_CONTROL_POLICY", content: long(5_120) },
    },
    error: /quota is 5120/,
  },
];

function worldWith(before: readonly Make[]): World {
  const world = new World();
  before.forEach(({ type, inputs }) => world.create(type, account, region, inputs));
  return world;
}

describe("the little AWS behind the stand-in", () => {
  for (const { title, before = [], make, error } of refusals) {
    it(`refuses ${title}`, () => {
      const world = worldWith(before);
      assert.throws(() => world.create(make.type, account, region, make.inputs), error);
    });
  }

  it("keeps accounts and regions apart", () => {
    const world = worldWith([role, document]);
    world.create(types.role, "555555555555", region, role.inputs);
    world.create(types.document, account, "us-east-1", document.inputs);
    assert.throws(() => world.create(types.role, account, "us-east-1", role.inputs));
  });

  it("does not count the white space of an IAM policy, and counts that of an SCP", () => {
    const spaced = `{ "Statement": [] ${" ".repeat(11_000)} }`;
    const world = worldWith([{ type: types.policy, inputs: { name: "p", policy: spaced } }]);
    const scp = { name: "p", type: "SERVICE_CONTROL_POLICY", content: spaced };
    assert.throws(() => world.create(types.controlPolicy, account, region, scp), /10240/);
  });

  it("refuses to delete a role while a policy belongs to it", () => {
    const world = worldWith([role]);
    const policy = { role: "OSAccess", name: "p", policy: "{}" };
    const held = world.create(types.rolePolicy, account, region, policy);
    const owner = world.find(types.role, account, region, "OSAccess")!;
    assert.throws(() => world.delete(owner), /DeleteConflict/);
    world.delete(held);
    world.delete(owner);
    assert.deepEqual(world.all(), []);
  });

  it("refuses to delete an SCP that is attached", () => {
    const world = new World();
    const scp = { name: "p", type: "SERVICE_CONTROL_POLICY", content: "{}" };
    const { id } = world.create(types.controlPolicy, account, region, scp);
    const attached = { policyId: id, targetId: "ou-ab12-11111111" };
    world.create(types.controlAttachment, account, region, attached);
    assert.throws(
      () => world.delete(world.find(types.controlPolicy, account, region, id)!),
      /PolicyInUseException/,
    );
  });

  it("keeps id and ARN over an update", () => {
    const world = worldWith([]);
    const made = world.create(types.key, account, region, { description: "old" });
    const changed = world.update(made, { description: "new" });
    assert.equal(changed.state.arn, made.state.arn);
    assert.equal(changed.state.description, "new");
    assert.equal(made.state.arn, `arn:aws:kms:${region}:${account}:key/${made.id}`);
  });
});
