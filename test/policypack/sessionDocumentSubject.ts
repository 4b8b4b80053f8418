import { preferencesContent } from "../../components/sessionPreferences";
import { accountWith, zoneWith } from "../zone";
import { Given } from "./support";

/** The content that the component gives the preferences of the small example. */
export const preferences = JSON.parse(
  preferencesContent(zoneWith(), accountWith(), "ap-northeast-1"),
) as Record<string, unknown> & { inputs: Record<string, unknown> };

/** The preferences with that content, as JSON text or as its value. */
export function session(content: unknown): Given {
  return {
    type: "aws:ssm/document:Document",
    props: {
      name: "SSM-SessionManagerRunShell",
      documentType: "Session",
      content: typeof content === "string" ? content : JSON.stringify(content),
    },
  };
}

/** The preferences with some elements changed. */
export function withContent(changes: object): Given {
  return session({ ...preferences, ...changes });
}

/** The preferences with some inputs changed. */
export function withInputs(changes: object): Given {
  return withContent({ inputs: { ...preferences.inputs, ...changes } });
}

/** How every message of the policy on it starts. */
export const document = "The session document 'subject' must have";
