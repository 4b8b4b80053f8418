import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadCheckedLandingZone } from "./guardrails/checkedLandingZone";
import { formatFault, nearest } from "./model/fault";
import { stackPrograms } from "./stacks/stackPrograms";

/** Picks the program that the stack's name asks for. */
async function main(): Promise<object | void> {
  const file = new pulumi.Config("sekisho").get("organization") ?? "organization.yaml";
  const loaded = await loadCheckedLandingZone(path.resolve(file));
  if (!loaded.ok) {
    throw new pulumi.RunError(loaded.faults.map(formatFault).join("\n"));
  }
  const programs = stackPrograms(loaded.zone);
  const program = programs.find(({ name }) => name === pulumi.getStack());
  if (program === undefined) {
    const near = nearest(
      pulumi.getStack(),
      programs.map(({ name }) => name),
    );
    throw new pulumi.RunError(
      `${file} declares nothing for the stack '${pulumi.getStack()}'${near ? `; is ${near} meant?` : "."} ` +
        "'npx sekisho plan' lists its stacks. If an account or OU was renamed, rename its stack: " +
        "pulumi stack rename <new name>.",
    );
  }
  return program.run();
}

export = main;
