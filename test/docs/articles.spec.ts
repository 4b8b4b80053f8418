import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { planStack } from "../../engine/offline";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { codeIn, pages, read, root } from "./repository";

/** Rows of the articles' tables: what the article has, and where it is here. */
const rows = read("docs/articles.md")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| (-|In the article)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, article, here]) => ({ article: article!, here: here! }));

/** Every API call, document, role and command that the articles have, by article. */
const inTheArticles: readonly (readonly string[])[] = [
  [
    "--document-name AWS-StartPortForwardingSession",
    "portNumber",
    "localPortNumber",
    "WinSCP",
    "ssm:StartSession",
    "ssm:TerminateSession",
    "session/${aws:username}-*",
    "/etc/sudoers.d/ssm-agent-users",
    "ssm-user ALL=(ALL) NOPASSWD:ALL",
    "ssm-user ALL=(%admin,%devel) ALL",
    "Defaults:ssm-user targetpw",
    "sudo -iu tanaka",
  ],
  [
    "SSM-JustInTimeAccessTokenRole",
    "ArnNotLike",
    "aws:PrincipalARN",
    "ReadOnlyAccess",
    "SSM-SessionManagerRunShell",
    "ssm:resourceTag/aws:ssmmessages:session-id",
    "ec2:DescribeInstances",
    "ec2:GetPasswordData",
    "ssm:DescribeInstanceProperties",
    "ssm:GetCommandInvocation",
    "ssm:GetInventorySchema",
    "aws:CalledVia",
    "ssm-guiconnect:CancelConnection",
    "sts:AssumeRole",
    "DateGreaterThan",
    "DateLessThan",
    "aws:CurrentTime",
  ],
  [
    "Hostname",
    "AmazonSSMRoleForInstancesQuickSetup",
    "AmazonSSMRoleForAutomationAssumeQuickSetup",
    "ec2:DescribeTags",
    "s3:PutObject",
    "s3:GetEncryptionConfiguration",
    "PS1",
    "whoami",
    "ssm:DescribeSessions",
    "ssm:GetConnectionStatus",
    "EIP",
    "versioning",
  ],
  ["document/SSM-SessionManagerRunShell", "ssm:SessionDocumentAccessCheck"],
  [
    "AmazonSSMFullAccess",
    "sudo su --login ec2-user",
    "2.3.672.0",
    "document/AWS-StartSSHSession",
    "ProxyCommand",
    "scp",
    "ssh -vT",
  ],
];

describe("the map from the articles to the code", () => {
  let planned: string;

  before(async () => {
    const plans = [];
    for (const { name, run } of stackPrograms(exampleZone())) {
      plans.push(await planStack(name, run));
    }
    // Documents are JSON text inside the inputs.
    planned = JSON.stringify(plans).replaceAll("\\", "");
  });

  it("covers all five articles", () => {
    assert.equal((read("docs/articles.md").match(/^## \d\. /gm) ?? []).length, 5);
    assert.ok(rows.length > 60, `${rows.length} rows`);
  });

  for (const [index, things] of inTheArticles.entries()) {
    it(`has each thing of article ${index + 1} in a row of it`, () => {
      const section = read("docs/articles.md").split(/^## \d\. /m)[index + 1]!;
      const named = section
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .map((line) => line.split("|")[1])
        .join("\n")
        .toLowerCase();
      assert.deepEqual(
        things.filter((thing) => !named.includes(thing.toLowerCase())),
        [],
      );
    });
  }

  it("names only files, keys, statements and resources that exist", () => {
    const keys = read("organization.schema.json") + read("grants.schema.json");
    const missing = rows
      .flatMap(({ here }) => codeIn(here))
      .filter(
        (name) =>
          !existsSync(join(root, name)) && !keys.includes(`"${name}"`) && !planned.includes(name),
      );
    assert.deepEqual(missing, []);
  });

  it("names in every page only source files that exist", () => {
    const named = pages.flatMap((page) =>
      codeIn(read(page))
        .filter((code) => /^[\w/.-]+\.ts$/.test(code))
        .map((file) => ({ page, file })),
    );
    assert.deepEqual(
      named.filter(({ file }) => !existsSync(join(root, file))),
      [],
    );
  });

  it("speaks in every page only of statements that the plans hold", () => {
    const spoken = pages.flatMap((page) =>
      codeIn(read(page))
        .filter((code) =>
          /^(No|Only|Protect|Keep|Stay|Own|Start|Find|Read|Write)[A-Z]\w+$/.test(code),
        )
        .map((sid) => ({ page, sid })),
    );
    assert.ok(spoken.length > 30, `${spoken.length}`);
    assert.deepEqual(
      // A Sid, or the name of an action or of a managed policy.
      spoken.filter(({ sid }) => !new RegExp(`[":/]${sid}"`).test(planned)),
      [],
    );
  });
});
