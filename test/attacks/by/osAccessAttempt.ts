import { Context } from "../../../iam/request";
import { role, Place } from "../world/places";
import { RequestResource } from "../../../iam/request";
import { Attack, Step } from "../world/scenario";
import { raised } from "../world/tampered";

/** The second region of an account. */
export const second = (account: string): Place => ({ account, region: "us-east-1" });

const check = { "ssm:SessionDocumentAccessCheck": "true" };

/** Somebody in OSAccess starts a session. */
export const starts = (
  as: Step["as"],
  on: readonly (string | RequestResource)[],
  context: Context = check,
): Step => ({ as, call: "ssm:StartSession", on, context });

/** The same attack against OSAccess as deployed, and against an OSAccess on which somebody put AdministratorAccess. */
export function twice(account: string, name: string, step: Step, deniedBy: string): Attack[] {
  return [
    { name: `OSAccess ${name}`, steps: [step], because: [] },
    {
      name: `OSAccess with AdministratorAccess ${name}`,
      given: [raised(role({ account }, "OSAccess"))],
      steps: [step],
      because: [deniedBy],
    },
  ];
}
