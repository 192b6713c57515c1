import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from 'node:crypto';

/**
 * Keys of personal data. Every stream has a random AES-256 key; at rest it is wrapped by a key derived from
 * DOCKET_SECRET, bound to account and stream, so that a wrapped key moved to another row does not open.
 */
export interface PersonalKeys {
  /** A fresh key for a stream, and what is stored of it. */
  issue(account: string, streamKind: string, streamId: string): { readonly key: Buffer; readonly wrapped: Buffer };
  /** @throws when the secret is another one or the row was tampered with. */
  unwrap(wrapped: Buffer, account: string, streamKind: string, streamId: string): Buffer;
  /**
   * Whose data an order holds: `customer:<id>`, else `email:<HMAC of the normalised address>`, else `order:<id>`.
   * The HMAC keeps the address itself out of the table, and stays the same for the same installation.
   */
  subjectOf(account: string, orderId: string, customerId: string | null, email: string | null): string;
}

/** A mail address as it is compared: whoever wrote it, with whatever capitals. */
export const normalisedAddress = (email: string): string => email.normalize('NFC').trim().toLowerCase();

export function createPersonalKeys(secret: string): PersonalKeys {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const wrapping = derive('docket personal data wrapping 1');
  const naming = derive('docket personal data subjects 1');
  return {
    issue(account, streamKind, streamId) {
      const key = pooledRandom(32);
      return { key, wrapped: seal(wrapping, key, place(account, streamKind, streamId)) };
    },
    unwrap: (wrapped, account, streamKind, streamId) => open(wrapping, wrapped, place(account, streamKind, streamId)),
    subjectOf(account, orderId, customerId, email) {
      if (customerId !== null) return `customer:${customerId}`;
      const address = normalisedAddress(email ?? '');
      if (address === '') return `order:${orderId}`;
      return `email:${createHmac('sha256', naming).update(`${account}\n${address}`).digest('base64url')}`;
    },
  };
}

const place = (account: string, streamKind: string, streamId: string): string =>
  `${account}\n${streamKind}\n${streamId}`;

const format = 1;
const ivBytes = 12;
const tagBytes = 16;

const pool = Buffer.alloc(4096);
let unused = 0;

/**
 * Random bytes, each given out once. A call into the system's source costs 2 µs whether it asks for 12 bytes or 4,096, and
 * an order needs three; `randomUUID` of Node keeps such a pool too. What was given out is wiped from it.
 */
function pooledRandom(length: number): Buffer {
  if (unused < length) {
    randomFillSync(pool);
    unused = pool.length;
  }
  unused -= length;
  const taken = Buffer.from(pool.subarray(unused, unused + length));
  pool.fill(0, unused, unused + length);
  return taken;
}

/** AES-256-GCM as `format ‖ iv ‖ tag ‖ ciphertext`; `context` is authenticated and must be given again to open. */
export function seal(key: Buffer, plain: Buffer | string, context: string): Buffer {
  const iv = pooledRandom(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  const end = cipher.final();
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), body, end]);
}

/** @throws when key, context or bytes are not the ones sealed. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== format) throw new Error(`sealed text has the unknown format ${String(sealed[0])}`);
  const iv = sealed.subarray(1, 1 + ivBytes);
  const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
  const opener = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  opener.setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([opener.update(sealed.subarray(1 + ivBytes + tagBytes)), opener.final()]);
}
