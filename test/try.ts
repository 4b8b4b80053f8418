import { planStack } from "../engine/offline";
import { stackPrograms } from "../stacks/stackPrograms";
import { zoneWith } from "./zone";
(async () => {
  for (const p of stackPrograms(zoneWith())) {
    try {
    const plan = await planStack(p.name, p.run);
    console.log("==", p.name, plan.resources.length);
    if (p.name.startsWith(process.argv[2] ?? "zzz")) for (const r of plan.resources) console.log(r.type, r.name, r.dependencies.map(d=>d.split("::").pop()).join(","), process.argv[3]?JSON.stringify(r.inputs):"");
    } catch (e) { console.log("FAIL", p.name, (e as Error).message) }
  }
})();
