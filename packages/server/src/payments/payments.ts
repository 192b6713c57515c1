import type pg from 'pg';
import { createCredits, type Credits } from '../store-credit/credits.js';
import { createCreditHolds, type CreditHolds } from '../store-credit/holds.js';
import { createGatewayLog, type GatewayLog } from './gateway-log.js';
import { createInbox, type Inbox } from './inbox.js';
import { type Adapters, createOpenProvider, type OpenProvider } from './open-provider.js';
import { createProviderSecrets, type ProviderSecrets } from './providers.js';
import { createProviderSeal } from './provider-seal.js';
import { type AskStanding, createAskStanding } from './standing.js';

/** What a process has of payment providers and store credit, whatever it does with them. */
export interface Payments {
  readonly providers: {
    readonly secrets: ProviderSecrets;
    readonly open: OpenProvider;
    /** What a payment is booked by. */
    readonly standing: AskStanding;
    readonly log: GatewayLog;
    readonly inbox: Inbox;
    readonly eventsUrl: (account: string, provider: string) => string;
  };
  /** Where the page of a provider sends the buyer back to. */
  readonly returnUrl: (orderId: string) => string;
  readonly credits: { readonly credits: Credits; readonly hashOf: (account: string, code: string) => Buffer };
}

export function createPayments({
  pool,
  secret,
  publicUrl,
  now,
  adapters,
}: {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly publicUrl: URL;
  readonly now: () => string;
  readonly adapters: (ours: {
    readonly holds: CreditHolds;
    readonly hashOf: (account: string, code: string) => Buffer;
  }) => Adapters;
}): Payments {
  const seal = createProviderSeal(secret);
  const log = createGatewayLog(pool, seal, now);
  const hashOf = seal.hashOf.bind(seal);
  const open = createOpenProvider({
    pool,
    seal,
    log,
    adapters: adapters({ holds: createCreditHolds(pool, now), hashOf }),
  });
  const at = publicUrl.href.replace(/\/$/, '');
  return {
    providers: {
      secrets: createProviderSecrets(pool, seal),
      open,
      standing: createAskStanding(open),
      log,
      inbox: createInbox(pool),
      eventsUrl: (account, provider) =>
        `${at}/api/payments/${encodeURIComponent(account)}/${encodeURIComponent(provider)}/events`,
    },
    returnUrl: (orderId) => `${at}/account/orders/${encodeURIComponent(orderId)}`,
    credits: { credits: createCredits(pool), hashOf },
  };
}
