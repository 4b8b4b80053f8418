import * as assert from "node:assert/strict";
import { unenforced } from "../../guardrails/unenforced";
import { accountWith, osAccessWith, zoneWith } from "../zone";

describe("declarations without effect", () => {
  it("are none in a zone of plain grants", () => {
    assert.deepEqual(unenforced(zoneWith()), []);
  });

  it("are the narrowing of a grant, an organization's own policies and just-in-time mode", () => {
    const [grant] = zoneWith().grants;
    const zone = zoneWith({
      grants: [
        { ...grant!, id: "g-2", channels: ["shell"] },
        { ...grant!, id: "g-3", nodes: { kind: "all" } },
      ],
      guardrails: [
        { name: "Workloads", kind: "organizationalUnit", policies: ["policies/regions.json"] },
      ],
      accounts: [accountWith({ osAccess: osAccessWith({ mode: "just-in-time-node-access" }) })],
    });
    assert.deepEqual(
      unenforced(zone).map(({ name, reason }) => `${name}: ${reason.slice(0, 38)}`),
      [
        "grant g-2: its nodes and channels are only record",
        "grant g-3: its nodes and channels are only record",
        "Workloads: policies/regions.json: named in guardr",
        "web-production: just-in-time node access: the guardrai",
      ],
    );
  });
});
