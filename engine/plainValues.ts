import { asset } from "@pulumi/pulumi";
import { unknown } from "./plan";

/*
 * How the SDK marks values that JSON has no word for (@pulumi/pulumi/runtime/rpc.js; the same in every SDK, see
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/properties.go).
 */
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const resourceReference = "5cf8f73096256a8f31e491e813e4eb8e";
const assetValue = "c44067f5952c0a294b673a41bacd8c17";
const archiveValue = "0def7320c3a5731c473e5ecbe6d01bc7";

type Properties = Record<string, unknown>;

/** Planned inputs as a policy reads them: secrets in clear, resources as their ids, assets and archives as objects. */
export function plainValues(inputs: Properties): Properties {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  const marked = value as Properties;
  switch (marked[signature]) {
    case undefined:
      return plainValues(marked);
    case secret:
      return plain(marked.value);
    case resourceReference:
      // The engine gives policies the id; a component has none, so there it is the URN.
      return marked.id ?? marked.urn ?? unknown;
    case assetValue:
      return plainAsset(marked);
    case archiveValue:
      return plainArchive(marked);
    default:
      throw new Error(
        `A plan holds a value with the unknown signature ${String(marked[signature])}.`,
      );
  }
}

function plainAsset({ path, text, uri }: Properties): asset.Asset {
  return typeof path === "string"
    ? new asset.FileAsset(path)
    : typeof text === "string"
      ? new asset.StringAsset(text)
      : new asset.RemoteAsset(String(uri));
}

function plainArchive({ assets, path, uri }: Properties): asset.Archive {
  return typeof path === "string"
    ? new asset.FileArchive(path)
    : typeof uri === "string"
      ? new asset.RemoteArchive(uri)
      : new asset.AssetArchive(plainValues((assets ?? {}) as Properties) as asset.AssetMap);
}
