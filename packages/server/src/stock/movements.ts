import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** One change of a stock row, with its counters before and after. */
export interface StockMovement {
  readonly id: number;
  readonly at: Date;
  /** `set`, `adjust`, or what an order did: claim, confirm, release, consume, restock; or a draft order: reserve, release_reserved. */
  readonly kind: string;
  readonly quantity: number;
  readonly before: StockCounters;
  readonly after: StockCounters;
  readonly orderId: string | null;
  /** Of a reservation. */
  readonly draftOrderId: string | null;
  readonly lineId: string | null;
  /** Of a change by hand. */
  readonly reason: string | null;
  readonly actor: string | null;
}

interface StockCounters {
  readonly onHand: number;
  readonly claimed: number;
  readonly confirmed: number;
}

/** Movements of a SKU at a place, newest first, older than `before` where it is given. */
export async function listMovements(
  pool: pg.Pool,
  account: string,
  { sku, place, before, limit }: { readonly sku: string; readonly place: string; before: number | null; limit: number },
): Promise<StockMovement[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<StockMovement>(
      client,
      {
        name: 'list_stock_movements',
        text: `select id, at, kind, quantity,
                      json_build_object('onHand', on_hand_before, 'claimed', claimed_before,
                                        'confirmed', confirmed_before) as before,
                      json_build_object('onHand', on_hand_after, 'claimed', claimed_after,
                                        'confirmed', confirmed_after) as after,
                      case when kind not in ('reserve', 'release_reserved') then order_id end as "orderId",
                      case when kind in ('reserve', 'release_reserved') then order_id end as "draftOrderId", line_id as "lineId", reason, actor
                 from stock_movements
                where account = $1 and sku = $2 and place = $3 and id < coalesce($4, 9223372036854775807)
                order by id desc limit $5`,
      },
      [account, sku, place, before, limit],
    ),
  );
  return rows;
}
