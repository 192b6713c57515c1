import type { ReturnFacts, ReturnReason } from '@docket/core/order/returnable';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { RETURN_POLICIES, storeOfScope } from './return-policies.js';
import { RETURN_REASONS } from './return-reasons.js';

/** As a person reads them. */
export interface KnownReturns extends Omit<ReturnFacts, 'reasons'> {
  readonly reasons: readonly ReturnReason[];
}

/** What a screen that offers a return reads: the same settings that the decision is made on. */
export interface ReturnSettings {
  of(account: string): Promise<KnownReturns>;
}

export const createReturnSettings = (pool: pg.Pool): ReturnSettings => ({
  of: (account) =>
    withAccounts(pool, [account], async (client) => {
      const policies = await RETURN_POLICIES.page(client, account, '', RETURN_POLICIES.most ?? 0);
      const reasons = await RETURN_REASONS.page(client, account, '', RETURN_REASONS.most ?? 0);
      return { policies: policies.map(({ scope, ...policy }) => ({ store: storeOfScope(scope), ...policy })), reasons };
    }),
});
