import * as grpc from "@grpc/grpc-js";

/** A plugin of the engine that runs in this process, listening on this machine only. */
export interface PluginServer {
  readonly port: number;
  stop(): void;
}

/** As large as the engine's own limit, in bytes: a checked stack can exceed gRPC's default of 4 MiB. */
const messageLimit = 400 * 1024 * 1024;

/**
 * Serves what is implemented of a gRPC service; every other method of the service answers "unimplemented",
 * which is what the engine expects of a plugin older than itself.
 */
export function servePlugin<Implementation extends grpc.UntypedServiceImplementation>(
  service: grpc.ServiceDefinition,
  methods: Partial<Implementation>,
): Promise<PluginServer> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": messageLimit });
  server.addService(service, methods as grpc.UntypedServiceImplementation);
  return new Promise((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync("127.0.0.1:0", credentials, (error, port) =>
      error ? reject(error) : resolve({ port, stop: () => server.forceShutdown() }),
    );
  });
}

/**
 * A unary method out of a plain function: what it throws reaches the engine as the plugin's error message.
 */
export function unary<Request, Response>(
  answer: (request: Request, peer: string) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    void (async () => answer(call.request, call.getPeer()))().then(
      (response) => callback(null, response),
      (error: Error) => callback({ code: grpc.status.UNKNOWN, message: error.message }),
    );
  };
}
