import * as assert from "node:assert/strict";
import { localTime, minutesAfter, parseMoment, thisMoment, windowText } from "../../cli/when";

describe("A moment as a person types it", () => {
  const moments: [text: string, zone: string, written: string][] = [
    ["2026-12-01T09:00", "Asia/Tokyo", "2026-12-01T09:00:00+09:00"],
    ["2026-12-01T09:00+02:00", "Asia/Tokyo", "2026-12-01T09:00:00+02:00"],
    ["2026-12-01T09:00Z", "Asia/Tokyo", "2026-12-01T09:00:00Z"],
    ["2026-07-01T09:00", "Europe/Berlin", "2026-07-01T09:00:00+02:00"],
    ["2026-12-01T09:00", "Europe/Berlin", "2026-12-01T09:00:00+01:00"],
  ];
  for (const [text, zone, written] of moments) {
    it(`keeps or gets its offset: ${text} in ${zone}`, () => {
      assert.deepEqual(parseMoment(text, zone), { written });
    });
  }

  const faults: [text: string, zone: string, says: string][] = [
    ["tomorrow", "UTC", "'tomorrow' is no moment"],
    ["2026-12-01", "UTC", "'2026-12-01' is no moment"],
    ["2026-02-30T09:00", "UTC", "'2026-02-30T09:00' is no moment"],
    ["2026-12-01T09:00", "Asia/Tokio", "'Asia/Tokio' is no time zone"],
    ["2026-03-29T02:30", "Europe/Berlin", "does not exist in Europe/Berlin"],
    ["2026-10-25T02:30", "Europe/Berlin", "comes twice in Europe/Berlin"],
  ];
  for (const [text, zone, says] of faults) {
    it(`is refused: ${text} in ${zone}`, () => {
      const parsed = parseMoment(text, zone);

      assert.ok("fault" in parsed && parsed.fault.includes(says), JSON.stringify(parsed));
    });
  }

  it("is now to the minute, or to the second, where nothing is typed", () => {
    const now = new Date("2026-12-01T00:12:34.567Z");

    assert.equal(thisMoment("minute", "Asia/Tokyo", now), "2026-12-01T09:12:00+09:00");
    assert.equal(thisMoment("second", "Asia/Tokyo", now), "2026-12-01T09:12:34+09:00");
    assert.equal(thisMoment("minute", "Asia/Tokio", now), undefined);
  });

  it("ends with the offset of its own day, over a change of the clocks", () => {
    const end = minutesAfter("2026-10-24T12:00:00+02:00", 24 * 60, "Europe/Berlin");

    assert.equal(end, "2026-10-25T11:00:00+01:00");
  });

  it("is shown with its end, whose day is named only where it is another", () => {
    const [from, zone] = ["2026-12-01T00:00:00Z", "Asia/Tokyo"];
    assert.equal(windowText(from, "2026-12-01T04:00:00Z", zone), "Tue 1 Dec 2026 09:00 to 13:00");
    assert.equal(
      windowText(from, "2026-12-01T15:00:00Z", zone),
      "Tue 1 Dec 2026 09:00 to Wed 2 Dec 2026 00:00",
    );
  });

  it("is shown in local time", () => {
    assert.equal(localTime("2026-12-01T00:00:00Z", "Asia/Tokyo"), "Tue 1 Dec 2026 09:00");
  });
});
