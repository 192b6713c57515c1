import type { DraftOrderContent, DraftOrderHead, Reserved, StockPolicy } from '@docket/core/draft-order/draft-order';
import type { DraftOrderState } from '@docket/core/draft-order/draft-order-states';
import type pg from 'pg';
import { query } from '../database/pool.js';

/** A draft order without what is written in it. Instants are ISO 8601. */
export interface DraftOrderRow extends DraftOrderHead {
  readonly state: DraftOrderState;
  readonly stockPolicy: StockPolicy;
  /** Rises with whatever happens to it: its ETag. */
  readonly version: number;
  /** Rises with what its buyer sees: what they accept names it. */
  readonly revision: number;
  readonly reservedUntil: string | null;
  readonly expiresAt: string | null;
  readonly sentAt: string | null;
  /** Minor units, as it came to when it was written last; null: it could not be placed then. */
  readonly total: number | null;
  readonly orderId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** What is held of stock for it now. */
  readonly reserved: readonly Reserved[];
}

/** A draft order as a list shows it. */
export interface ListedDraftOrder extends DraftOrderRow {
  /** Null: nobody knows, or may. */
  readonly buyer: DraftOrderContent['buyer'] | null;
  readonly pieces: number;
}

export interface DraftOrder extends DraftOrderRow {
  /** Null: its buyer was forgotten. */
  readonly content: DraftOrderContent | null;
}

