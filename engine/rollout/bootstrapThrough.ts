import * as fs from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { settingsFile } from "./workFolder";

/**
 * Whether a bootstrap stack is configured to go through another role than OrganizationAccountAccessRole, as it is once
 * guardrails are over its account (stacks/bootstrap.ts): whoever deploys the account can then deploy it too.
 */
export function hasBootstrapThrough(project: string, stack: string): boolean {
  const file = join(project, settingsFile(project, stack));
  if (!fs.existsSync(file)) {
    return false;
  }
  const { config } = (parse(fs.readFileSync(file, "utf8")) ?? {}) as {
    config?: Record<string, unknown>;
  };
  return config?.["sekisho:bootstrapThrough"] !== undefined;
}
