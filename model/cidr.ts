import { IPv4, IPv6, isValidCIDR, parseCIDR } from "ipaddr.js";

export const cidrForm = "a CIDR such as 203.0.113.0/24 or 2001:db8::/32";

/** What is allowed, and what to do, where a text is not a range of addresses in the one form that IAM takes. */
export function cidrFault(text: string): string | undefined {
  // ipaddr.js also reads octal, hexadecimal and shortened IPv4 addresses and zones, which IAM does not.
  const plain = /^([0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F:]+)\/[0-9]{1,3}$/.test(text);
  if (!plain || /(^|\.)0[0-9]/.test(text) || !isValidCIDR(text)) {
    return `${cidrForm}\ncorrect it`;
  }
  const [address, prefix] = parseCIDR(text);
  const kind = address.kind() === "ipv4" ? IPv4 : IPv6;
  const network = kind.networkAddressFromCIDR(text).toString();
  return network === address.toString()
    ? undefined
    : `the first address of a range\nwrite ${network}/${prefix}`;
}