/** As it lies in the tables, with the key of its stream; both null where its buyer was forgotten. */
export interface SealedDraftOrder {
  readonly row: DraftOrderRow;
  readonly sealed: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

/** The same in a list. `sealed` is there for those alone that were written before lists had parts of their own. */
export interface SealedListedDraftOrder extends SealedDraftOrder {
  readonly sealedBuyer: Buffer | null;
  readonly pieces: number | null;
}

type Stored = Omit<DraftOrderRow, 'reservedUntil' | 'expiresAt' | 'sentAt' | 'createdAt' | 'updatedAt'> &
  Record<'reservedUntil' | 'expiresAt' | 'sentAt', Date | null> &
  Record<'createdAt' | 'updatedAt', Date> & { readonly sealed: Buffer | null; readonly wrappedKey: Buffer | null };

const COLUMNS = `d.draft_order_id as "draftOrderId", d.state, d.stock_policy as "stockPolicy", d.version, d.revision,
  d.reserved_until as "reservedUntil", d.expires_at as "expiresAt", d.sent_at as "sentAt", d.total, d.store, d.channel,
  d.currency, d.customer_id as "customerId", d.order_id as "orderId", d.created_by as "createdBy",
  d.created_at as "createdAt", d.updated_at as "updatedAt", k.wrapped_key as "wrappedKey",
  (select coalesce(json_agg(json_build_object('sku', r.sku, 'place', r.place, 'quantity', r.quantity)
                            order by r.sku, r.place), '[]')
     from stock_reservations r where r.account = d.account and r.draft_order_id = d.draft_order_id) as reserved`;

const FROM = `draft_orders d
  left join subject_keys k on k.account = d.account and k.stream_kind = 'draft_order' and k.stream_id = d.draft_order_id`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const read = ({ sealed, wrappedKey, ...row }: Stored): SealedDraftOrder => ({
  row: {
    ...row,
    reservedUntil: iso(row.reservedUntil),
    expiresAt: iso(row.expiresAt),
    sentAt: iso(row.sentAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  },
  sealed,
  wrappedKey,
});

export async function findDraftOrder(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
): Promise<SealedDraftOrder | null> {
  const { rows } = await query<Stored & Record<string, unknown>>(
    client,
    {
      name: 'find_draft_order',
      text: `select ${COLUMNS}, d.content as sealed from ${FROM} where d.account = $1 and d.draft_order_id = $2`,
    },
    [account, draftOrderId],
  );
  return rows[0] === undefined ? null : read(rows[0]);
}

/** The same until the transaction ends, with the key that it is sealed under: neither changes meanwhile. */
export async function lockDraftOrder(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
): Promise<SealedDraftOrder | null> {
  await query(
    client,
    {
      name: 'lock_draft_order',
      text: 'select from draft_orders where account = $1 and draft_order_id = $2 for update',
    },
    [account, draftOrderId],
  );
  await query(
    client,
    {
      name: 'lock_draft_order_key',
      text: `select from subject_keys where account = $1 and stream_kind = 'draft_order' and stream_id = $2
                for no key update`,
    },
    [account, draftOrderId],
  );
  return findDraftOrder(client, account, draftOrderId);
}

export interface DraftOrderQuery {
  readonly state?: DraftOrderState;
  readonly stockPolicy?: StockPolicy;
  /** Of these stores; of all where absent. */
  readonly stores?: readonly string[];
  readonly channel?: string;
  readonly customerId?: string;
  /** Whose: `customer:<id>`, `email:<hmac>`. */
  readonly subject?: string;
  readonly createdBy?: string;
  readonly orderId?: string;
  /** The draft order before which the page begins; the newest come first. */
  readonly before: string | null;
  readonly limit: number;
}

export async function pageDraftOrders(
  client: pg.ClientBase,
  account: string,
  asked: DraftOrderQuery,
): Promise<readonly SealedListedDraftOrder[]> {
  const { state, stockPolicy, stores, channel, customerId, subject, createdBy, orderId, before, limit } = asked;
  const { rows } = await query<Stored & Pick<SealedListedDraftOrder, 'sealedBuyer' | 'pieces'>>(
    client,
    {
      // without a name it is planned for the filters that are there
      text: `select ${COLUMNS}, d.buyer as "sealedBuyer", d.pieces, case when d.pieces is null then d.content end as sealed
               from ${FROM}
              where d.account = $1 and ($2::text is null or d.state = $2) and ($3::text is null or d.stock_policy = $3)
                and ($4::text[] is null or d.store = any ($4)) and ($5::text is null or d.channel = $5)
                and ($6::text is null or d.customer_id = $6) and ($7::text is null or k.subject = $7)
                and ($8::text is null or d.created_by = $8) and ($9::text is null or d.order_id = $9)
                and ($10::text is null or d.draft_order_id < $10)
              order by d.draft_order_id desc limit $11`,
    },
    [
      account,
      state ?? null,
      stockPolicy ?? null,
      stores ?? null,
      channel ?? null,
      customerId ?? null,
      subject ?? null,
      createdBy ?? null,
      orderId ?? null,
      before,
      limit,
    ],
  );
  return rows.map(({ sealedBuyer, pieces, ...row }) => ({ ...read(row), sealedBuyer, pieces }));
}

/** A draft order as it shall stand, and why it changes: every write of it is one of these. */
export interface DraftOrderWrite {
  readonly row: Omit<DraftOrderRow, 'reserved'>;
  readonly change: { readonly kind: DraftOrderChangeKind; readonly actor: string; readonly parts: readonly string[] };
  /** Null: as it was. */
  readonly sealed: SealedContent | null;
}

/** What is written in it, and of that what lists show. */
export interface SealedContent {
  readonly content: Buffer;
  readonly buyer: Buffer | null;
  readonly pieces: number;
}

export type DraftOrderChangeKind =
  | 'created'
  | 'changed'
  | 'sent'
  | 'linked'
  | 'released'
  | 'placed'
  | 'expired'
  | 'cancelled'
  | 'reopened'
  | 'forgotten';

/** Writes the row, its change, and the task of the moment at which something happens by itself (null: none). */
export async function writeDraftOrder(
  client: pg.ClientBase,
  account: string,
  { row, change, sealed }: DraftOrderWrite,
  moment: string | null,
): Promise<void> {
  if (row.version === 1) await insertRow(client, account, row, sealed);
  else await updateRow(client, account, row, sealed);
  await query(
    client,
    {
      name: 'add_draft_order_change',
      text: `insert into draft_order_changes (account, draft_order_id, version, revision, kind, at, actor, parts, total)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    },
    [
      account,
      row.draftOrderId,
      row.version,
      row.revision,
      change.kind,
      row.updatedAt,
      change.actor,
      change.parts,
      row.total,
    ],
  );
  await setMoment(client, account, row.draftOrderId, moment);
}

async function insertRow(
  client: pg.ClientBase,
  account: string,
  row: DraftOrderWrite['row'],
  sealed: SealedContent | null,
): Promise<void> {
  await query(
    client,
    {
      name: 'add_draft_order',
      text: `insert into draft_orders (account, draft_order_id, state, stock_policy, version, revision, reserved_until, expires_at,
                                       total, store, channel, currency, customer_id, created_by, created_at, updated_at, content,
                                       buyer, pieces)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18)`,
    },
    [
      account,
      row.draftOrderId,
      row.state,
      row.stockPolicy,
      row.version,
      row.revision,
      row.reservedUntil,
      row.expiresAt,
      row.total,
      row.store,
      row.channel,
      row.currency,
      row.customerId,
      row.createdBy,
      row.createdAt,
      sealed?.content ?? null,
      sealed?.buyer ?? null,
      sealed?.pieces ?? null,
    ],
  );
}

async function updateRow(
  client: pg.ClientBase,
  account: string,
  row: DraftOrderWrite['row'],
  sealed: SealedContent | null,
): Promise<void> {
  await query(
    client,
    {
      name: 'change_draft_order',
      text: `update draft_orders
                set state = $3, stock_policy = $4, version = $5, revision = $6, reserved_until = $7, expires_at = $8,
                    sent_at = $9, total = $10, store = $11, channel = $12, currency = $13, customer_id = $14,
                    updated_at = $15, content = coalesce($16, content),
                    buyer = case when $16::bytea is null then buyer else $17 end, pieces = coalesce($18, pieces)
              where account = $1 and draft_order_id = $2`,
    },
    [
      account,
      row.draftOrderId,
      row.state,
      row.stockPolicy,
      row.version,
      row.revision,
      row.reservedUntil,
      row.expiresAt,
      row.sentAt,
      row.total,
      row.store,
      row.channel,
      row.currency,
      row.customerId,
      row.updatedAt,
      sealed?.content ?? null,
      sealed?.buyer ?? null,
      sealed?.pieces ?? null,
    ],
  );
}

/** The kind of the task that does what a draft order does by itself; its key is the id. */
export const DRAFT_ORDER_MOMENT = 'draft_order';

async function setMoment(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  moment: string | null,
): Promise<void> {
  if (moment === null) {
    await query(
      client,
      { name: 'drop_draft_order_moment', text: 'delete from tasks where account = $1 and kind = $2 and key = $3' },
      [account, DRAFT_ORDER_MOMENT, draftOrderId],
    );
    return;
  }
  await query(
    client,
    {
      name: 'set_draft_order_moment',
      text: `insert into tasks (account, kind, key, due, payload) values ($1, $2, $3, $4, '{}')
             on conflict (account, kind, key) do update
                set due = excluded.due, attempts = 0, failed_at = null, last_error = null, leased_by = null, lease_until = null`,
    },
    [account, DRAFT_ORDER_MOMENT, draftOrderId, moment],
  );
}
