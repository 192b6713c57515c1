import { hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';

/** Seals what a dump of the database must not tell: keys of tax services, and what was sent to them about people. */
export interface TaxSeal {
  sealKey(account: string, store: string, licenceKey: string): Buffer;
  /** @throws when the secret of the installation is another one or the row was tampered with. */
  openKey(account: string, store: string, sealed: Buffer): string;
  sealExchange(account: string, code: string, text: string): Buffer;
  openExchange(account: string, code: string, sealed: Buffer): string;
}

export function createTaxSeal(installationSecret: string): TaxSeal {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'docket taxes 1', 32));
  const keyPlace = (account: string, store: string): string => `${account}\ntax key\n${store}`;
  const exchangePlace = (account: string, code: string): string => `${account}\ntax exchange\n${code}`;
  return {
    sealKey: (account, store, licenceKey) => seal(key, licenceKey, keyPlace(account, store)),
    openKey: (account, store, sealed) => open(key, sealed, keyPlace(account, store)).toString(),
    sealExchange: (account, code, text) => seal(key, text, exchangePlace(account, code)),
    openExchange: (account, code, sealed) => open(key, sealed, exchangePlace(account, code)).toString(),
  };
}
