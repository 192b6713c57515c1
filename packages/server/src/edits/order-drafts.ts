import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { Once } from '../kept-answers.js';
import { timeOrderedId } from '../time-ordered-id.js';
import {
  type DraftRow,
  type DraftSeal,
  draftOf,
  SUMMARY_COLUMNS,
  summaryOf,
  WHOLE_COLUMNS,
  type WholeDraftRow,
} from './draft-rows.js';
import {
  type DraftContent,
  type DraftFilter,
  type DraftState,
  type DraftSummary,
  kindsOf,
  type OrderDraft,
} from './order-draft.js';

interface DraftQuery {
  readonly orderId?: string;
  readonly state?: DraftFilter;
  /** The draft before which the page begins; the newest come first. */
  readonly before: string | null;
  readonly limit: number;
}

interface NewDraft extends Pick<OrderDraft, 'orderId' | 'baseVersion' | 'createdBy' | 'createdAt'> {
  readonly content: DraftContent;
}

export interface DraftChange {
  readonly content?: DraftContent;
  readonly baseVersion?: number;
  readonly state?: 'discarded';
  /** Nothing is changed where it has none of these revisions. */
  readonly expected?: readonly number[];
  readonly at: string;
}

/**
 * Drafts of edits: plain rows beside the orders. Nothing happens to an order before one is confirmed, which is the unit of
 * the edit itself (`Envelope.draft`). Repeated under its key a write is done once; its answer is the draft as it stands.
 */
export interface OrderDrafts {
  /** Answers its id. */
  add(account: string, draft: NewDraft, once: Once): Promise<string>;
  find(account: string, draftId: string): Promise<OrderDraft | null>;
  /** Newest first. */
  page(account: string, asked: DraftQuery): Promise<readonly DraftSummary[]>;
  /** A question to the buyer that waits is withdrawn by it. False where the draft was confirmed or discarded, or is not as expected. */
  change(account: string, draftId: string, next: DraftChange, once: Once): Promise<boolean>;
}

