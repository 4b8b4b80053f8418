import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const command = join(__dirname, "../../bin/sekisho.cjs");

/** A small organization: one guarded account beside that of the management. */
export const organization = `
organization: { id: o-a1b2c3d4e5, root: r-ab12, management: management, identity: identity }
regions: [ap-northeast-1]
deploy: { role: SekishoDeploy, trustedBy: "arn:aws:iam::222222222222:role/sekisho-ci" }
identity: { source: iam-users }
organizationalUnits: { Workloads: { id: ou-ab12-11111111 } }
accounts:
  management: { id: "111111111111", email: aws@example.com }
  identity: { id: "222222222222", email: aws+identity@example.com, ou: Workloads }
guardrails: { attach: [Workloads] }
roles: { SessionAuditor: {} }
osAccess:
  logs: { s3: { retention: 400d, objectLock: governance }, reader: SessionAuditor }
users: { alice: {} }
`;

/** A folder with files to run the command on; `remove` takes it away. */
export class CommandFolder {
  readonly path = mkdtempSync(join(tmpdir(), "sekisho-cli-"));

  constructor() {
    this.write("organization.yaml", organization);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  /** Runs the command there, with no terminal. */
  run(...args: string[]) {
    const { NO_COLOR, FORCE_COLOR, ...environment } = process.env;
    void [NO_COLOR, FORCE_COLOR];
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: this.path,
      encoding: "utf8",
      env: environment,
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
