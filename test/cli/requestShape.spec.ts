import * as assert from "node:assert/strict";
import { readRequest } from "../../cli/requestShape";
import { Stop } from "../../cli/stop";

const request = {
  principal: "arn:aws:iam::444444444444:role/Admin",
  action: "ssm:SendCommand",
  resources: ["*"],
};

describe("A request to be replayed", () => {
  const fine = [
    request,
    { ...request, principal: { service: "ssm.amazonaws.com" }, unknown: ["aws:SourceIp"] },
    {
      ...request,
      role: "arn:aws:iam::444444444444:role/path/Admin",
      resources: [{ arn: "*", context: { "ssm:resourceTag/a": ["b"] } }],
      context: { "aws:CurrentTime": "2026-12-01T00:00:00Z" },
    },
  ];
  for (const given of fine) {
    it(`is read as it is: ${JSON.stringify(given)}`, () =>
      assert.deepEqual(readRequest(JSON.stringify(given)), given));
  }

  const wrong: { json: string; says: RegExp }[] = [
    { json: "{", says: /^The request is not JSON: / },
    { json: "null", says: /^A request has principal, action and resources/ },
    { json: "[]", says: /^A request has principal, action and resources/ },
    ...[
      { part: "principal", value: { x: 1 } },
      { part: "principal", value: 7 },
      { part: "action", value: "ssm:*" },
      { part: "resources", value: [] },
      { part: "resources", value: [5] },
      { part: "context", value: 5 },
      { part: "context", value: { "aws:CurrentTime": 5 } },
    ].map(({ part, value }) => ({
      json: JSON.stringify({ ...request, [part]: value }),
      says: new RegExp(`^The request's ${part} must be `),
    })),
    {
      json: JSON.stringify({ ...request, "con\next": {} }),
      says: /have context and unknown, not con\\u000aext\./,
    },
  ];
  for (const { json, says } of wrong) {
    it(`is refused in one line: ${JSON.stringify(json)}`, () => {
      assert.throws(
        () => readRequest(json),
        (error: Stop) => {
          assert.match(error.message, says);
          assert.equal(error.exitCode, 2);
          return !error.message.includes("\n");
        },
      );
    });
  }
});
