import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { InputFault, Inputs } from "./inputCheck";
import { Change } from "./plan";
import { Held } from "./world";

/** The properties of a message as plain values. */
export function fields(properties: Struct | undefined): Inputs {
  return properties?.toJavaScript() ?? {};
}

/** Plain values as the properties of a message. */
export function struct(properties: Inputs): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

/** The answer to a check: the inputs as they will be used, and each fault. */
export function checkResponse(inputs: Inputs, faults: readonly InputFault[]) {
  const failures = faults.map(({ property, reason }) =>
    new provider.CheckFailure().setProperty(property).setReason(reason),
  );
  return new provider.CheckResponse().setInputs(struct(inputs)).setFailuresList(failures);
}

/** The answer to a diff, property by property, so that a preview names what changes. */
export function diffResponse({ changed, replaces, deleteBeforeReplace }: Change) {
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  const response = new provider.DiffResponse()
    .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList([...changed])
    .setReplacesList([...replaces])
    .setDeletebeforereplace(replaces.length > 0 && deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const { UPDATE, UPDATE_REPLACE } = provider.PropertyDiff.Kind;
  for (const name of changed) {
    const kind = replaces.includes(name) ? UPDATE_REPLACE : UPDATE;
    response
      .getDetaileddiffMap()
      .set(name, new provider.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}

/**
 * The answer to a read; an empty one says that the resource is not there. The region is among its inputs: the real
 * provider compares a program with the state, which has it.
 */
export function readResponse(held: Held | undefined) {
  const response = new provider.ReadResponse();
  if (held === undefined) {
    return response;
  }
  const inputs = held.region === "global" ? held.inputs : { region: held.region, ...held.inputs };
  return response.setId(held.id).setInputs(struct(inputs)).setProperties(struct(held.state));
}
