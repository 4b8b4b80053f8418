import { World } from "../../engine/aws/world";
import { Intercept, serveAws } from "../../engine/awsProvider";
import { compilePack } from "../../engine/engineRun";
import { openRollout, RolloutProject } from "./rolloutProject";

/** A small organization, a stand-in for AWS of its own, and a project to roll it out from. */
export interface OrganizationInAws {
  readonly world: World;
  readonly project: RolloutProject;
  close(): void;
}

/** Opens an organization of so many accounts of which nothing is deployed yet; `intercept` sees each call of the engines. */
export async function openOrganization(
  accounts: number,
  intercept?: Intercept,
): Promise<OrganizationInAws> {
  compilePack();
  const world = new World();
  world.existingRole("222222222222", "sekisho-ci");
  const aws = await serveAws(world, intercept);
  const project = openRollout(aws.port, accounts);
  const close = () => {
    project.close();
    aws.stop();
  };
  return { world, project, close };
}
