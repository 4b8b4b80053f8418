import * as assert from "node:assert/strict";
import {
  DescribeSessionsCommand,
  Session,
  SSMClient,
  TerminateSessionCommand,
} from "@aws-sdk/client-ssm";
import { mockClient } from "aws-sdk-client-mock";
import { systemsManager } from "../../expiry/handler";
import { endSessions } from "../../expiry/run";
import { Windows } from "../../expiry/window";

const owners = "arn:aws:sts::333333333333:assumed-role/OSAccess/";
const windows: Windows = {
  account: "333333333333",
  owners,
  windows: [
    {
      user: "alice",
      from: "2026-12-01T09:00:00Z",
      until: "2026-12-01T13:00:00Z",
      documents: ["SSM-SessionManagerRunShell"],
    },
  ],
};

function session(id: string, user = "mallory", owner = `${owners}${user}`): Session {
  return {
    SessionId: id,
    Owner: owner,
    Target: "i-0123456789abcdef0",
    DocumentName: "SSM-SessionManagerRunShell",
    StartDate: new Date("2026-12-01T09:00:00Z"),
  };
}

const answer = (name: string) => Object.assign(new Error(`${name} of AWS`), { name });
const throttled = answer("ThrottlingException");

describe("a run of the function", () => {
  const ssm = mockClient(SSMClient);
  let log: Record<string, unknown>[];
  let slept: number[];

  beforeEach(() => {
    ssm.reset();
    [log, slept] = [[], []];
    ssm.on(TerminateSessionCommand).resolves({});
  });
  after(() => ssm.restore());

  const live = (...sessions: Session[]) =>
    ssm.on(DescribeSessionsCommand).resolves({ Sessions: sessions });

  const run = (now = "2026-12-01T10:00:00Z") =>
    endSessions(windows, {
      ssm: systemsManager(new SSMClient({ region: "us-east-1" })),
      now: () => new Date(now),
      sleep: (milliseconds) => {
        slept.push(milliseconds);
        return Promise.resolve();
      },
      log: (entry) => void log.push({ ...entry }),
    });

  const asked = () => ssm.commandCalls(DescribeSessionsCommand).map(({ args }) => args[0].input);
  const ended = () =>
    ssm
      .commandCalls(TerminateSessionCommand)
      .map(({ args }) => args[0].input.SessionId)
      .sort();
  const lines = (event: string) => log.filter((entry) => entry.event === event);

  it("ends who has no window, leaves who has one, and says so in its log", async () => {
    live(session("alice-1", "alice"), session("mallory-1"));
    await run();
    assert.deepEqual(ended(), ["mallory-1"]);
    assert.deepEqual(log, [
      {
        event: "ended",
        session: "mallory-1",
        owner: `${owners}mallory`,
        target: "i-0123456789abcdef0",
        document: "SSM-SessionManagerRunShell",
        because: "no window of mallory is open",
      },
      { event: "run", live: 2, withoutWindow: 1, failures: 0, windows: 1 },
    ]);
  });

  it("ends nothing where nothing is live, and its heart beats", async () => {
    ssm.on(DescribeSessionsCommand).resolves({});
    await run();
    assert.deepEqual(log, [{ event: "run", live: 0, withoutWindow: 0, failures: 0, windows: 1 }]);
    assert.deepEqual(asked(), [{ State: "Active", MaxResults: 200 }]);
  });

  it("reads every page of the list", async () => {
    ssm
      .on(DescribeSessionsCommand)
      .resolvesOnce({ Sessions: [session("a")], NextToken: "2" })
      .resolvesOnce({ Sessions: [], NextToken: "3" })
      .resolvesOnce({ Sessions: [session("c")], NextToken: "" });
    await run();
    assert.deepEqual(ended(), ["a", "c"]);
    assert.deepEqual(
      asked().map(({ NextToken }) => NextToken),
      [undefined, "2", "3"],
    );
  });

  it("waits longer each time AWS throttles, and asks for the same page again", async () => {
    ssm
      .on(DescribeSessionsCommand)
      .resolvesOnce({ Sessions: [session("a")], NextToken: "2" })
      .rejectsOnce(throttled)
      .rejectsOnce(throttled)
      .resolves({ Sessions: [session("b")] });
    ssm.on(TerminateSessionCommand, { SessionId: "a" }).rejectsOnce(throttled).resolves({});
    await run();
    assert.deepEqual(
      lines("ended")
        .map(({ session }) => session)
        .sort(),
      ["a", "b"],
    );
    assert.deepEqual(
      asked().map(({ NextToken }) => NextToken),
      [undefined, "2", "2", "2"],
    );
    // The session of the first page is ended before the second is asked for.
    assert.deepEqual(slept, [1000, 1000, 2000]);
  });

  it("gives up a call that is throttled again and again, and fails in the end", async () => {
    live(session("a"));
    ssm.on(TerminateSessionCommand).rejects(throttled);
    await assert.rejects(run(), /1 failures: a was not ended: ThrottlingException/);
    assert.equal(ended().length, 4);
  });

  it("ends what was listed when a later page fails, and fails in the end", async () => {
    ssm
      .on(DescribeSessionsCommand)
      .resolvesOnce({ Sessions: [session("a")], NextToken: "2" })
      .rejects(answer("InternalServerError"));
    await assert.rejects(run(), /not all sessions were listed: InternalServerError/);
    assert.deepEqual(ended(), ["a"]);
    assert.deepEqual(lines("run"), [
      { event: "run", live: 1, withoutWindow: 1, failures: 1, windows: 1 },
    ]);
  });

  for (const name of ["AccessDeniedException", "DoesNotExistException"]) {
    it(`takes a session that ended meanwhile for no failure, when AWS answers ${name}`, async () => {
      ssm
        .on(DescribeSessionsCommand)
        .resolves({ Sessions: [session("a"), session("b")] })
        .on(DescribeSessionsCommand, { Filters: [{ key: "SessionId", value: "a" }] })
        .resolves({ Sessions: [] });
      ssm.on(TerminateSessionCommand, { SessionId: "a" }).rejects(answer(name));
      await run();
      assert.deepEqual(
        lines("was over already").map(({ session }) => session),
        ["a"],
      );
      assert.deepEqual(
        lines("ended").map(({ session }) => session),
        ["b"],
      );
    });
  }

  it("fails where it may not end a session that is still there", async () => {
    live(session("a"));
    ssm.on(TerminateSessionCommand).rejects(answer("AccessDeniedException"));
    await assert.rejects(run(), /a was not ended: AccessDeniedException/);
    assert.deepEqual(
      lines("not ended").map(({ session }) => session),
      ["a"],
    );
  });

  it("fails where it cannot find out whether a session is still there", async () => {
    ssm
      .on(DescribeSessionsCommand)
      .resolvesOnce({ Sessions: [session("a")] })
      .rejects(answer("InternalServerError"));
    ssm.on(TerminateSessionCommand).rejects(answer("AccessDeniedException"));
    await assert.rejects(run(), /a was not ended/);
  });

  it("goes on to all others when one call fails, and fails in the end", async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `s-${index}`);
    live(...ids.map((id) => session(id)));
    ssm.on(TerminateSessionCommand, { SessionId: "s-3" }).rejects(answer("InternalServerError"));
    await assert.rejects(run(), /^Error: 1 failures: s-3 was not ended/);
    assert.deepEqual(ended(), [...ids].sort());
    assert.equal(lines("ended").length, 19);
  });

  it("never makes more than five calls at a time", async () => {
    let [running, most] = [0, 0];
    live(...Array.from({ length: 30 }, (_, index) => session(`s-${index}`)));
    ssm.on(TerminateSessionCommand).callsFake(async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      return {};
    });
    await run();
    assert.equal(most, 5);
  });

  it("ends sessions of unknown owners", async () => {
    live(
      session("root-1", "", "arn:aws:iam::333333333333:root"),
      session(
        "ops-1",
        "",
        "arn:aws:sts::333333333333:assumed-role/OrganizationAccountAccessRole/ops",
      ),
      { SessionId: "x-1" },
    );
    await run();
    assert.deepEqual(ended(), ["ops-1", "root-1", "x-1"]);
  });

  it("gives a session that has just begun the allowance for clocks", async () => {
    live({ ...session("alice-1", "alice"), StartDate: new Date("2026-12-01T08:59:59Z") });
    await run("2026-12-01T08:59:58Z");
    assert.deepEqual(ended(), []);
    await run("2026-12-01T13:00:00Z");
    assert.deepEqual(ended(), ["alice-1"]);
  });
});
