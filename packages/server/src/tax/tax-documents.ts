import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { missingStore } from '../stores/stores.js';
import {
  documentsOfOrder,
  lastExchange,
  listTaxDocuments,
  type TaxDocumentQuery,
  type TaxDocumentRow,
} from './document-rows.js';
import { listTaxRuns, sendOrderAgain, startTaxRun, type TaxRun } from './send-again.js';
import type { TaxSeal } from './tax-seal.js';

const RUNS = 20;

/** What tax services were told, for people; telling it again. */
export function createTaxDocuments({
  pool,
  seal,
  now,
  newId,
}: {
  readonly pool: pg.Pool;
  readonly seal: Pick<TaxSeal, 'openExchange'>;
  readonly now: () => string;
  readonly newId: (now: string) => string;
}) {
  return {
    ofOrder: (account: string, orderId: string): Promise<readonly TaxDocumentRow[]> =>
      withAccounts(pool, [account], (client) => documentsOfOrder(client, account, orderId)),
    exchanges: (account: string, orderId: string) => lastExchange(pool, seal, account, orderId),
    list: (account: string, asked: TaxDocumentQuery) => listTaxDocuments(pool, account, asked),
    sendAgain: (account: string, orderId: string) => sendOrderAgain(pool, account, orderId, now()),
    async startRun(account: string, store: string, by: string): Promise<TaxRun | null> {
      const lacks = await withAccounts(pool, [account], (client) => missingStore(client, account, [{ store }]));
      if (lacks !== null) return null;
      const startedAt = now();
      return startTaxRun(pool, account, { run: newId(startedAt), store, startedAt, startedBy: by });
    },
    runs: (account: string) => listTaxRuns(pool, account, RUNS),
  };
}
