import type { PaymentProvider } from '@docket/core/payment-provider';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import type { Exchange, ExchangeAbout, GatewayLog } from './gateway-log.js';
import { findProvider, type OpenedRow, SECRETS_OF } from './providers.js';
import type { ProviderSeal } from './provider-seal.js';

/** Makes a provider of an account's settings. The only place that knows which kinds there are is `adapters/payment/`. */
export type Adapters = (
  row: OpenedRow,
  about: { readonly account: string; readonly keep: (exchange: Exchange) => Promise<void> },
) => Promise<PaymentProvider>;

/** `unknown`: the account has none of this name. `incomplete`: a secret is missing. */
type Opening =
  | { readonly state: 'open'; readonly provider: PaymentProvider }
  | { readonly state: 'unknown' }
  | { readonly state: 'incomplete'; readonly missing: readonly string[] };

/** A provider of an account, whose every exchange goes into the log under what it is about. */
export type OpenProvider = (about: ExchangeAbout) => Promise<Opening>;

export function createOpenProvider({
  pool,
  seal,
  log,
  adapters,
}: {
  readonly pool: pg.Pool;
  readonly seal: ProviderSeal;
  readonly log: GatewayLog;
  readonly adapters: Adapters;
}): OpenProvider {
  return async (about) => {
    const { account, provider } = about;
    const row = await withAccounts(pool, [account], (client) => findProvider(client, account, provider, seal));
    if (row === null) return { state: 'unknown' };
    const missing = SECRETS_OF[row.adapter].filter((name) => row.secrets[name] === undefined);
    if (missing.length > 0) return { state: 'incomplete', missing };
    const keep = (exchange: Exchange): Promise<void> => log.keep(about, exchange, Object.values(row.secrets));
    return { state: 'open', provider: await adapters(row, { account, keep }) };
  };
}
