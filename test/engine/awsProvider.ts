import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  IResourceProviderServer,
  ResourceProviderService,
} from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { decodeSettings, logIn, Session } from "./aws/accounts";
import { faultsOf, Inputs } from "./aws/inputCheck";
import { checkResponse, diffResponse, fields, readResponse, struct } from "./aws/messages";
import {
  changedNames,
  changeOf,
  inputFaults,
  previewState,
  withDefaultTags,
  withName,
} from "./aws/plan";
import { providerSchema } from "./aws/schema";
import { Held, World } from "./aws/world";
import { PluginServer, servePlugin, unary } from "./grpcServer";

/** One call about a resource: `before` AWS does it, and `after`, before the engine hears of it. */
export interface AwsCall {
  readonly when: "before" | "after";
  readonly method: "create" | "update" | "delete" | "read";
  readonly type: string;
  readonly account: string;
  readonly inputs: Inputs;
}

/** Lets a test count calls, hold an answer back (a promise) or refuse a call (by throwing, before). */
export type Intercept = (call: AwsCall) => void | Promise<void>;

/**
 * Serves the stand-in for the aws provider over one little AWS, to any number of stacks at once. The real
 * provider is a binary that no package registry has; what this one refuses, and why, stands in
 * test/engine/aws.
 */
export function serveAws(
  world: World,
  intercept: Intercept = () => undefined,
): Promise<PluginServer> {
  // The engine opens a connection for each configured provider, and no request says which one it is for.
  const sessions = new Map<string, Session>();
  const sessionOf = (peer: string) => {
    const session = sessions.get(peer);
    if (session === undefined) {
      throw new Error("This provider was not configured.");
    }
    return session;
  };
  const find = (peer: string, type: string, idAndRegion: string, state: Inputs) => {
    const { account, region } = sessionOf(peer);
    // An import names another region than the provider's behind the id.
    const [id, named] = type.startsWith("aws:iam/") ? [idAndRegion] : idAndRegion.split("@");
    return world.find(type, account, named ?? regionOf(state, region), id!);
  };

  return servePlugin<IResourceProviderServer>(ResourceProviderService, {
    handshake: unary(() => new provider.ProviderHandshakeResponse()),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion("7.48.0")),
    checkConfig: unary((request: provider.CheckRequest) => {
      const settings = fields(request.getNews());
      return checkResponse(settings, faultsOf(decodeSettings(settings), providerSchema()));
    }),
    diffConfig: unary((request: provider.DiffRequest) => {
      const changed = changedNames(fields(request.getOldInputs()), fields(request.getNews()));
      return diffResponse({ changed, replaces: [], deleteBeforeReplace: false });
    }),
    configure: unary((request: provider.ConfigureRequest, peer) => {
      sessions.set(peer, logIn(world, decodeSettings(fields(request.getArgs()))));
      return new provider.ConfigureResponse().setSupportspreview(true);
    }),
    check: unary((request: provider.CheckRequest, peer) => {
      const [type, seed] = [request.getType(), request.getRandomseed_asU8()];
      const [old, given] = [fields(request.getOlds()), fields(request.getNews())];
      const tagged = withDefaultTags(type, given, sessionOf(peer).defaultTags);
      const inputs = withName(type, request.getName(), tagged, old, seed);
      return checkResponse(inputs, inputFaults(type, inputs));
    }),
    diff: unary((request: provider.DiffRequest) => {
      const [old, now] = [fields(request.getOldInputs()), fields(request.getNews())];
      return diffResponse(changeOf(request.getType(), old, now, request.getIgnorechangesList()));
    }),
    create: unary(async (request: provider.CreateRequest, peer) => {
      const [type, inputs] = [request.getType(), fields(request.getProperties())];
      if (request.getPreview()) {
        return new provider.CreateResponse().setProperties(struct(previewState(type, inputs)));
      }
      const { account, region } = sessionOf(peer);
      const call = { method: "create" as const, type, account, inputs };
      await intercept({ ...call, when: "before" });
      const made = world.create(type, account, regionOf(inputs, region), inputs);
      await intercept({ ...call, when: "after" });
      return new provider.CreateResponse().setId(made.id).setProperties(struct(made.state));
    }),
    update: unary(async (request: provider.UpdateRequest, peer) => {
      const [old, now] = [fields(request.getOlds()), fields(request.getNews())];
      const held = existing(find(peer, request.getType(), request.getId(), old), request.getId());
      if (request.getPreview()) {
        return new provider.UpdateResponse().setProperties(struct({ ...old, ...now }));
      }
      const call = { method: "update" as const, ...pick(held), inputs: now };
      await intercept({ ...call, when: "before" });
      const { state } = world.update(held, now);
      await intercept({ ...call, when: "after" });
      return new provider.UpdateResponse().setProperties(struct(state));
    }),
    delete: unary(async (request: provider.DeleteRequest, peer) => {
      const state = fields(request.getProperties());
      const found = find(peer, request.getType(), request.getId(), state);
      const held = existing(found, request.getId());
      const call = { method: "delete" as const, ...pick(held), inputs: held.inputs };
      await intercept({ ...call, when: "before" });
      world.delete(held);
      await intercept({ ...call, when: "after" });
      return new Empty();
    }),
    read: unary(async (request: provider.ReadRequest, peer) => {
      const [type, inputs] = [request.getType(), fields(request.getInputs())];
      const state = fields(request.getProperties());
      const call = { method: "read" as const, type, account: sessionOf(peer).account, inputs };
      await intercept({ ...call, when: "before" });
      const found = find(peer, type, request.getId(), state);
      await intercept({ ...call, when: "after" });
      return readResponse(found);
    }),
    invoke: unary((request: provider.InvokeRequest) => unanswered(request.getTok())),
    call: unary((request: provider.CallRequest) => unanswered(request.getTok())),
  });
}

/** The region that a resource names, or else its provider's. */
function regionOf({ region }: Inputs, fallback: string): string {
  return typeof region === "string" ? region : fallback;
}

function existing(held: Held | undefined, id: string): Held {
  if (held === undefined) {
    throw new Error(`ResourceNotFoundException: ${id} is not there.`);
  }
  return held;
}

function pick({ type, account }: Held): Pick<Held, "type" | "account"> {
  return { type, account };
}

function unanswered(token: string): never {
  throw new Error(`The stand-in for AWS has no answer for ${token}.`);
}
