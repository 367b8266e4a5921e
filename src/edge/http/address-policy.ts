import ipaddr from 'ipaddr.js';

/** An address that must not be connected to. Never shown to people: it would map a private network. */
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

/** The name of the range for which an address is refused; `null` when it may be connected to. */
export type RefusedRange = (address: string) => string | null;

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Where an IPv6-only network reaches IPv4 (NAT64, RFC 6052): the last 32 bits are the address. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Refuses every address outside the public unicast space of IPv4 and IPv6 (IANA's special-purpose
 * registries, RFC 6890) that no range in `allow` holds. An IPv4-mapped address is looked up in
 * `allow` as the IPv4 address it leads to, too; one of NAT64 is judged as that. Throws on an `allow` entry that is not in CIDR form.
 */
export function addressPolicy(allow: readonly string[]): RefusedRange {
  const allowed = allow.map((range) => ipaddr.parseCIDR(range));
  const isAllowed = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    allowed.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

  return function refusedRange(text): string | null {
    if (!ipaddr.isValid(text)) return 'unreadable';
    const address = ipaddr.parse(text);
    if (isAllowed(address)) return null;
    if (address instanceof ipaddr.IPv6 && address.match(translated)) {
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
