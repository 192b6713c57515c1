import { hkdfSync } from 'node:crypto';
import type { EditOrder } from '@docket/core/order/edit-commands';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { open, seal } from '../personal-data/keys.js';
import { timeOrderedId } from '../time-ordered-id.js';

/** What an edit that is being prepared says. */
export type DraftContent = Pick<EditOrder, 'changes' | 'promotions' | 'settle' | 'reason'>;

export type DraftState = 'open' | 'confirmed' | 'discarded';

export interface OrderDraft {
  readonly draftId: string;
  readonly orderId: string;
  readonly state: DraftState;
  /** Version of the order that the changes were written against. */
  readonly baseVersion: number;
  /** The version that confirming made; null until then. */
  readonly confirmedAs: number | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly content: DraftContent;
}

interface DraftQuery {
  readonly orderId?: string;
  readonly state?: DraftState;
  /** The draft before which the page begins; the newest come first. */
  readonly before: string | null;
  readonly limit: number;
}

/** Drafts of edits: plain rows beside the orders. Nothing happens to an order before one is confirmed. */
export interface OrderDrafts {
  add(account: string, draft: Omit<OrderDraft, 'draftId' | 'state' | 'confirmedAs' | 'updatedAt'>): Promise<OrderDraft>;
  find(account: string, draftId: string): Promise<OrderDraft | null>;
  page(account: string, asked: DraftQuery): Promise<readonly OrderDraft[]>;
  /** Null where it is not open any more. */
  change(account: string, draftId: string, next: DraftChange): Promise<OrderDraft | null>;
}

interface DraftChange extends Partial<Pick<OrderDraft, 'content' | 'baseVersion' | 'state' | 'confirmedAs'>> {
  readonly at: string;
}

interface DraftRow extends Omit<OrderDraft, 'content' | 'createdAt' | 'updatedAt'> {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sealed: Buffer;
}

const COLUMNS = `draft_id as "draftId", order_id as "orderId", state, base_version as "baseVersion",
  confirmed_as as "confirmedAs", created_by as "createdBy", created_at as "createdAt", updated_at as "updatedAt",
  content as sealed`;

export function createOrderDrafts(pool: pg.Pool, secret: string): OrderDrafts {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket drafts 1', 32));
  const place = (account: string, draftId: string): string => `${account}\ndraft\n${draftId}`;
  const sealed = (account: string, draftId: string, content: DraftContent): Buffer =>
    seal(key, JSON.stringify(content), place(account, draftId));
  const shown = (account: string, { sealed: bytes, createdAt, updatedAt, ...row }: DraftRow): OrderDraft => ({
    ...row,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    content: JSON.parse(open(key, bytes, place(account, row.draftId)).toString()) as DraftContent,
  });

  return {
    async add(account, { orderId, baseVersion, createdBy, createdAt, content }) {
      const draftId = timeOrderedId(createdAt);
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<DraftRow>(
          client,
          {
            name: 'add_order_draft',
            text: `insert into order_drafts (account, draft_id, order_id, state, base_version, created_by, created_at, updated_at, content)
                   values ($1, $2, $3, 'open', $4, $5, $6, $6, $7) returning ${COLUMNS}`,
          },
          [account, draftId, orderId, baseVersion, createdBy, createdAt, sealed(account, draftId, content)],
        ),
      );
      const [row] = rows;
      if (row === undefined) throw new Error('a draft was not added');
      return shown(account, row);
    },
    async find(account, draftId) {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<DraftRow>(
          client,
          {
            name: 'find_order_draft',
            text: `select ${COLUMNS} from order_drafts where account = $1 and draft_id = $2`,
          },
          [account, draftId],
        ),
      );
      return rows[0] === undefined ? null : shown(account, rows[0]);
    },
    async page(account, { orderId, state, before, limit }) {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<DraftRow>(
          client,
          {
            name: 'list_order_drafts',
            text: `select ${COLUMNS} from order_drafts
                    where account = $1 and ($2::text is null or order_id = $2) and ($3::text is null or state = $3)
                      and ($4::text is null or draft_id < $4)
                    order by draft_id desc limit $5`,
          },
          [account, orderId ?? null, state ?? null, before, limit],
        ),
      );
      return rows.map((row) => shown(account, row));
    },
    async change(account, draftId, { content, baseVersion, state, confirmedAs, at }) {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<DraftRow>(
          client,
          {
            name: 'change_order_draft',
            text: `update order_drafts
                      set content = coalesce($3, content), base_version = coalesce($4, base_version),
                          state = coalesce($5, state), confirmed_as = coalesce($6, confirmed_as), updated_at = $7
                    where account = $1 and draft_id = $2 and state = 'open'
                   returning ${COLUMNS}`,
          },
          [
            account,
            draftId,
            content === undefined ? null : sealed(account, draftId, content),
            baseVersion ?? null,
            state ?? null,
            confirmedAs ?? null,
            at,
          ],
        ),
      );
      return rows[0] === undefined ? null : shown(account, rows[0]);
    },
  };
}
