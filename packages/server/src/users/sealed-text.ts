import { hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';

/** A text that somebody else keeps for us: they can neither read nor change it, and it is good for a while. */
export interface TextSeal {
  seal(text: string): string;
  /** Null where it is none of ours, was changed, or is too old. */
  open(sealed: string): string | null;
}

/** @param purpose a text sealed for one is none for another */
export function createTextSeal(secret: string, purpose: string, lifeMillis: number, now: () => string): TextSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `docket sealed text 1 ${purpose}`, 32));
  return {
    seal: (text) => seal(key, `${Date.parse(now()) + lifeMillis}\n${text}`, purpose).toString('base64url'),
    open(sealed) {
      let opened: string;
      try {
        opened = open(key, Buffer.from(sealed, 'base64url'), purpose).toString();
      } catch {
        return null;
      }
      const end = opened.indexOf('\n');
      return Number(opened.slice(0, end)) > Date.parse(now()) ? opened.slice(end + 1) : null;
    },
  };
}
