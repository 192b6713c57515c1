import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';
import { newToken } from '../users/one-time.js';

/**
 * A token of a shopper says in which account it counts, because nothing else of the request does:
 * `<account>.<43 characters>`, 256 random bits.
 */
export const newTokenOf = (account: string): string => `${account}.${newToken()}`;

const TOKEN = /^([a-z0-9][a-z0-9_-]{0,62})\.[A-Za-z0-9_-]{43}$/;

/** The account in a token, or null where the text cannot be one. */
export const accountOfToken = (token: string): string | null => TOKEN.exec(token)?.[1] ?? null;

/**
 * Eight digits. With 5 tries a code and 5 codes an hour somebody who does nothing else guesses 25 of 100,000,000 an hour: a
 * chance of 0.2 % in a year.
 */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** As people type it: `1234 5678`, `1234-5678`. */
export const typedCode = (text: string): string => text.replaceAll(/[\s-]/g, '');

/** As it stands in the mail: two groups are read and typed with fewer mistakes. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What of a shopper must be kept and must not be read in a dump of the database. */
export interface ShopperKeys {
  hashOfCode(account: string, recipient: string, code: string): Buffer;
  sealAddress(account: string, sessionId: string, address: string): Buffer;
  /** @throws when the secret is another one or the row was tampered with. */
  openAddress(account: string, sessionId: string, sealed: Buffer): string;
}

export function createShopperKeys(secret: string): ShopperKeys {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const [codes, addresses] = [derive('docket shopper codes 1'), derive('docket shopper addresses 1')];
  const place = (account: string, sessionId: string): string => `${account}\nshopper session\n${sessionId}`;
  return {
    hashOfCode: (account, recipient, code) =>
      createHmac('sha256', codes).update(`${account}\n${recipient}\n${code}`).digest(),
    sealAddress: (account, sessionId, address) => seal(addresses, address, place(account, sessionId)),
    openAddress: (account, sessionId, sealed) => open(addresses, sealed, place(account, sessionId)).toString(),
  };
}
