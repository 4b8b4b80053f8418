import { version } from "@pulumi/aws/package.json";
import { PulumiCli } from "./pulumiCli";

/**
 * Installs the provider once, where Pulumi would: engines that start at the same moment would each begin to. Nothing is
 * installed where the environment forbids it, or attaches a provider that runs already.
 */
export async function installProvider(
  cli: PulumiCli,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const { PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: forbidden, PULUMI_DEBUG_PROVIDERS } =
    environment;
  if (forbidden !== "true" && forbidden !== "1" && !PULUMI_DEBUG_PROVIDERS) {
    await cli.installProvider("aws", version);
  }
}
