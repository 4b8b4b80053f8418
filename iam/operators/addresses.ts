import { IPv4, IPv6 } from "ipaddr.js";
import { No, truthOf, Unknown } from "../truth";
import { anyOf, OperatorFamily } from "./test";

/**
 * `IpAddress` and its negation: an address in a range, IPv4 or IPv6; without a prefix length one address only. An IPv4
 * address within an IPv6 one is an IPv6 address.
 */
export const ipAddress: OperatorFamily = (values) =>
  anyOf(
    values.map((text) => {
      const range = readRange(text);
      if (range === undefined) {
        return () => Unknown;
      }
      const { address, length } = range;
      return (value) => {
        const other = readAddress(value);
        if (other === undefined) {
          return No;
        }
        const [one, two] = [address.toByteArray(), other.toByteArray()];
        return truthOf(one.length === two.length && sameBits(one, two, length));
      };
    }),
  );

/** The library also takes `0x7f.1` and `127.1` for addresses; AWS documents dotted decimals only. */
function readAddress(text: string): IPv4 | IPv6 | undefined {
  if (IPv4.isValidFourPartDecimal(text)) {
    return IPv4.parse(text);
  }
  return text.includes(":") && IPv6.isValid(text) && !text.includes("%")
    ? IPv6.parse(text)
    : undefined;
}

export function readRange(text: string): { address: IPv4 | IPv6; length: number } | undefined {
  const [, base = "", prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = readAddress(base);
  const most = (address?.toByteArray().length ?? 0) * 8;
  const length = Number(prefix ?? most);
  return address === undefined || length > most ? undefined : { address, length };
}

function sameBits(left: readonly number[], right: readonly number[], count: number): boolean {
  return left.every((byte, index) => {
    const ignored = 8 - Math.min(Math.max(count - index * 8, 0), 8);
    return byte >> ignored === right[index]! >> ignored;
  });
}
