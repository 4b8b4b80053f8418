import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import type { Emulator } from "../emulators/ministack";
import { needsMoto, startMoto } from "../emulators/moto";
import { needsPulumi } from "../engine/pulumiCli";
import { openOrganization, OrganizationInAws } from "./support/organizationInAws";

const bucket = "sekisho-state";

describe("a rollout whose states are in S3", function () {
  this.timeout(600_000);
  let moto: Emulator;
  let organization: OrganizationInAws;
  let key = "";
  let calls = 0;

  before(needsPulumi);
  before(needsMoto);

  before(async () => {
    moto = await startMoto();
    const { status } = await fetch(`${moto.url}${bucket}`, { method: "PUT" });
    assert.equal(status, 200);
    key = await createKey(moto.url);
    organization = await openOrganization(2, ({ when }) => {
      calls += when === "after" ? 1 : 0;
    });
    Object.assign(organization.project.environment, {
      PULUMI_BACKEND_URL:
        `s3://${bucket}?region=us-east-1&endpoint=${new URL(moto.url).host}` +
        "&disableSSL=true&s3ForcePathStyle=true",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL_KMS: moto.url,
    });
    // As in CI: the key is all there is.
    delete organization.project.environment.PULUMI_CONFIG_PASSPHRASE;
  });

  after(async () => {
    organization?.close();
    await moto?.stop();
  });

  const up = () =>
    organization.project.report(
      ...["up", "--bootstrap", "--secrets-provider", `awskms://${key}?region=us-east-1`],
    );
  const objects = async () => {
    const listed = await (await fetch(`${moto.url}${bucket}?list-type=2`)).text();
    return [...listed.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key!);
  };

  it("deploys every stack and leaves states, records and no lock in the bucket", async () => {
    const end = await up();
    assert.equal(end.code, 0, end.stderr);
    assert.doesNotMatch(end.stderr, /records were not written/);
    const stacks = Object.keys(end.stacks);
    assert.equal(stacks.length, 7);
    const keys = await objects();
    for (const stack of [...stacks, "rollout-records"]) {
      assert.ok(keys.includes(`.pulumi/stacks/sekisho/${stack}.json`), stack);
    }
    assert.deepEqual(
      keys.filter((key) => key.startsWith(".pulumi/locks/")),
      [],
    );
  });

  it("skips everything when it runs again", async () => {
    calls = 0;
    const again = await up();
    assert.equal(again.code, 0, again.stderr);
    assert.ok(Object.values(again.stacks).every(({ outcome }) => outcome === "unchanged"));
    assert.equal(calls, 0);
  });

  it("sees a state that somebody touched, if its number of resources differs", async () => {
    const { folder } = organization.project;
    const pulumi = (...args: string[]) => organization.project.pulumi(...args);
    const stack = "account-identity";
    const state = JSON.parse((await pulumi("stack", "export", "--stack", stack)).stdout) as {
      deployment: { resources: object[] };
    };
    state.deployment.resources.pop();
    const file = join(folder, "touched.json");
    fs.writeFileSync(file, JSON.stringify(state));
    assert.equal((await pulumi("stack", "import", "--stack", stack, "--file", file)).code, 0);
    const end = await up();
    const ran = Object.values(end.stacks).filter(({ outcome }) => outcome !== "unchanged");
    assert.deepEqual(
      ran.map(({ stack: name, ranBecause, why }) => [name, ranBecause ?? why]),
      [[stack, "its state was touched since by somebody else"]],
    );
  });

  it("says in the status that the backend does not list locks", async () => {
    const { stdout } = await organization.project.run("status");
    assert.match(stdout, /Locks: this backend does not list them/);
  });
});

/** @returns the id of a new KMS key */
async function createKey(url: string): Promise<string> {
  const scope = "test/20261128/us-east-1/kms/aws4_request";
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-amz-json-1.1",
      "X-Amz-Target": "TrentService.CreateKey",
      // The service that is meant; nobody checks the signature.
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    },
    body: "{}",
  });
  const { KeyMetadata } = (await response.json()) as { KeyMetadata: { KeyId: string } };
  return KeyMetadata.KeyId;
}
