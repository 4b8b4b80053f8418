import * as assert from "node:assert/strict";
import { plannerOf } from "../../engine/stackReports";
import { accountGuardrails } from "../../policypack/accountGuardrails";
import { openToAdministrator, pathsLeftOpen } from "../../policypack/closedPaths";
import { AskedPolicies, SharedChecks, sharedChecks } from "../../policypack/sharedChecks";
import { packConfiguration } from "../../policypack/zoneConfiguration";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { RequestSet } from "../../iam/accessCheck";
import { compiledPolicy } from "../../guardrails/compiledPolicy";
import { knownAccounts } from "../../model/names";
import { stackPrograms } from "../../stacks/stackPrograms";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const web = "111111111111";
const shop = "222222222222";
const mail = "333333333333";

const everything = compiledPolicy(
  "identity",
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
  }),
  "everything",
);

/** Whether somebody of the account gets at its bucket, under a bucket policy of these statements. */
function asked(account: string, statements: readonly object[]): [AskedPolicies, RequestSet] {
  const Statement = [
    { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
    ...statements.map((each) => ({ Effect: "Deny", Action: "*", Resource: "*", ...each })),
  ];
  const text = JSON.stringify({ Version: "2012-10-17", Statement });
  const resource = compiledPolicy("resource", text, "bucket");
  const requests: RequestSet = {
    principals: [`arn:aws:iam::${account}:role/*`],
    actions: ["s3:GetObject"],
    resources: [`arn:aws:s3:::logs-${account}/*`],
    resourceAccount: account,
  };
  return [{ identity: everything, resource }, requests];
}

function alone([{ identity, ...others }, requests]: [AskedPolicies, RequestSet]) {
  const check = checkAccessNotGranted({ ...others, identity: [identity] }, requests);
  return check.result === "proved" ? undefined : check.result;
}

const denyOf = (value: string, operator = "StringLike", key = "aws:PrincipalAccount") => [
  { Principal: "*", Condition: { [operator]: { [key]: value } } },
];

/** An SCP that denies everything to one account. */
function denies(account: string): string {
  const Condition = { StringEquals: { "aws:PrincipalAccount": account } };
  const Statement = [{ Effect: "Deny", Action: "*", Resource: "*", Condition }];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

describe("a question that was asked of another account", () => {
  const cases: {
    title: string;
    statements: (account: string) => readonly object[];
    /** How often it is asked for web and for shop together. */
    times: number;
  }[] = [
    {
      title: "is not asked again where the documents differ in their own id alone",
      statements: (account) => denyOf(account, "StringEquals"),
      times: 1,
    },
    {
      title: "is not asked again where both leave it open",
      statements: (account) => denyOf(account, "StringNotEquals"),
      times: 1,
    },
    {
      title: "is not asked again where both name a third account",
      statements: () => denyOf(mail, "StringNotEquals"),
      times: 1,
    },
    {
      title: "is asked again where both documents name the first account",
      statements: () => denyOf(web, "StringEquals"),
      times: 2,
    },
    {
      title: "is asked again where each document names the other account",
      statements: (account) => denyOf(account === web ? shop : web, "StringEquals"),
      times: 2,
    },
    {
      title: "is asked again where the number beside a wildcard fits one id",
      statements: () => denyOf("1111*"),
      times: 2,
    },
    {
      title: "is asked again where an id stands inside a longer number",
      statements: (account) => [
        { Principal: "*", Resource: [`arn:aws:s3:::logs-${account}/*`] },
        { Principal: "*", Condition: { StringEquals: { "aws:PrincipalTag/x": `${web}0` } } },
      ],
      times: 2,
    },
    {
      title: "is asked again where numbers are compared by size",
      statements: () => denyOf("200000000000", "NumericLessThan"),
      times: 2,
    },
    {
      title: "is asked again where the document holds what stands for an id here",
      statements: (account) => denyOf(account === web ? web : "{account}", "StringEquals"),
      times: 2,
    },
  ];
  for (const { title, statements, times } of cases) {
    it(title, () => {
      let count = 0;
      const checks = new SharedChecks((...question) => {
        count++;
        return checkAccessNotGranted(...question);
      });
      for (const account of [web, shop]) {
        const question = asked(account, statements(account));
        assert.equal(checks.doubt(account, ...question)?.result, alone(question), account);
      }
      assert.equal(count, times);
    });
  }

  it("is asked again where an SCP names one of the accounts", () => {
    const checks = new SharedChecks();
    const scps = [[everything, compiledPolicy("scp", denies(web), "scp")]];
    for (const account of [shop, web, mail]) {
      const [policies, requests] = asked(account, []);
      const question: [AskedPolicies, RequestSet] = [{ ...policies, scps }, requests];
      assert.equal(checks.doubt(account, ...question)?.result, alone(question), account);
    }
  });

  it("has the ids of the account that is asked about in its counterexample", () => {
    const checks = new SharedChecks();
    const statements = denyOf(mail, "StringEquals");
    const [first, second] = [web, shop].map((account) =>
      checks.doubt(account, ...asked(account, statements)),
    );
    const swapped = JSON.stringify(first).replaceAll(web, shop);
    assert.equal(first?.result, "refuted");
    assert.deepEqual(second, JSON.parse(swapped));
  });
});

describe("answers of the pack that accounts share", () => {
  const account = (name: string, id: string, changes = {}) =>
    accountWith({ name, id, osAccess: osAccessWith(changes) });
  const zone = zoneWith({
    accounts: [
      ...zoneWith().accounts,
      account("shop", "444444444444"),
      account("mail", "555555555555", { channels: ["shell", "ssh"] }),
      account("news", "666666666666", { channels: ["shell", "ssh"] }),
      account("desktop", "777777777777", { channels: ["shell", "rdp"] }),
      account("just-in-time", "888888888888", {
        mode: "just-in-time-node-access",
        justInTime: { requesters: ["ReadOnly"] },
      }),
      accountWith({ name: "unguarded", id: "999999999999", ou: undefined }),
    ],
  });
  const configuration = packConfiguration(zone);

  it("are the paths that each account's guardrails leave open", () => {
    for (const { id } of knownAccounts(zone)) {
      const guardrails = accountGuardrails(configuration, id);
      const open =
        guardrails.key === ""
          ? configuration.accessPaths
          : openToAdministrator(configuration, id, guardrails).map(({ path }) => path);
      assert.deepEqual(pathsLeftOpen(configuration, id), open, id);
    }
  });

  it("are other paths for an account that an SCP names", () => {
    const [entry] = configuration.guardrails;
    const [named, other] = entry!.accounts;
    const narrow = { ...entry!, serviceControlPolicies: [denies(named!)] };
    const narrowed = { ...configuration, guardrails: [narrow] };
    assert.deepEqual(pathsLeftOpen(narrowed, named!), []);
    assert.notDeepEqual(pathsLeftOpen(narrowed, other!), []);
  });

  it("are those of each question asked alone, over all stacks", async function () {
    this.timeout(60_000);
    const shared = sharedChecks.doubt.bind(sharedChecks);
    const questions: { account: string; found?: string; alone?: string }[] = [];
    sharedChecks.doubt = (account, policies, requests) => {
      const doubt = shared(account, policies, requests);
      questions.push({ account, found: doubt?.result, alone: alone([policies, requests]) });
      return doubt;
    };
    try {
      const last = stackPrograms(zone).length;
      await plannerOf({ zone, judged: true })({ from: 0, to: last });
    } finally {
      sharedChecks.doubt = shared;
    }
    assert.deepEqual(
      questions.filter((question) => question.found !== question.alone),
      [],
    );
    assert.ok(new Set(questions.map((question) => question.account)).size >= 9);
  });
});
