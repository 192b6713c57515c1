import { createHmac, hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';

/** Seals what a dump of the database must not tell of providers. Each text is bound to its place. */
export interface ProviderSeal {
  seal(account: string, provider: string, secrets: Readonly<Record<string, string>>): Buffer;
  /** @throws when the secret of the installation is another one or the row was tampered with. */
  open(account: string, provider: string, sealed: Buffer): Readonly<Record<string, string>>;
  sealExchange(account: string, id: string, exchange: SealedExchange): Buffer;
  openExchange(account: string, id: string, sealed: Buffer): SealedExchange;
  /** Of the code on a gift card: the same for one code of one account, and of no use without the secret. */
  hashOf(account: string, code: string): Buffer;
}

/** What was sent and what came back. */
interface SealedExchange {
  readonly request: string;
  readonly answer: string;
}

export function createProviderSeal(installationSecret: string): ProviderSeal {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', installationSecret, '', purpose, 32));
  const key = derive('docket payment providers 1');
  const codes = derive('docket gift cards 1');
  const place = (account: string, what: string): string => `${account}\npayments\n${what}`;
  return {
    seal: (account, provider, secrets) => seal(key, JSON.stringify(secrets), place(account, `secrets ${provider}`)),
    open: (account, provider, sealed) =>
      JSON.parse(open(key, sealed, place(account, `secrets ${provider}`)).toString()) as Record<string, string>,
    sealExchange: (account, id, exchange) => seal(key, JSON.stringify(exchange), place(account, `exchange ${id}`)),
    openExchange: (account, id, sealed) =>
      JSON.parse(open(key, sealed, place(account, `exchange ${id}`)).toString()) as SealedExchange,
    hashOf: (account, code) =>
      createHmac('sha256', codes)
        .update(`${account}\n${code.replaceAll(/[\s-]/g, '').toUpperCase()}`)
        .digest(),
  };
}
