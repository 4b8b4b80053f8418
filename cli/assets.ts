import { createHash } from "node:crypto";
import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";

/**
 * The value with files and archives as a reader wants them: an archive by its files, a file by its JSON, its place or, where
 * it holds a program, by its length and SHA-256, which tell whether it is another one.
 */
export function shownAssets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shownAssets);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const { assets, path, uri, text, ...others } = value as Record<string, unknown>;
  switch (others[specialSigKey]) {
    case specialArchiveSig:
      return shownAssets(assets) ?? path ?? uri;
    case specialAssetSig:
      return typeof text === "string" ? shownText(text) : (path ?? uri);
    default:
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, shownAssets(item)]),
      );
  }
}

function shownText(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    const digest = createHash("sha256").update(text).digest("hex");
    return `${text.trimEnd().split("\n").length} lines, sha256 ${digest}`;
  }
}
