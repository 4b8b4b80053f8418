import { ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import {
  ILanguageRuntimeServer,
  LanguageRuntimeService,
} from "@pulumi/pulumi/proto/language_grpc_pb";
import * as language from "@pulumi/pulumi/proto/language_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginServer, servePlugin, unary } from "./grpcServer";

/** `@pulumi/pulumi/cmd/run` ends with this code when it has already told the engine what is wrong. */
const alreadyReported = 32;

/** What Pulumi.yaml may say under `runtime.options` of a Node program. */
interface NodeOptions {
  readonly typescript?: boolean;
  readonly tsconfig?: string;
  readonly nodeargs?: string;
}

export interface LanguageHost extends PluginServer {
  /** Milliseconds that each program of this host ran, from spawn to exit. */
  readonly programTimes: readonly number[];
  /** Everything that the programs printed on their own, which the real host would pass to the terminal. */
  readonly printed: () => string;
}

/**
 * The nodejs language host, attached by PULUMI_DEBUG_LANGUAGES: starts the program as Pulumi's own host
 * does (sdk/nodejs/cmd/pulumi-language-nodejs in pulumi/pulumi), which is no Go module that could be built.
 * One host serves one command: the handshake names the engine of that command.
 */
export async function startLanguageHost(environment: NodeJS.ProcessEnv): Promise<LanguageHost> {
  const programs = new Set<ChildProcess>();
  const programTimes: number[] = [];
  let engine = "";
  let output = "";

  const run = (request: language.RunRequest) =>
    new Promise<language.RunResponse>((resolve) => {
      const { args, env, cwd } = programStart(request, engine);
      const started = performance.now();
      const program = spawn(process.execPath, args, { cwd, env: { ...environment, ...env } });
      programs.add(program);
      const keep = (text: Buffer) => (output += text.toString());
      program.stdout.on("data", keep);
      program.stderr.on("data", keep);
      program.on("close", (code) => {
        programs.delete(program);
        programTimes.push(performance.now() - started);
        resolve(runResponse(code));
      });
    });

  const server = await servePlugin<ILanguageRuntimeServer>(LanguageRuntimeService, {
    handshake: unary((request: language.LanguageHandshakeRequest) => {
      engine = request.getEngineAddress();
      return new language.LanguageHandshakeResponse();
    }),
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion("3.248.0")),
    // The one provider of the project is attached, so there is nothing to download.
    getRequiredPackages: unary(() => new language.GetRequiredPackagesResponse()),
    getRequiredPlugins: unary(() => new language.GetRequiredPluginsResponse()),
    runtimeOptionsPrompts: unary(() => new language.RuntimeOptionsResponse()),
    about: unary(() => new language.AboutResponse()),
    cancel: unary(() => new Empty()),
    run: unary(run),
  });
  return {
    port: server.port,
    programTimes,
    printed: () => output,
    stop: () => {
      programs.forEach((program) => program.kill("SIGKILL"));
      server.stop();
    },
  };
}

function programStart(request: language.RunRequest, engine: string) {
  const info = request.getInfo();
  const directory = info?.getProgramDirectory() ?? request.getPwd();
  const options = (info?.getOptions()?.toJavaScript() ?? {}) as NodeOptions;
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => (config[key] = value));
  return {
    cwd: directory,
    args: [
      ...(options.nodeargs?.split(/\s+/).filter(Boolean) ?? []),
      require.resolve("@pulumi/pulumi/cmd/run", { paths: [directory] }),
      `--monitor=${request.getMonitorAddress()}`,
      `--engine=${engine}`,
      `--project=${request.getProject()}`,
      `--stack=${request.getStack()}`,
      `--organization=${request.getOrganization()}`,
      `--root-directory=${info?.getRootDirectory() ?? directory}`,
      `--pwd=${request.getPwd()}`,
      `--parallel=${request.getParallel()}`,
      ...(request.getDryrun() ? ["--dry-run"] : []),
      info?.getEntryPoint() || ".",
      ...request.getArgsList(),
    ],
    env: {
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      ...((options.typescript ?? true) && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(options.tsconfig && {
        PULUMI_NODEJS_TSCONFIG_PATH: join(info?.getRootDirectory() ?? directory, options.tsconfig),
      }),
    },
  };
}

function runResponse(code: number | null): language.RunResponse {
  const response = new language.RunResponse();
  if (code === alreadyReported) {
    return response.setBail(true);
  }
  return code === 0 ? response : response.setError(`Program exited with ${code ?? "a signal"}.`);
}
