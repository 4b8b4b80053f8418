import * as assert from "node:assert/strict";
import { unenforced } from "../../guardrails/unenforced";
import { zoneWith } from "../zone";

describe("declarations without effect", () => {
  it("are none in a zone of plain grants", () => {
    assert.deepEqual(unenforced(zoneWith()), []);
  });

  it("are the narrowing of a grant", () => {
    const [grant] = zoneWith().grants;
    const zone = zoneWith({
      grants: [
        { ...grant!, id: "g-2", channels: ["shell"] },
        { ...grant!, id: "g-3", nodes: { kind: "all" } },
      ],
    });
    assert.deepEqual(
      unenforced(zone).map(({ name, reason }) => `${name}: ${reason.slice(0, 38)}`),
      [
        "grant g-2: its nodes and channels are only record",
        "grant g-3: its nodes and channels are only record",
      ],
    );
  });
});
