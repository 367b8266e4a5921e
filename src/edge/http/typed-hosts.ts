import ipaddr from 'ipaddr.js';
import type { buildConnector } from 'undici';

/** Whether a connection is to a host and port that the operator typed. */
export type IsTyped = (
  target: Pick<buildConnector.Options, 'hostname' | 'port' | 'protocol'>,
) => boolean;

/** What a typed host may resolve to. */
export const loopbackRanges = ['127.0.0.0/8', '::1/128'];

/**
 * Of addresses that the operator typed, the hosts and ports on this machine: literal loopback
 * addresses and `localhost` (RFC 6761, section 6.3). Any other name may resolve to whatever its owner
 * likes, so it is not among them.
 */
export function typedHosts(addresses: readonly string[]): IsTyped {
  const typed = new Set(
    addresses
      .filter((address) => URL.canParse(address))
      .map((address) => new URL(address))
      .filter(({ hostname }) => isLoopback(bare(hostname)))
      .map(hostAndPort),
  );
  return (target) => typed.has(hostAndPort(target));
}

const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1');

function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  return ipaddr.isValid(hostname) && ipaddr.parse(hostname).range() === 'loopback';
}

function hostAndPort({ hostname, port, protocol }: Parameters<IsTyped>[0]): string {
  return `${bare(hostname)} ${port || (protocol === 'https:' ? '443' : '80')}`;
}
