import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";

/** The value with `[secret]` in place of every secret, as Pulumi shows them. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(maskSecrets);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if ((value as Record<string, unknown>)[specialSigKey] === specialSecretSig) {
    return "[secret]";
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskSecrets(item)]));
}
