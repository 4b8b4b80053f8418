import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resource_pb from "@pulumi/pulumi/proto/resource_pb";

type Handler = grpc.handleUnaryCall<never, unknown>;
type Method = { readonly responseType: new () => unknown };

/** The engine's end of a preview, as bare as a program can run against: it agrees to everything. */
export class PreviewMonitor {
  /** How many resources were registered. */
  registered = 0;

  private readonly server = new grpc.Server();

  /** @returns the address to hand to the program */
  async start(): Promise<string> {
    this.serve(EngineService as never, {});
    this.serve(ResourceMonitorService as never, {
      supportsFeature: (_, reply) => {
        const response = new resource_pb.SupportsFeatureResponse();
        response.setHassupport(true);
        reply(null, response);
      },
      registerResource: (call, reply) => {
        const request = call.request as resource_pb.RegisterResourceRequest;
        const response = new resource_pb.RegisterResourceResponse();
        response.setUrn(`urn:pulumi:bench::sekisho::${request.getType()}::${request.getName()}`);
        response.setObject(request.getObject());
        this.registered++;
        reply(null, response);
      },
    });
    const port = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync(
        "127.0.0.1:0",
        grpc.ServerCredentials.createInsecure(),
        (error, bound) => (error ? reject(error) : resolve(bound)),
      ),
    );
    return `127.0.0.1:${port}`;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private serve(service: Record<string, Method>, handlers: Record<string, Handler>): void {
    const agree = ({ responseType }: Method): Handler => {
      return (_, reply) => reply(null, new responseType());
    };
    const all = Object.entries(service).map(([name, method]) => [
      name,
      handlers[name] ?? agree(method),
    ]);
    this.server.addService(service as never, Object.fromEntries(all) as never);
  }
}
