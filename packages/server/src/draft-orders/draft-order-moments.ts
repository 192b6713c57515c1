import { nextMoment } from '@docket/core/draft-order/draft-order';
import { isLive } from '@docket/core/draft-order/draft-order-states';
import type pg from 'pg';
import { onConnection } from '../database/transaction.js';
import type { TaskHandler } from '../followers/drain-tasks.js';
import { reserveStock } from '../stock/reservations.js';
import { type DraftOrderRow, lockDraftOrder, writeDraftOrder } from './draft-order-rows.js';

/**
 * What a draft order does by itself: it expires, or a soft reservation ends. Done twice it does nothing more. A try that fails
 * is seen in the list of tasks and may be had again there; meanwhile nobody can accept what has expired.
 */
export function draftOrderMomentHandler({
  follower,
  clock,
}: {
  readonly follower: pg.Pool;
  readonly clock: () => string;
}): TaskHandler {
  return ({ account, key }) =>
    onConnection(follower, async (client) => {
      const found = await lockDraftOrder(client, account, key);
      if (found === null || !isLive(found.row.state)) return;
      const { row } = found;
      const at = clock();
      const kind = dueOf(row, at);
      if (kind === null) return;
      const after = { ...row, version: row.version + 1, updatedAt: at };
      const ended = kind === 'expired' ? { ...after, state: 'expired' as const } : after;
      const refusal = await reserveStock(client, account, key, [], { at, actor: 'system' });
      if (refusal !== null) throw new Error(`stock was not given back: ${refusal.refused}`);
      const moment = nextMoment({ ...ended, holds: false });
      await writeDraftOrder(
        client,
        account,
        { row: ended, change: { kind, actor: 'system', parts: [] }, sealed: null },
        moment,
      );
    });
}

function dueOf(row: DraftOrderRow, at: string): 'expired' | 'released' | null {
  if (row.expiresAt !== null && row.expiresAt <= at) return 'expired';
  const over = row.stockPolicy === 'soft' && row.reservedUntil !== null && row.reservedUntil <= at;
  return over && row.reserved.length > 0 ? 'released' : null;
}
