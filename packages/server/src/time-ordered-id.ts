import { randomBytes } from 'node:crypto';

/** What the last id of this process was made of. */
const last = { millis: 0, count: 0 };

/**
 * A UUID of version 7 (RFC 9562): ids of later milliseconds sort later, and so do later ones of the same millisecond and
 * process (their first 12 random bits count up), so lists in the order of their ids are in the order of their making.
 */
export function timeOrderedId(now: string): string {
  const millis = Date.parse(now);
  const bytes = randomBytes(16);
  // Begins low enough to count 2,048 times at least; beyond that, order within a millisecond is left to chance.
  last.count = millis === last.millis ? (last.count + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff;
  last.millis = millis;
  bytes.writeUIntBE(millis, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.count, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
