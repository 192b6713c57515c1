import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that no address on the Internet has (IANA special-purpose registries), and those that lead into others. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only what is given out as global unicast, without tunnels into IPv4 and documentation. */
const PUBLIC_6: readonly [string, number] = ['2000::', 3];
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed4 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC) closed4.addSubnet(network, prefix, 'ipv4');
const open6 = new BlockList();
open6.addSubnet(...PUBLIC_6, 'ipv6');
const closed6 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_6) closed6.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the Internet; IPv4 in the clothes of IPv6 is not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv6(address)) return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
  return !closed4.check(address, 'ipv4');
}
