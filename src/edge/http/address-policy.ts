import ipaddr from 'ipaddr.js';

/** An address that must not be connected to. Never displayed: it would reveal a private network. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly address: string;
  readonly range: string;
  constructor(address: string, range: string) {
    super(`${address} is in the ${range} range`);
    this.address = address;
    this.range = range;
  }
}

/** The name of the refused range that an address is in; `null` when it may be connected to. */
export type RefusedRange = (address: string) => string | null;

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** NAT64 (RFC 6052): the last 32 bits are an IPv4 address. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Refuses every address outside the public unicast space of IPv4 and IPv6 (IANA's special-purpose
 * registries, RFC 6890), unless it is in a range of `allow`. For an IPv4-mapped address, `allow` may
 * have either form. A NAT64 address is checked as its IPv4 address.
 * @throws when an entry of `allow` is not in CIDR form
 */
export function addressPolicy(allow: readonly string[]): RefusedRange {
  const allowed = allow.map((range) => ipaddr.parseCIDR(range));
  const isAllowed = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    allowed.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

  return function refusedRange(text): string | null {
    if (!ipaddr.isValid(text)) return 'unreadable';
    const address = ipaddr.parse(text);
    if (isAllowed(address)) return null;
    if (address instanceof ipaddr.IPv6 && address.match(nat64)) {
      return refusedRange(address.toByteArray().slice(12).join('.'));
    }
    if (address instanceof ipaddr.IPv4) {
      const range = address.range();
      return range === 'unicast' ? null : range;
    }
    if (address.isIPv4MappedAddress() && isAllowed(address.toIPv4Address())) return null;
    const range = address.range();
    if (range !== 'unicast') return range;
    return address.match(globalUnicast) ? null : 'reserved';
  };
}
