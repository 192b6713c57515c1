import type pg from 'pg';
import { query } from '../database/pool.js';
import type { DraftOrderChangeKind } from './draft-order-rows.js';

export interface DraftOrderChange {
  readonly version: number;
  readonly revision: number;
  readonly at: string;
  readonly kind: DraftOrderChangeKind;
  readonly actor: string;
  readonly parts: readonly string[];
  readonly total: number | null;
}

/** What happened to it, the newest first, before a version. */
export async function changesOfDraftOrder(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  before: number | null,
  limit: number,
): Promise<readonly DraftOrderChange[]> {
  const { rows } = await query<Omit<DraftOrderChange, 'at'> & { at: Date }>(
    client,
    {
      name: 'changes_of_draft_order',
      text: `select version, revision, at, kind, actor, parts, total from draft_order_changes
              where account = $1 and draft_order_id = $2 and version < coalesce($3, 2147483647)
              order by version desc limit $4`,
    },
    [account, draftOrderId, before, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Names of what changed since a revision, and what it came to when that was made. */
export async function changesSince(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  revision: number,
): Promise<{ readonly parts: readonly string[]; readonly totalThen: number | null }> {
  const { rows } = await query<{ parts: string[]; totalThen: number | null }>(
    client,
    {
      name: 'draft_order_changes_since',
      text: `select coalesce((select array_agg(distinct part order by part)
                                from draft_order_changes c, unnest(c.parts) as part
                               where c.account = $1 and c.draft_order_id = $2 and c.revision > $3), '{}') as parts,
                    (select c.total from draft_order_changes c
                      where c.account = $1 and c.draft_order_id = $2 and c.revision <= $3
                      order by c.version desc limit 1) as "totalThen"`,
    },
    [account, draftOrderId, revision],
  );
  return rows[0] ?? { parts: [], totalThen: null };
}
