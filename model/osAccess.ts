import { NodeSelector, OsAccess } from "./landingZone";
import { own } from "./records";
import { OrganizationInput } from "./schema/organization";
import { OsAccessSettings } from "./schema/osAccess";

/** What holds where nobody says otherwise; only the reader of transcripts has no default. */
const defaults: OsAccessSettings = {
  channels: ["shell"],
  nodes: { tag: { "os-access": "allowed" } },
  idleTimeout: 15,
  maxSession: 60,
  maxGrant: 12 * 60,
  sourceIp: [],
  promptTag: "Hostname",
  sudo: { runAs: ["%admin", "%devel"], targetPassword: true },
  mode: "grants",
  windows: "sessions",
  sessionExpiry: true,
  logs: { s3: { retention: 400, objectLock: "governance" }, cloudWatch: { retention: 90 } },
};

/**
 * An upper level's settings with the lower level's over them. `logs` and `logs.s3` are merged key by key;
 * every other key is a choice and replaces the inherited one as a whole.
 */
function overrideOsAccess(upper: OsAccessSettings, lower: OsAccessSettings = {}): OsAccessSettings {
  return {
    ...upper,
    ...lower,
    logs: { ...upper.logs, ...lower.logs, s3: { ...upper.logs?.s3, ...lower.logs?.s3 } },
  };
}

/** The settings of each place, from the organization over its OUs to the account. */
export class OsAccessInheritance {
  private readonly byPath = new Map<string, OsAccessSettings>();
  private readonly organization: OsAccessSettings;

  constructor(private readonly input: Partial<OrganizationInput>) {
    this.organization = overrideOsAccess(defaults, input.osAccess);
  }

  /** Of an OU, or of the organization where there is none. */
  of(path: string | undefined): OsAccessSettings {
    if (path === undefined) {
      return this.organization;
    }
    const known = this.byPath.get(path);
    if (known !== undefined) {
      return known;
    }
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? undefined : path.slice(0, slash);
    const lower = own(this.input.organizationalUnits, path)?.osAccess;
    const merged = overrideOsAccess(this.of(parent), lower);
    this.byPath.set(path, merged);
    return merged;
  }

  ofAccount(account: OrganizationInput["accounts"][string]): OsAccessSettings {
    return overrideOsAccess(this.of(account.ou), account.osAccess);
  }
}

/** The settings as the rest of the program sees them: `off` is absence. The file has been checked. */
export function resolveOsAccess(settings: OsAccessSettings): OsAccess {
  const { logs, sudo, runAs, requesters, alarmTopic } = settings;
  const cloudWatch = logs!.cloudWatch!;
  return {
    channels: settings.channels!,
    nodes: resolveNodes(settings.nodes!),
    idleTimeout: settings.idleTimeout!,
    maxSession: settings.maxSession!,
    maxGrant: settings.maxGrant!,
    sourceIp: settings.sourceIp!,
    logs: {
      s3: { retention: logs!.s3!.retention!, objectLock: logs!.s3!.objectLock! },
      ...(cloudWatch === "off" ? {} : { cloudWatch }),
      reader: logs!.reader!,
    },
    ...(runAs === undefined || runAs === "off" ? {} : { runAs }),
    promptTag: settings.promptTag!,
    ...(sudo === undefined || sudo === "off" ? {} : { sudo }),
    mode: settings.mode!,
    windows: settings.windows!,
    sessionExpiry: settings.sessionExpiry!,
    ...(alarmTopic === undefined ? {} : { alarmTopic }),
    ...(requesters && { requesters }),
  };
}

export function resolveNodes(nodes: NonNullable<OsAccessSettings["nodes"]>): NodeSelector {
  if (nodes === "all") {
    return { kind: "all" };
  }
  if (nodes.ids !== undefined) {
    return { kind: "ids", ids: nodes.ids };
  }
  const [[key, value]] = Object.entries(nodes.tag!) as [[string, string]];
  return { kind: "tag", key, value };
}
