import type { Reserved } from '@docket/core/draft-order/draft-order';
import { refuse, type Refusal } from '@docket/core/order/refusals';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** What is held of a product at a place, and for which draft order. Instants are ISO 8601. */
export interface StockReservation extends Reserved {
  readonly draftOrderId: string;
  readonly reservedAt: string;
  /** When it is given back by itself; null: not before the draft order ends. */
  readonly until: string | null;
}

/**
 * Makes what is held for a draft order what it should be, in the transaction of the caller. Refusals: insufficient_stock,
 * stock_not_counted; then nothing of it was done, and the caller rolls back.
 */
export async function reserveStock(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  wanted: readonly Reserved[],
  { at, actor }: { readonly at: string; readonly actor: string },
): Promise<Refusal | null> {
  const { rows } = await query<{ short: readonly Shortage[] | null }>(
    client,
    { name: 'reserve_stock', text: 'select reserve_stock($1, $2, $3, $4, $5) as short' },
    [account, draftOrderId, JSON.stringify(wanted), at, actor],
  );
  const [shortage] = rows[0]?.short ?? [];
  if (shortage === undefined) return null;
  const { available, ...asked } = shortage;
  if (available === null) return refuse('stock_not_counted', undefined, asked);
  return refuse('insufficient_stock', undefined, { ...asked, available });
}

interface Shortage {
  readonly sku: string;
  readonly place: string;
  readonly requested: number;
  /** Null: the product has no stock row there. */
  readonly available: number | null;
}

/** Reservations after this key, in the order of SKU, place and draft order; of these SKUs where some are named. */
export async function listReservations(
  pool: pg.Pool,
  account: string,
  after: { readonly sku: string; readonly place: string; readonly draftOrderId: string },
  limit: number,
  skus: readonly string[] | null,
): Promise<readonly StockReservation[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Omit<StockReservation, 'reservedAt' | 'until'> & { reservedAt: Date; until: Date | null }>(
      client,
      {
        // without a name it is planned for the filter that is there
        text: `select r.sku, r.place, r.draft_order_id as "draftOrderId", r.quantity, r.reserved_at as "reservedAt",
                      case when d.stock_policy = 'soft' then least(d.reserved_until, d.expires_at) else d.expires_at end as until
                 from stock_reservations r
                 join draft_orders d on d.account = r.account and d.draft_order_id = r.draft_order_id
                where r.account = $1 and (r.sku, r.place, r.draft_order_id) > ($2, $3, $4)
                  and ($6::text[] is null or r.sku = any ($6))
                order by r.sku, r.place, r.draft_order_id limit $5`,
      },
      [account, after.sku, after.place, after.draftOrderId, limit, skus],
    ),
  );
  return rows.map(({ reservedAt, until, ...row }) => ({
    ...row,
    reservedAt: reservedAt.toISOString(),
    until: until?.toISOString() ?? null,
  }));
}
