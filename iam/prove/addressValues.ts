import { IPv4, IPv6 } from "ipaddr.js";
import { readRange } from "../operators/addresses";

/** An address of no range, of the kind that documentation is written with, RFC 5737 and 3849. */
const elsewhere = ["203.0.113.7", "2001:db8::7"];

/**
 * Addresses inside and outside of each range in every combination: the ends of each range and their neighbours. Ranges
 * that cannot be read are left out; nothing is known of them whatever the address.
 */
export function aroundRanges(ranges: readonly string[]): string[] {
  const edges = ranges.flatMap((text) => {
    const range = readRange(text);
    return range === undefined ? [] : edgesOf(range.address, range.length);
  });
  return [...new Set([...elsewhere, ...edges, "0.0.0.0", "::"])];
}

function edgesOf(address: IPv4 | IPv6, length: number): string[] {
  const bytes = address.toByteArray();
  const size = BigInt(bytes.length * 8);
  const free = size - BigInt(length);
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const first = (number >> free) << free;
  const last = first + (1n << free) - 1n;
  return [first, last, first - 1n, last + 1n]
    .filter((edge) => edge >= 0n && edge < 1n << size)
    .map((edge) => textOf(edge, bytes.length));
}

function textOf(number: bigint, length: number): string {
  const bytes = Array.from({ length }, (_, index) =>
    Number((number >> BigInt(8 * (length - 1 - index))) & 0xffn),
  );
  return length === 4 ? new IPv4(bytes).toString() : new IPv6(bytes).toString();
}
