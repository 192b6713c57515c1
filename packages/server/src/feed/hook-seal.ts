import { hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';

/** What of a hook is secret: headers hold keys of its receiver, and the signature is made with the secret. */
export interface HookSecrets {
  readonly headers: Readonly<Record<string, string>>;
  /** Signs what is delivered, in the way of Standard Webhooks; null: nothing is signed. */
  readonly secret: string | null;
}

/** Seals what a dump of the database must not tell. Each text is bound to its place. */
export interface HookSeal {
  seal(
    account: string,
    feed: string,
    secrets: HookSecrets,
  ): { readonly headers: Buffer; readonly secret: Buffer | null };
  /** @throws when the secret of the installation is another one or the row was tampered with. */
  open(account: string, feed: string, headers: Buffer | null, secret: Buffer | null): HookSecrets;
  sealAnswer(account: string, feed: string, sequence: number, answer: string): Buffer;
  openAnswer(account: string, feed: string, sequence: number, sealed: Buffer): string;
}

export function createHookSeal(installationSecret: string): HookSeal {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'docket hooks 1', 32));
  const place = (account: string, feed: string, what: string): string => `${account}\nhook\n${feed}\n${what}`;
  const text = (sealed: Buffer, at: string): string => open(key, sealed, at).toString();
  return {
    seal: (account, feed, { headers, secret }) => ({
      headers: seal(key, JSON.stringify(headers), place(account, feed, 'headers')),
      secret: secret === null ? null : seal(key, secret, place(account, feed, 'secret')),
    }),
    open: (account, feed, headers, secret) => ({
      headers:
        headers === null ? {} : (JSON.parse(text(headers, place(account, feed, 'headers'))) as Record<string, string>),
      secret: secret === null ? null : text(secret, place(account, feed, 'secret')),
    }),
    sealAnswer: (account, feed, sequence, answer) => seal(key, answer, place(account, feed, `answer ${sequence}`)),
    openAnswer: (account, feed, sequence, sealed) => text(sealed, place(account, feed, `answer ${sequence}`)),
  };
}
