import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { query, withAccounts } from '../database/pool.js';
import { accountOfToken, newTokenOf } from '../shoppers/tokens.js';
import type { Visitor } from '../shoppers/visitor.js';

/** Links of one draft order; above it something makes them in a loop. */
const MOST_LINKS = 50;

/** How long the order that came of it stays open to whoever holds the link. */
const ORDER_DAYS = 30;

/** Somebody who holds a link to a draft order. */
export interface DraftOrderVisitor extends Visitor {
  readonly draftOrderId: string;
  readonly linkId: string;
}

export interface MadeDraftOrderLink {
  readonly linkId: string;
  /** Stored nowhere but in the kept answer of a request under a key. */
  readonly token: string;
  readonly url: string;
}

/** In the transaction of the caller. Refusal: too_many. */
export async function makeDraftOrderLink(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  { by, at, publicUrl }: { readonly by: string; readonly at: string; readonly publicUrl: URL },
): Promise<MadeDraftOrderLink | 'too_many'> {
  if ((await countLinks(client, account, draftOrderId)) >= MOST_LINKS) return 'too_many';
  const token = newTokenOf(account);
  const linkId = randomUUID();
  await query(
    client,
    {
      name: 'add_draft_order_link',
      text: `insert into draft_order_links (account, link_id, draft_order_id, token_sha256, created_at, created_by)
             values ($1, $2, $3, $4, $5, $6)`,
    },
    [account, linkId, draftOrderId, tokenHash(token), at, by],
  );
  // Behind the #, where no server and no log of a proxy sees it.
  return { linkId, token, url: `${publicUrl.href.replace(/\/$/, '')}/draft-order#${token}` };
}

async function countLinks(client: pg.ClientBase, account: string, draftOrderId: string): Promise<number> {
  const { rows } = await query<{ links: number }>(
    client,
    {
      name: 'count_draft_order_links',
      text: 'select count(*)::int as links from draft_order_links where account = $1 and draft_order_id = $2',
    },
    [account, draftOrderId],
  );
  return rows[0]?.links ?? 0;
}

/** Who holds the token; null where it opens nothing. */
export async function openDraftOrderLink(pool: pg.Pool, token: string): Promise<DraftOrderVisitor | null> {
  const account = accountOfToken(token);
  if (account === null) return null;
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ linkId: string; draftOrderId: string }>(
      client,
      {
        name: 'draft_order_link_by_token',
        text: `select link_id as "linkId", draft_order_id as "draftOrderId" from draft_order_links
                where account = $1 and token_sha256 = $2`,
      },
      [account, tokenHash(token)],
    ),
  );
  const [found] = rows;
  if (found === undefined) return null;
  return { ...found, account, actor: { kind: 'shopper', id: `guest:${found.linkId}` }, sees: () => false };
}

/**
 * From now on the link opens the order too that came of its draft order: its buyer needs no second one. Doing it again
 * changes nothing, so whoever meets a placed draft order may make good what a crash left out.
 */
export async function openOrderByLink(
  pool: pg.Pool,
  { account, linkId }: DraftOrderVisitor,
  orderId: string,
  at: string,
): Promise<void> {
  const expiresAt = new Date(Date.parse(at) + ORDER_DAYS * 86_400_000).toISOString();
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'open_order_by_draft_link',
        text: `insert into guest_links (account, link_id, order_id, token_sha256, created_at, created_by, expires_at)
               select account, link_id, $3, token_sha256, $4, created_by, $5 from draft_order_links
                where account = $1 and link_id = $2
               on conflict do nothing`,
      },
      [account, linkId, orderId, at, expiresAt],
    ),
  );
}
