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

/** A link that is good. Instants are ISO 8601. */
export interface DraftOrderLink {
  readonly linkId: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** From then on it opens nothing, unless an order came of the draft order: then it is good as long as a link to that order. */
  readonly expiresAt: string;
}

export interface MadeDraftOrderLink extends DraftOrderLink {
  /** Stored nowhere but in the kept answer of a request under a key. */
  readonly token: string;
  readonly url: string;
}

interface NewDraftOrderLink {
  readonly by: string;
  readonly at: string;
  /** How long it is good. */
  readonly days: number;
  readonly publicUrl: URL;
}

/** In the transaction of the caller. Refusal: too_many. */
export async function makeDraftOrderLink(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  { by, at, days, publicUrl }: NewDraftOrderLink,
): Promise<MadeDraftOrderLink | 'too_many'> {
  if ((await draftOrderLinks(client, account, draftOrderId, at)).length >= MOST_LINKS) return 'too_many';
  const token = newTokenOf(account);
  const linkId = randomUUID();
  const expiresAt = daysAfter(at, days);
  await query(
    client,
    {
      name: 'add_draft_order_link',
      text: `insert into draft_order_links (account, link_id, draft_order_id, token_sha256, created_at, created_by, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)`,
    },
    [account, linkId, draftOrderId, tokenHash(token), at, by, expiresAt],
  );
  // Behind the #, where no server and no log of a proxy sees it.
  const url = `${publicUrl.href.replace(/\/$/, '')}/draft-order#${token}`;
  return { linkId, createdAt: at, createdBy: by, expiresAt, token, url };
}

const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();

/**
 * Whether link `l` opens anything at `$at`: until its end, and once it opens an order, as long as it is a good link to that. So
 * who revokes it there revokes it whole, and nothing brings it back.
 */
const isGood = ($at: string): string => `case when l.opened_at is null then l.expires_at > ${$at}
       else exists (select from guest_links g
                     where g.account = l.account and g.link_id = l.link_id and g.expires_at > ${$at}) end`;

/** Those that are good, newest first; at most 50. */
export async function draftOrderLinks(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  at: string,
): Promise<readonly DraftOrderLink[]> {
  const { rows } = await query<Pick<DraftOrderLink, 'linkId' | 'createdBy'> & Record<'createdAt' | 'expiresAt', Date>>(
    client,
    {
      name: 'draft_order_links_of',
      text: `select l.link_id as "linkId", l.created_by as "createdBy", l.created_at as "createdAt",
                    coalesce((select g.expires_at from guest_links g
                               where g.account = l.account and g.link_id = l.link_id), l.expires_at) as "expiresAt"
               from draft_order_links l
              where l.account = $1 and l.draft_order_id = $2 and ${isGood('$3')}
              order by l.created_at desc, l.link_id limit $4`,
    },
    [account, draftOrderId, at, MOST_LINKS],
  );
  return rows.map(({ createdAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

/** From now on it opens nothing, nor the order that came of its draft order. False where the draft order has no such link. */
export async function revokeDraftOrderLink(
  client: pg.ClientBase,
  account: string,
  draftOrderId: string,
  linkId: string,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'revoke_draft_order_link',
      text: `with of_order as (delete from guest_links g using draft_order_links l
                                where l.account = $1 and l.draft_order_id = $2 and l.link_id = $3
                                  and g.account = l.account and g.link_id = l.link_id)
             delete from draft_order_links where account = $1 and draft_order_id = $2 and link_id = $3`,
    },
    [account, draftOrderId, linkId],
  );
  return rowCount === 1;
}

/** Who holds the token; null where it opens nothing. */
export async function openDraftOrderLink(pool: pg.Pool, token: string, at: string): Promise<DraftOrderVisitor | null> {
  const account = accountOfToken(token);
  if (account === null) return null;
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ linkId: string; draftOrderId: string }>(
      client,
      {
        name: 'draft_order_link_by_token',
        text: `select l.link_id as "linkId", l.draft_order_id as "draftOrderId" from draft_order_links l
                where l.account = $1 and l.token_sha256 = $2 and ${isGood('$3')}`,
      },
      [account, tokenHash(token), at],
    ),
  );
  const [found] = rows;
  if (found === undefined) return null;
  return { ...found, account, actor: { kind: 'shopper', id: `guest:${found.linkId}` }, sees: () => false };
}

/**
 * From now on the link opens the order too that came of its draft order: its buyer needs no second one. It does so once, so
 * whoever meets a placed draft order may make good what a crash left out, and a link that was revoked there, or has ended, stays so.
 */
export async function openOrderByLink(
  pool: pg.Pool,
  { account, linkId }: DraftOrderVisitor,
  orderId: string,
  at: string,
): Promise<void> {
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'open_order_by_draft_link',
        text: `with opened as (
                 update draft_order_links set opened_at = $4
                  where account = $1 and link_id = $2 and opened_at is null and expires_at > $4
                 returning account, link_id, token_sha256, created_by)
               insert into guest_links (account, link_id, order_id, token_sha256, created_at, created_by, expires_at)
               select account, link_id, $3, token_sha256, $4, created_by, $5 from opened`,
      },
      [account, linkId, orderId, at, daysAfter(at, ORDER_DAYS)],
    ),
  );
}
