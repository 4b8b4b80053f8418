import * as assert from "node:assert/strict";
import { unenforced } from "../../guardrails/unenforced";
import { accountWith, osAccessWith, zoneWith } from "../zone";

describe("declarations without effect", () => {
  it("are none in a zone of plain grants", () => {
    assert.deepEqual(unenforced(zoneWith()), []);
  });

  const [grant] = zoneWith().grants;
  const narrowed = [
    { ...grant!, id: "g-2", channels: ["shell"] },
    { ...grant!, id: "g-3", nodes: { kind: "all" } },
  ] as const;

  it("are no grants that narrow, where OSAccess carries them out", () => {
    assert.deepEqual(unenforced(zoneWith({ grants: narrowed })), []);
  });

  it("are grants that narrow, where the window holds on taking the role alone", () => {
    const plain = accountWith({ osAccess: osAccessWith({ windows: "assume-role" }) });
    const zone = zoneWith({ accounts: [plain], grants: [grant!, ...narrowed] });
    assert.deepEqual(
      unenforced(zone).map(({ name, reason }) => `${name}: ${reason.slice(0, 78)}`),
      ["g-2", "g-3"].map(
        (id) =>
          `grant ${id}: its nodes and channels are only recorded in web-production (windows: assume-ro`,
      ),
    );
  });
});
