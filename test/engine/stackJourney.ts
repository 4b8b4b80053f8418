import { World } from "./aws/world";
import { serveAws } from "./awsProvider";
import { CommandResult, EngineProject, openProject } from "./engineProject";
import { compilePack, twoAtATime } from "./engineRun";

/** A project and what its commands said so far, under the names that the tests ask for them by. */
export interface Journey {
  readonly project: EngineProject;
  readonly said: Record<string, CommandResult | undefined>;
}

/**
 * Runs sequences of commands side by side, each in a project of its own, against one AWS. Starting the engine is what
 * costs time, so a suite runs its commands once and its tests read what they said.
 */
export async function travel(
  world: World,
  journeys: readonly ((journey: Journey) => Promise<void>)[],
): Promise<{ said: Journey["said"]; end: () => void }> {
  compilePack();
  const aws = await serveAws(world);
  const said: Journey["said"] = {};
  const projects = journeys.map(() => openProject(aws.port));
  const end = () => {
    projects.forEach((project) => project.close());
    aws.stop();
  };
  try {
    await twoAtATime(
      journeys.map((journey, at) => () => journey({ project: projects[at]!, said })),
    );
  } catch (error) {
    end();
    throw error;
  }
  return { said, end };
}
