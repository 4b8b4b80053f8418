import * as assert from "node:assert/strict";
import { cidrFault } from "../../model/cidr";
import { minutesBetween, parseInstant } from "../../model/instant";
import { faultLines } from "./example";

describe("Moments", () => {
  const rows: [text: string, utc: string | undefined][] = [
    ["2026-12-01T09:00:00+09:00", "2026-12-01T00:00:00Z"],
    ["2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z"],
    ["2026-12-01T09:00Z", "2026-12-01T09:00:00Z"],
    ["2026-12-31T20:30:15-03:30", "2027-01-01T00:00:15Z"],
    ["2028-02-29T00:00:00Z", "2028-02-29T00:00:00Z"],
    ["2027-02-29T00:00:00Z", undefined],
    ["2026-04-31T00:00:00Z", undefined],
    ["2026-13-01T00:00:00Z", undefined],
    ["2026-12-00T00:00:00Z", undefined],
    ["2026-12-01T24:00:00Z", undefined],
    ["2026-12-01T23:60:00Z", undefined],
    ["2026-12-01T23:59:60Z", undefined],
    ["2026-12-01T09:00:00+09:60", undefined],
    ["2026-12-01T09:00:00+14:30", undefined],
    ["2026-12-01T09:00:00", undefined],
    ["2026-12-01 09:00:00Z", undefined],
    ["2026-12-01", undefined],
    ["1926-12-01T09:00:00Z", undefined],
    ["2026-12-01T09:00:00Z\n", undefined],
  ];
  for (const [text, utc] of rows) {
    it(`${JSON.stringify(text)} is ${utc ?? "none"}`, () => {
      assert.equal(parseInstant(text), utc);
    });
  }

  it("are minutes apart across a change of the day", () => {
    assert.equal(minutesBetween("2026-12-03T23:30:00Z", "2026-12-04T00:15:00Z"), 45);
  });
});

describe("Ranges of addresses", () => {
  const taken = ["0.0.0.0/0", "203.0.113.7/32", "10.0.0.0/8", "::/0", "2001:db8::/32", "::1/128"];
  for (const text of taken) {
    it(`${text} is one`, () => assert.equal(cidrFault(text), undefined));
  }
  const refused = [
    ...["203.0.113.1/24", "010.0.0.0/8", "10.0.0/24", "0xa.0.0.0/8", "10.0.0.0/33", "10.0.0.0"],
    ...[
      "2001:db8::1/32",
      "::/129",
      "fe80::%eth0/64",
      "300.0.0.0/8",
      "",
      "10.0.0.0/8\n",
      "::ffff:0/08x",
    ],
  ];
  for (const text of refused) {
    it(`${JSON.stringify(text)} is none`, () => assert.notEqual(cidrFault(text), undefined));
  }
});

describe("Nodes of a grant", () => {
  const rows: [account: string, grant: string, isTaken: boolean][] = [
    ["all", "all", true],
    ["all", "{ ids: [i-0123abcd] }", true],
    ["{ tag: { a: b } }", "all", false],
    ["{ tag: { a: b } }", "{ tag: { c: d } }", true],
    ["{ tag: { a: b } }", "{ ids: [i-0123abcd] }", true],
    ["{ ids: [i-0123abcd, i-4567abcd] }", "{ ids: [i-0123abcd] }", true],
    ["{ ids: [i-0123abcd] }", "{ ids: [i-0123abcd, i-4567abcd] }", false],
    ["{ ids: [i-0123abcd] }", "{ tag: { a: b } }", true],
    ["{ ids: [i-0123abcd] }", "all", false],
  ];
  for (const [account, grant, isTaken] of rows) {
    it(`${grant} ${isTaken ? "narrow" : "would widen"} ${account}`, () => {
      const lines = faultLines({
        organization: [["{ tag: { os-access: allowed } }", account]],
        grants: [["approver: bob", `approver: bob\n    nodes: ${grant}`]],
      });
      const widens =
        'grants.yaml:9:12 grants[0].nodes: found nodes that "web" does not open, allowed are its own nodes or some of them: leave nodes out.';
      assert.deepEqual(lines, isTaken ? [] : [widens]);
    });
  }
});