export function createOrderDrafts(pool: pg.Pool, seals: DraftSeal): OrderDrafts {
  const kept = <T>(account: string, once: Once, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
    withAccounts(pool, [account], (client) =>
      inTransaction(client, () =>
        once(
          client,
          () => work(client),
          (done) => done !== false,
        ),
      ),
    );
  return {
    add: (account, draft, once) => kept(account, once, (client) => addDraft(client, seals, account, draft)),
    find: (account, draftId) => withAccounts(pool, [account], (client) => findDraft(client, seals, account, draftId)),
    async page(account, asked) {
      const rows = await withAccounts(pool, [account], (client) => rowsOf(client, account, asked));
      return rows.map((row) => summaryOf(seals, account, row));
    },
    change: (account, draftId, next, once) =>
      kept(account, once, (client) => changeDraft(client, seals, account, draftId, next)),
  };
}

async function addDraft(
  client: pg.ClientBase,
  seals: DraftSeal,
  account: string,
  { orderId, baseVersion, createdBy, createdAt, content }: NewDraft,
): Promise<string> {
  const draftId = timeOrderedId(createdAt);
  await query(
    client,
    {
      name: 'add_order_draft',
      text: `insert into order_drafts (account, draft_id, order_id, state, base_version, created_by, created_at, updated_at,
                                       content, change_count, kinds)
             values ($1, $2, $3, 'open', $4, $5, $6, $6, $7, $8, $9)`,
    },
    [
      account,
      draftId,
      orderId,
      baseVersion,
      createdBy,
      createdAt,
      seals.content(account, draftId, content),
      content.changes.length,
      kindsOf(content),
    ],
  );
  return draftId;
}

async function findDraft(
  client: pg.ClientBase,
  seals: DraftSeal,
  account: string,
  draftId: string,
): Promise<OrderDraft | null> {
  const { rows } = await query<WholeDraftRow & Record<string, unknown>>(
    client,
    {
      name: 'find_order_draft',
      text: `select ${WHOLE_COLUMNS} from order_drafts where account = $1 and draft_id = $2`,
    },
    [account, draftId],
  );
  return rows[0] === undefined ? null : draftOf(seals, account, rows[0]);
}

/** A statement for each filter: each is read by its own index, and none by a plan for all of them. */
async function rowsOf(
  client: pg.ClientBase,
  account: string,
  { orderId, state, before, limit }: DraftQuery,
): Promise<DraftRow[]> {
  if (orderId !== undefined) return draftsOfOrder(client, account, orderId, before, limit);
  if (state === 'undecided') return undecidedDrafts(client, account, before, limit);
  if (state !== undefined) return draftsInState(client, account, state, before, limit);
  const { rows } = await query<DraftRow & Record<string, unknown>>(
    client,
    {
      name: 'list_order_drafts',
      text: `select ${SUMMARY_COLUMNS} from order_drafts
              where account = $1 and ($2::text is null or draft_id < $2) order by draft_id desc limit $3`,
    },
    [account, before, limit],
  );
  return rows;
}

async function draftsOfOrder(
  client: pg.ClientBase,
  account: string,
  orderId: string,
  before: string | null,
  limit: number,
): Promise<DraftRow[]> {
  const { rows } = await query<DraftRow & Record<string, unknown>>(
    client,
    {
      name: 'list_drafts_of_order',
      text: `select ${SUMMARY_COLUMNS} from order_drafts
              where account = $1 and order_id = $2 and ($3::text is null or draft_id < $3)
              order by draft_id desc limit $4`,
    },
    [account, orderId, before, limit],
  );
  return rows;
}

async function draftsInState(
  client: pg.ClientBase,
  account: string,
  state: DraftState,
  before: string | null,
  limit: number,
): Promise<DraftRow[]> {
  const { rows } = await query<DraftRow & Record<string, unknown>>(
    client,
    {
      name: 'list_drafts_in_state',
      text: `select ${SUMMARY_COLUMNS} from order_drafts
              where account = $1 and state = $2 and ($3::text is null or draft_id < $3)
              order by draft_id desc limit $4`,
    },
    [account, state, before, limit],
  );
  return rows;
}

async function undecidedDrafts(
  client: pg.ClientBase,
  account: string,
  before: string | null,
  limit: number,
): Promise<DraftRow[]> {
  const { rows } = await query<DraftRow & Record<string, unknown>>(
    client,
    {
      name: 'list_undecided_drafts',
      text: `select ${SUMMARY_COLUMNS} from order_drafts
              where account = $1 and state in ('open', 'awaiting_consent') and ($2::text is null or draft_id < $2)
              order by draft_id desc limit $3`,
    },
    [account, before, limit],
  );
  return rows;
}

async function changeDraft(
  client: pg.ClientBase,
  seals: DraftSeal,
  account: string,
  draftId: string,
  { content, baseVersion, state, expected, at }: DraftChange,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'change_order_draft',
      text: `update order_drafts
                set content = coalesce($3, content), base_version = coalesce($4, base_version),
                    change_count = coalesce($5, change_count), kinds = coalesce($6, kinds),
                    consent_answer = case state when 'awaiting_consent' then 'withdrawn' else consent_answer end,
                    consent_answered_at = case state when 'awaiting_consent' then $8 else consent_answered_at end,
                    state = coalesce($7, 'open'), revision = revision + 1, updated_at = $8
              where account = $1 and draft_id = $2 and state in ('open', 'awaiting_consent')
                and ($9::bigint[] is null or revision = any ($9))`,
    },
    [
      account,
      draftId,
      content === undefined ? null : seals.content(account, draftId, content),
      baseVersion ?? null,
      content?.changes.length ?? null,
      content === undefined ? null : kindsOf(content),
      state ?? null,
      at,
      expected ?? null,
    ],
  );
  return rowCount === 1;
}
