import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { Once } from '../kept-answers.js';
import type { QueueMail } from '../mail/queue-mail.js';
import { shopName } from './shop-name.js';
import { accountOfToken, newTokenOf } from './tokens.js';
import { isShown, type Visitor } from './visitor.js';

/** Links of one order that are good at the same time; above it something makes them in a loop. */
const MOST_LINKS = 50;

/** A link that opens one order to whoever holds it. */
interface GuestLink {
  readonly linkId: string;
  readonly orderId: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
}

interface IssuedLink extends GuestLink {
  /** Stored nowhere but in the kept answer of a request under a key. */
  readonly token: string;
  readonly url: string;
}

interface MadeLink extends IssuedLink {
  /** The mail that carries it; null where none was asked for. */
  readonly mailId: string | null;
}

export interface Guest extends Visitor {
  readonly orderId: string;
}

export interface GuestLinks {
  /** Makes a link, and mails it where `mailTo` says to whom. Refusal: too_many. */
  make(account: string, link: NewLink, once: Once): Promise<MadeLink | 'too_many'>;
  /** Makes a link in the transaction of the caller, who mails it. Refusal: too_many. */
  issue(client: pg.ClientBase, account: string, link: Omit<NewLink, 'mailTo'>): Promise<IssuedLink | 'too_many'>;
  /** `revoke` in the transaction of the caller. */
  revokeIn(client: pg.ClientBase, account: string, orderId: string, linkId: string): Promise<boolean>;
  /** Those that are good, newest first. */
  list(account: string, orderId: string): Promise<readonly GuestLink[]>;
  /** From now on it opens nothing. False where the order has no such link. */
  revoke(account: string, orderId: string, linkId: string): Promise<boolean>;
  /** Null where the token opens nothing. */
  open(token: string): Promise<Guest | null>;
}

interface NewLink {
  readonly orderId: string;
  readonly by: string;
  readonly days: number;
  readonly mailTo: { readonly email: string; readonly locale: string | null } | null;
}

export interface GuestLinkDependencies {
  readonly pool: pg.Pool;
  readonly queueMail: QueueMail;
  readonly publicUrl: URL;
  readonly clock: () => string;
}

export function createGuestLinks({ pool, queueMail, publicUrl, clock }: GuestLinkDependencies): GuestLinks {
  const issue: GuestLinks['issue'] = async (client, account, { orderId, by, days }) => {
    const createdAt = clock();
    if ((await countLinks(client, account, orderId, createdAt)) >= MOST_LINKS) return 'too_many';
    const expiresAt = new Date(Date.parse(createdAt) + days * 86_400_000).toISOString();
    const link: GuestLink = { linkId: randomUUID(), orderId, createdAt, createdBy: by, expiresAt };
    const token = newTokenOf(account);
    // Behind the #, where no server and no log of a proxy sees it.
    const url = `${publicUrl.href.replace(/\/$/, '')}/order#${token}`;
    await addLink(client, account, link, tokenHash(token));
    return { ...link, token, url };
  };

  async function make(
    client: pg.ClientBase,
    account: string,
    { mailTo, ...asked }: NewLink,
  ): Promise<MadeLink | 'too_many'> {
    const link = await issue(client, account, asked);
    if (link === 'too_many') return link;
    if (mailTo === null) return { ...link, mailId: null };
    const { orderId, url, expiresAt } = link;
    const shop = (await shopName(client, account)) ?? account;
    const mailId = await queueMail(client, account, {
      kind: 'guest_link',
      to: mailTo.email,
      locale: mailTo.locale,
      parameters: { shop, order: orderId, link: url, days: String(asked.days) },
      orderId,
      usefulUntil: expiresAt,
    });
    return { ...link, mailId };
  }

  return {
    make: (account, link, once) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, () =>
          once(
            client,
            () => make(client, account, link),
            (made) => made !== 'too_many',
          ),
        ),
      ),
    issue,
    revokeIn: removeLink,
    list: (account, orderId) => withAccounts(pool, [account], (client) => linksOf(client, account, orderId, clock())),
    revoke: (account, orderId, linkId) =>
      withAccounts(pool, [account], (client) => removeLink(client, account, orderId, linkId)),
    async open(token) {
      const account = accountOfToken(token);
      if (account === null) return null;
      const link = await withAccounts(pool, [account], (client) =>
        linkByToken(client, account, tokenHash(token), clock()),
      );
      if (link === null) return null;
      const { orderId, linkId } = link;
      return {
        account,
        orderId,
        linkId,
        actor: { kind: 'shopper', id: `guest:${linkId}` },
        sees: (order) => order.head.orderId === orderId && isShown(order),
      };
    },
  };
}

async function countLinks(client: pg.ClientBase, account: string, orderId: string, at: string): Promise<number> {
  const { rows } = await query<{ links: number }>(
    client,
    {
      name: 'count_guest_links',
      text: 'select count(*)::int as links from guest_links where account = $1 and order_id = $2 and expires_at > $3',
    },
    [account, orderId, at],
  );
  return rows[0]?.links ?? 0;
}

async function addLink(client: pg.ClientBase, account: string, link: GuestLink, tokenSha256: Buffer): Promise<void> {
  await query(
    client,
    {
      name: 'add_guest_link',
      text: `insert into guest_links (account, link_id, order_id, token_sha256, created_at, created_by, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)`,
    },
    [account, link.linkId, link.orderId, tokenSha256, link.createdAt, link.createdBy, link.expiresAt],
  );
}

async function linksOf(client: pg.ClientBase, account: string, orderId: string, at: string): Promise<GuestLink[]> {
  const { rows } = await query<Omit<GuestLink, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date }>(
    client,
    {
      name: 'guest_links_of',
      text: `select link_id as "linkId", order_id as "orderId", created_at as "createdAt", created_by as "createdBy",
                    expires_at as "expiresAt"
               from guest_links where account = $1 and order_id = $2 and expires_at > $3
              order by created_at desc, link_id limit $4`,
    },
    [account, orderId, at, MOST_LINKS],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

async function linkByToken(
  client: pg.ClientBase,
  account: string,
  tokenSha256: Buffer,
  at: string,
): Promise<{ orderId: string; linkId: string } | null> {
  const { rows } = await query<{ orderId: string; linkId: string }>(
    client,
    {
      name: 'guest_link_by_token',
      text: `select order_id as "orderId", link_id as "linkId" from guest_links
              where account = $1 and token_sha256 = $2 and expires_at > $3`,
    },
    [account, tokenSha256, at],
  );
  return rows[0] ?? null;
}

async function removeLink(client: pg.ClientBase, account: string, orderId: string, linkId: string): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'remove_guest_link',
      text: 'delete from guest_links where account = $1 and order_id = $2 and link_id = $3',
    },
    [account, orderId, linkId],
  );
  return rowCount === 1;
}
